import fc from 'fast-check'
import { expect, test } from 'vitest'
import { number } from '../../src/symbolic/expression.js'
import { doubles, eigenvaluesOf } from '../../src/theorem/doubles.js'
import { inDoubles } from '../../src/theorem/draws.js'
import { rotation, withSpectrum } from '../../src/theorem/orthogonal.js'
import { signedSpectrum } from '../../src/theorem/spectrum.js'
import { toNumber } from '../../src/symbolic/rings/rational.js'

const matrices = fc.integer({ min: 1, max: 4 }).chain((n) => fc.tuple(rotation(fc, n), signedSpectrum(fc, n)))
const where = number(0)

test('eigenvalues are the spectrum that the matrix was made of, to rounding', () => {
  fc.assert(fc.property(matrices, ([basis, spectrum]) => {
    const { entries } = inDoubles(new Map([['X', withSpectrum(basis, spectrum)]])).get('X')!
    const [found, made] = [eigenvaluesOf(entries), spectrum.map(toNumber)].map((k) => k.sort((a, b) => a - b))
    const size = Math.max(...made!.map(Math.abs))
    found!.forEach((x, i) => expect(Math.abs(x - made![i]!)).toBeLessThan(1e-13 * size))
    expect(Math.abs(doubles.reduce!('norm', entries, where) - size)).toBeLessThan(1e-12 * size)
    expect(Math.abs(doubles.reduce!('posdef', entries, where) - made![0]!)).toBeLessThan(1e-13 * size)
    // an antisymmetric part changes no quadratic form
    const skewed = entries.map((row, i) => row.map((x, j) => x + i - j))
    expect(Math.abs(doubles.reduce!('posdef', skewed, where) - made![0]!)).toBeLessThan(1e-13 * size)
  }))
})
