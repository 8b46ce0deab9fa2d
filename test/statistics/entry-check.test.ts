import { expect, test } from 'vitest'
import { createEntryCheck } from '../../src/statistics/entry-check.js'
import type { EntryClaim } from '../../src/statistics/entry-check.js'
import { createMeanCheck } from '../../src/statistics/mean-check.js'
import { many, samples } from './samples.js'

const base = { precision: 0.1, alphaVerify: 1e-6, alphaRefute: 1e-9, tier: 'A', pilot: 256 } as const
const covariance = (claimed: number[][], more: Partial<EntryClaim> = {}) =>
  createEntryCheck({ claimed, kind: 'covariance', ...base, ...more })

/** Row-major products of (u, u + 2 v) with u, v uniform on [-1, 1]: covariance [[1, 1], [1, 5]] / 3. */
function products(seed: number, n: number): Float64Array {
  const { uniform } = samples(seed)
  const values = new Float64Array(4 * n)
  for (let k = 0; k < n; k++) {
    const x = 2 * uniform() - 1
    const y = x + 4 * uniform() - 2
    values.set([x * x, x * y, y * x, y * y], 4 * k)
  }
  return values
}

const truth = [[1 / 3, 1 / 3], [1 / 3, 5 / 3]]

test('a true covariance of uniform noise is verified, and one wrong entry refutes it', () => {
  const values = products(1, 40_000)
  expect(covariance(truth).update(values)).toBe('verified')
  const wrong = covariance([[1 / 3, 0.2], [0.2, 5 / 3]])
  expect(wrong.update(values)).toBe('refuted')
  expect(wrong.verdict().side).toBe('above')
  expect(covariance([[1 / 3, 1 / 3], [1 / 3, 2]]).update(values)).toBe('refuted')
})

test('the estimate is symmetric and near the truth in its own standard errors', () => {
  const check = covariance(truth)
  check.update(products(2, 40_000))
  const { estimate, standardError } = check.verdict()
  expect(estimate![0]![1]).toBe(estimate![1]![0])
  estimate!.forEach((row, i) => row.forEach((x, j) => {
    expect(Math.abs(x - truth[i]![j]!)).toBeLessThan(7 * standardError![i]![j]!)
  }))
})

test('a matrix of one entry is its scalar check', () => {
  const { uniform } = samples(3)
  const values = many(5000, uniform)
  const one = createEntryCheck({ claimed: [[0.5]], kind: 'covariance', ...base })
  const scalar = createMeanCheck({ claimed: 0.5, support: 'nonnegative', ...base })
  expect(one.update(values)).toBe(scalar.update(values))
  expect(one.verdict().logE.refute).toAgreeWith(scalar.verdict().logE.refute!)
})

test('claimed zeros are checked on the scale that is given for them', () => {
  const { normal } = samples(4)
  const independent = Float64Array.from({ length: 80_000 }, () => normal() * normal())
  const correlated = independent.map(x => x + 0.3)
  const check = () => createEntryCheck({ claimed: [[0, 0]], kind: 'any', scale: [[1, 1]], ...base })
  expect(check().update(independent)).toBe('verified')
  expect(check().update(correlated)).toBe('refuted')
  expect(() => createEntryCheck({ claimed: [[0]], kind: 'any', ...base })).toThrow(/scale/)
})

test('an entry that never varies is left to exact comparison without hiding the rest', () => {
  const values = Float64Array.from({ length: 80_000 }, (_, k) => (k % 2 === 0 ? 1 : k % 4))
  const check = createEntryCheck({ claimed: [[1, 2]], kind: 'any', scale: [[1, 2]], ...base })
  expect(check.update(values)).toBe('degenerate')
  expect(check.entries().map(entry => entry.check.status)).toEqual(['degenerate', 'verified'])
  const wrong = createEntryCheck({ claimed: [[1, 3]], kind: 'any', scale: [[1, 2]], ...base })
  expect(wrong.update(values)).toBe('refuted')
})

test('impossible claims are refuted before sampling, bad samples are invalid, broken chunks refused', () => {
  expect(covariance([[1, 2], [2, 1]]).verdict()).toMatchObject({ status: 'refuted', n: 0 })
  expect(covariance([[1, NaN], [NaN, 1]]).update(new Float64Array(4))).toBe('refuted')
  expect(createEntryCheck({ claimed: [[NaN]], kind: 'any', scale: [[1]], ...base }).verdict().status).toBe('refuted')
  expect(covariance(truth).update(Float64Array.of(1, 0, NaN, 1))).toBe('running')
  expect(covariance(truth).update(Float64Array.of(1, NaN, 0, 1))).toBe('invalid')
  expect(() => covariance(truth).update(new Float64Array(3))).toThrow(/whole number of samples/)
})

test('a refutation of the whole needs its entries to average past the threshold', () => {
  const check = covariance([[1 / 3, 1 / 3], [1 / 3, 2]])
  check.update(products(6, 40_000))
  const { logE, needed } = check.verdict()
  const entries = check.entries().map(entry => Math.exp(entry.check.logE.refute! - needed.refute))
  expect(Math.log(entries.reduce((a, b) => a + b) / 3) + needed.refute).toAgreeWith(logE.refute!)
  expect(logE.refute).toBeGreaterThanOrEqual(needed.refute - 1e-9)
})
