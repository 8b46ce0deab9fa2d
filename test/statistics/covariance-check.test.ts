import fc from 'fast-check'
import { expect, test } from 'vitest'
import { combine, multiply, transpose } from '../../src/numeric/matrix.js'
import type { Matrix } from '../../src/numeric/matrix.js'
import { gaussianBets } from '../../src/statistics/bet-grid.js'
import { createCovarianceCheck } from '../../src/statistics/covariance-check.js'
import type { CovarianceClaim } from '../../src/statistics/covariance-check.js'
import { covarianceEvidence } from '../../src/statistics/covariance-evidence.js'
import { margins } from '../../src/statistics/margins.js'
import { createMeanCheck } from '../../src/statistics/mean-check.js'
import { whitening } from '../../src/statistics/whitening.js'
import { positiveDefiniteMatrix } from '../numeric/matrices.js'
import { samples } from './samples.js'

const settings = { precision: 0.1, alphaVerify: 1e-6, alphaRefute: 1e-9 } as const
const make = (claimed: Matrix, more: Partial<CovarianceClaim> = {}) =>
  createCovarianceCheck({ claimed, ...settings, ...more })
const near = fc.double({ min: 0.8, max: 1.2, noNaN: true })

/** The sum of n outer products of A z, z standard normal. */
function gaussianSum(seed: number, a: Matrix, n: number): number[][] {
  const { normal } = samples(seed)
  const d = a.length
  const sum = Array.from({ length: d }, () => Array.from({ length: d }, () => 0))
  for (let k = 0; k < n; k++) {
    const z = Array.from({ length: d }, normal)
    for (let i = 0; i < d; i++) for (let j = 0; j < d; j++) sum[i]![j]! += z[i]! * z[j]!
  }
  return multiply(multiply(a, sum), transpose(a))
}

const mixing = [[1, 0, 0], [0.5, 2, 0], [-0.3, 0.4, 0.7]]
const truth = multiply(mixing, transpose(mixing))

test('in one dimension verification and the trace are those of the scalar check', () => {
  fc.assert(fc.property(fc.integer({ min: 50, max: 500 }), near, (n, ratio) => {
    const claim = { ...settings, inner: 0.004 }
    const matrix = createCovarianceCheck({ claimed: [[3]], ...claim })
    matrix.update(n, [[3 * n * ratio]])
    const scalar = createMeanCheck({ claimed: 3, support: 'nonnegative', tier: 'E', ...claim })
    scalar.updateSums(n, n * ratio)
    const [one, two] = [matrix.verdict(), scalar.verdict()]
    expect(one.logE.hi).toAgreeWith(two.logE.hi!)
    expect(one.logE.lo).toAgreeWith(two.logE.lo!)
    for (const { up, down } of one.bets) {
      up.forEach((log, k) => expect(log).toAgreeWith(two.bets[0]!.up[k]!))
      down.forEach((log, k) => expect(log).toAgreeWith(two.bets[0]!.down[k]!))
    }
  }))
})

test('a true covariance is verified and each kind of misprint refuted from the same simulation', () => {
  const n = 60_000
  const sum = gaussianSum(5, mixing, n)
  expect(make(truth).update(n, sum)).toBe('verified')
  const scaled = combine(1.1, truth, 0, truth)
  const corner = truth.map((row, i) => row.map((x, j) => (i === 1 && j === 1 ? 1.1 * x : x)))
  const uncorrelated = truth.map((row, i) => row.map((x, j) => (i === j ? x : 0)))
  for (const wrong of [scaled, corner, uncorrelated, combine(1, truth, 0.05, [[1, 0, 0], [0, 1, 0], [0, 0, 1]])]) {
    expect(make(wrong).update(n, sum)).toBe('refuted')
  }
  const check = make(scaled)
  check.update(n, sum)
  expect(check.verdict().side).toBe('below')
})

test('no evidence against a claim exceeds the largest likelihood ratio, without which a look skips it', () => {
  const covariances = fc.integer({ min: 1, max: 4 })
    .chain(d => fc.tuple(positiveDefiniteMatrix(d), positiveDefiniteMatrix(d)))
  const shares = fc.constantFrom(0, 1e-3, 0.1, 1)
  fc.assert(fc.property(covariances, fc.integer({ min: 1, max: 1e7 }), fc.constantFrom(0, 0.01, 0.2), shares,
    ([claimed, other], n, inner, share) => {
      const bounds = margins({ precision: 0.3, inner })
      const sum = combine(n * (1 - share), claimed, n * share, other)
      const { atMost, against } = covarianceEvidence(whitening(claimed), bounds, gaussianBets(bounds), n, sum)
      expect(against().refute).toBeLessThanOrEqual(atMost)
      expect(atMost).toBeLessThan(share === 0 ? 2 : Infinity)
    }))
})

test('verification is invariant under any change of basis', () => {
  fc.assert(fc.property(positiveDefiniteMatrix(3), basis => {
    const n = 2000
    const sum = gaussianSum(6, mixing, n)
    const plain = make(truth)
    plain.update(n, sum)
    const turned = make(multiply(multiply(basis, truth), basis))
    turned.update(n, multiply(multiply(basis, sum), basis))
    const [one, two] = [plain.verdict().logE, turned.verdict().logE]
    expect(Math.abs(one.hi! - two.hi!)).toBeLessThan(1e-5 * Math.abs(one.hi!))
    expect(Math.abs(one.lo! - two.lo!)).toBeLessThan(1e-5 * Math.abs(one.lo!))
  }))
})

test('no claim within the inner margin is refuted by its own expected sums', () => {
  fc.assert(fc.property(positiveDefiniteMatrix(2), fc.constantFrom(0.98, 1, 1.02), (claimed, ratio) => {
    const n = 10_000_000
    const check = make(claimed, { inner: 0.03 })
    check.update(n, combine(n * ratio, claimed, 0, claimed))
    expect(check.verdict().status).toBe('verified')
    expect(check.verdict().logE.refute).toBeLessThan(0)
  }))
})

test('what is no covariance is refuted before sampling, and a singular one is left to exact comparison', () => {
  for (const claimed of [[[1, 2], [2, 1]], [[1, 0.5], [0.1, 1]], [[NaN]], [[-1]]]) {
    const check = make(claimed)
    expect(check.verdict()).toMatchObject({ status: 'refuted', n: 0, reason: expect.stringContaining('inadmissible') })
  }
  expect(make([[1, 1], [1, 1]]).verdict().status).toBe('degenerate')
  expect(make([[0]]).verdict().status).toBe('degenerate')
})

test('sums that are no covariance are invalid, and totals that shrink are refused', () => {
  expect(make([[1]]).update(10, [[NaN]])).toBe('invalid')
  expect(make([[1]]).update(10, [[-1]])).toBe('invalid')
  const check = make([[1]])
  check.update(10, [[9]])
  expect(() => check.update(9, [[8]])).toThrow(/totals only grow/)
  expect(() => check.update(11, [[1, 0], [0, 1]])).toThrow(/1 x 1/)
})
