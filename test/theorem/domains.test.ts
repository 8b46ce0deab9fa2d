import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { primeField } from '../../src/symbolic/rings/prime-field.js'
import { Q, rational, signOf } from '../../src/symbolic/rings/rational.js'
import { multiplyValues, scalarOf, scalarValue, transposeValue, type Value } from '../../src/symbolic/value.js'
import {
  between, commutingWith, count, dataSet, index, learningRate, measured, positive, positiveDefinite, real, realMatrix,
  realVector, symmetric, type Domain,
} from '../../src/index.js'
import { eigenvaluesOf } from '../../src/theorem/doubles.js'
import { inDoubles } from '../../src/theorem/draws.js'
import { lengthOf } from '../../src/theorem/generic.js'
import { rotation } from '../../src/theorem/orthogonal.js'
import { isPositiveDefinite } from '../../src/process/stability/positive-definite.js'
import { isSymmetric } from '../../src/theorem/spectrum.js'

const given: Record<string, Domain> = {
  positive: positive('a'), real: real('a'), learningRate: learningRate('a'), between: between(-0.5, 0.75, 'a'),
  count: count('a'),
  positiveDefinite: positiveDefinite('a'), symmetric: symmetric('a'), commutingWith: commutingWith('K'),
  signed: commutingWith('K', 'a', { signed: true }), realMatrix: realMatrix('a'), realVector: realVector('a'),
  features: dataSet(5, 'a'), labels: dataSet(5, 'a', { scalar: true }),
}
const sizes = fc.integer({ min: 1, max: 4 })
const drawsOf = (domain: Domain) => sizes.chain((dimension) => rotation(fc, dimension)
  .chain((basis) => domain.draw({ fc, dimension, basis, shared: false })).map((value) => ({ value, dimension })))

describe.each(Object.entries(given))('%s', (_, domain) => {
  test('every draw lies in the domain and has its shape', () => {
    fc.assert(fc.property(drawsOf(domain), ({ value, dimension }) => {
      expect(domain.contains(value)).toBe(true)
      expect([value.rows, value.columns]).toEqual([domain.rows, domain.columns])
      expect(value.entries.length).toBe(lengthOf(domain.rows, dimension))
      expect(value.entries[0]!.length).toBe(lengthOf(domain.columns, dimension))
    }))
  })

  test('a generic point has the symmetry of the domain', () => {
    const ring = primeField(2n ** 61n - 1n)
    fc.assert(fc.property(sizes, fc.infiniteStream(fc.bigInt({ min: 1n, max: ring.p - 1n })), (dimension, stream) => {
      const random = () => stream.next().value as bigint
      const k = positiveDefinite('K').point({ ring, random, dimension, valueOf: () => scalarValue(0n) })
      const point = domain.point({ ring, random, dimension, valueOf: () => k })
      if (domain.symmetric) expect(transposeValue(point).entries).toEqual(point.entries)
    }))
  })

  test('the page says what it ranges over in terms of its name', () => {
    expect(domain.range.plain('zeta')).toContain('zeta')
    expect(domain.range.tex('\\zeta')).toContain('\\zeta')
  })
})

const drawn = (domain: Domain, dimension: number) => rotation(fc, dimension)
  .chain((basis) => domain.draw({ fc, dimension, basis, shared: true }))

test('a positive definite draw has positive eigenvalues only', () => {
  fc.assert(fc.property(drawn(positiveDefinite('K'), 3), (value) => {
    const { entries } = inDoubles(new Map([['K', value]])).get('K')!
    expect(Math.min(...eigenvaluesOf(entries))).toBeGreaterThan(0)
  }))
})

test('draws that share a basis commute exactly', () => {
  const domains = [positiveDefinite('K'), commutingWith('K'), realMatrix('M')]
  const pairs = rotation(fc, 3).chain((basis) =>
    fc.tuple(...domains.map((domain) => domain.draw({ fc, dimension: 3, basis, shared: true }))))
  fc.assert(fc.property(pairs, (family) => {
    for (const a of family) for (const b of family) expect(multiplyValues(a, b, Q)).toEqual(multiplyValues(b, a, Q))
  }))
})

test('draws of different bases do not always commute', () => {
  const commute = (a: Value<ReturnType<typeof rational>>, b: typeof a) => isSymmetric(multiplyValues(a, b, Q).entries)
  const pairs = fc.sample(fc.tuple(drawn(positiveDefinite('K'), 2), drawn(positiveDefinite('C'), 2)), 50)
  expect(pairs.some(([k, c]) => !commute(k, c))).toBe(true)
})

test('a generic polynomial in a matrix commutes with it', () => {
  const ring = primeField(2n ** 61n - 1n)
  fc.assert(fc.property(sizes, fc.infiniteStream(fc.bigInt({ min: 1n, max: ring.p - 1n })), (dimension, stream) => {
    const context = { ring, dimension, random: () => stream.next().value as bigint }
    const k = symmetric('K').point({ ...context, valueOf: () => scalarValue(0n) })
    const c = commutingWith('K').point({ ...context, valueOf: () => k })
    expect(multiplyValues(k, c, ring)).toEqual(multiplyValues(c, k, ring))
    // generic means more than a multiple of the identity
    if (dimension > 1) expect(c.entries[0]![1]).not.toBe(0n)
  }), { numRuns: 20 })
})

test('a count is a whole number as a draw, and the inverse of a random element as a point', () => {
  const ring = primeField(101n)
  const point = count('S').point({ ring, random: () => 7n, dimension: 1, valueOf: () => scalarValue(0n) })
  expect(ring.mul(scalarOf(point), 7n)).toBe(1n)
})

test('the simplest draws are diagonal: shrinking straightens the basis', () => {
  const offDiagonal = (value: Value<ReturnType<typeof rational>>) => value.entries[0]![1]!
  const failure = fc.check(fc.property(drawn(positiveDefinite('K'), 2), (k) => signOf(k.entries[0]![0]!) < 0))
  expect(failure.counterexample && Q.isZero(offDiagonal(failure.counterexample[0]))).toBe(true)
})

test('exact pivots tell positive definite from indefinite matrices', () => {
  const of = (rows: number[][]) => rows.map((row) => row.map((x) => rational(x)))
  expect(isPositiveDefinite(of([[2, 1], [1, 2]]))).toBe(true)
  expect(isPositiveDefinite(of([[1, 2], [2, 1]]))).toBe(false)
  expect(isPositiveDefinite(of([[1, 1], [1, 1]]))).toBe(false)
})

test('bounds that are not in order, and symbols that are not drawn, are refused', () => {
  expect(() => between(1, 0, 'momentum')).toThrow('between(1, 0) is empty; give two finite bounds in order')
  expect(() => between(0, NaN, 'momentum')).toThrow('between(0, NaN)')
  expect(() => count('S', { least: 0 })).toThrow('count with least 0')
  expect(() => dataSet(1, 'X')).toThrow('a data set of 1 examples')
  const context = { fc, dimension: 2, basis: [], shared: false }
  expect(() => measured.covariance('Cov w').draw(context)).toThrow('Cov w is measured and cannot be drawn')
  expect(() => index('row').draw(context)).toThrow('enumerated')
})
