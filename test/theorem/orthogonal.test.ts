import fc from 'fast-check'
import { expect, test } from 'vitest'
import { determinant } from '../../src/symbolic/linear.js'
import { Q, rational } from '../../src/symbolic/rings/rational.js'
import { identityValue, multiplyValues, transposeValue } from '../../src/symbolic/value.js'
import { rotation, turned, withSpectrum, type Basis } from '../../src/theorem/orthogonal.js'

const sizes = fc.integer({ min: 1, max: 5 })
const asValue = (entries: Basis) => ({ rows: 'D', columns: 'D', entries })
const rotations = sizes.chain((n) => fc.tuple(rotation(fc, n), rotation(fc, n)))

test('a rotation times its transpose is exactly the identity', () => {
  fc.assert(fc.property(rotations, ([q]) => {
    expect(multiplyValues(asValue(q), transposeValue(asValue(q)), Q)).toEqual(identityValue(q.length, Q))
  }))
})

test('a rotation has determinant exactly 1', () => {
  fc.assert(fc.property(rotations, ([q]) => { expect(determinant(q, Q)).toEqual(Q.one) }))
})

test('the product of two rotations is a rotation', () => {
  fc.assert(fc.property(rotations, ([a, b]) => {
    const both = asValue(turned(a, b))
    expect(multiplyValues(both, transposeValue(both), Q)).toEqual(identityValue(a.length, Q))
  }))
})

test('a matrix of given spectrum has its determinant as the product of the spectrum, in any basis', () => {
  const spectra = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 5, maxLength: 5 })
  fc.assert(fc.property(rotations, spectra, ([q], k) => {
    const spectrum = k.slice(0, q.length).map((x) => rational(x))
    expect(determinant(withSpectrum(q, spectrum).entries, Q)).toEqual(spectrum.reduce((p, x) => Q.mul(p, x), Q.one))
  }))
})
