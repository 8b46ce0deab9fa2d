/**
 * False verdicts of the production code, counted. The limits are exact binomial quantiles (Clopper-Pearson) that a code
 * with the nominal rate exceeds with probability below 1e-9, so a red run means a wrong code, not bad luck.
 */
import { expect, test } from 'vitest'
import { createCovarianceCheck } from '../../src/statistics/covariance-check.js'
import { createMeanCheck } from '../../src/statistics/mean-check.js'
import type { MeanClaim } from '../../src/statistics/mean-claim.js'
import { alarmCount } from './proportion.js'
import { many, samples } from './samples.js'

const RUNS = 300
const ALPHA = 0.05
const LIMIT = alarmCount(RUNS, ALPHA, 1e-9)
const settings = { precision: 0.3, alphaVerify: ALPHA, alphaRefute: ALPHA } as const
const tiers: Partial<MeanClaim>[] = [
  { tier: 'E' }, { tier: 'C', cv2: 2 }, { tier: 'A', pilot: 256 }, { tier: 'C', cv2: 2, support: 'real' },
]

function count(tier: Partial<MeanClaim>, variance: number, wanted: string) {
  return Array.from({ length: RUNS }, (_, run) => {
    const { normal } = samples(run + 1)
    const check = createMeanCheck({ claimed: 1, support: 'nonnegative', tier: 'E', ...settings, ...tier })
    return check.update(many(1024, () => variance * normal() ** 2)) === wanted
  }).filter(Boolean).length
}

test.each(tiers)('true claims are refuted at most alpha of the time, tier $tier $support', tier => {
  expect(count(tier, 1, 'refuted')).toBeLessThanOrEqual(LIMIT)
})

test.each(tiers)('claims off by the precision are verified at most alpha of the time, tier $tier $support', tier => {
  expect(count(tier, 1.3, 'verified')).toBeLessThanOrEqual(LIMIT)
  expect(count(tier, 0.7, 'verified')).toBeLessThanOrEqual(LIMIT)
})

test('the limit catches a check that refutes three times too often', () => {
  const loose = Array.from({ length: RUNS }, (_, run) => {
    const { normal } = samples(run + 1)
    const check = createMeanCheck({ claimed: 1, support: 'nonnegative', tier: 'E', ...settings, alphaRefute: 0.9 })
    return check.update(many(1024, () => normal() ** 2)) === 'refuted'
  }).filter(Boolean).length
  expect(loose).toBeGreaterThan(LIMIT)
})

function countMatrices(smallest: number, wanted: string) {
  return Array.from({ length: RUNS }, (_, run) => {
    const { normal } = samples(run + 7000)
    const check = createCovarianceCheck({ claimed: [[1, 0], [0, 1]], ...settings })
    const sum = [[0, 0], [0, 0]]
    for (let n = 1; n <= 800; n++) {
      const [x, y] = [normal(), Math.sqrt(smallest) * normal()]
      sum[0]![0]! += x * x
      sum[0]![1]! = sum[1]![0]! += x * y
      sum[1]![1]! += y * y
      if (n % 200 === 0) check.update(n, sum)
    }
    return check.verdict().status === wanted
  }).filter(Boolean).length
}

test('true covariances are refuted, and ones off along one eigenvector verified, at most alpha of the time', () => {
  expect(countMatrices(1, 'refuted')).toBeLessThanOrEqual(LIMIT)
  expect(countMatrices(1.3, 'verified')).toBeLessThanOrEqual(LIMIT)
  expect(countMatrices(0.7, 'verified')).toBeLessThanOrEqual(LIMIT)
})
