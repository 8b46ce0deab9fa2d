/**
 * How many samples a true claim of tier E takes to be verified, against Wald's bound: no sequential test of level alpha
 * excludes an error of delta in fewer than ln(1/alpha) / KL samples on average, KL that of the nearer of 1 +- delta.
 * In D dimensions every direction must be excluded at once, which the bound for one direction knows nothing of.
 */
import { afterAll, expect, test } from 'vitest'
import { createCovarianceCheck } from '../../src/statistics/covariance-check.js'
import { createMeanCheck } from '../../src/statistics/mean-check.js'
import { samplesToVerifyCovariance } from '../../src/statistics/power.js'
import { samples } from '../statistics/samples.js'
import { leaveRows } from './table.js'

const RUNS = 600
const LIMIT = 1.6
const levels = { precision: 0.2, alphaVerify: 1e-6, alphaRefute: 1e-9 }
const LOOK = 128
const information = (d: number): number => 0.5 * (1 / (1 + d) - 1 + Math.log(1 + d))
const bound = -Math.log(levels.alphaVerify) / Math.min(information(levels.precision), information(-levels.precision))
const rows: string[] = []
afterAll(() => leaveRows('1 tiers and samples', rows))

/** Samples used by each run. */
const counts = (dimension: number): number[] => Array.from({ length: RUNS }, (_, run) => {
  const { normal } = samples(5_000_000 + 1000 * dimension + run)
  const check = createCovarianceCheck({ claimed: unit(dimension), ...levels })
  const sum = unit(dimension).map((row) => row.map(() => 0))
  let n = 0
  do {
    for (let k = 0; k < LOOK; k++) {
      const z = sum.map(normal)
      sum.forEach((row, i) => row.forEach((_, j) => { row[j]! += z[i]! * z[j]! }))
    }
    n += LOOK
  } while (check.update(n, sum) === 'running')
  expect(check.verdict().status).toBe('verified')
  return n
})

const unit = (d: number): number[][] =>
  Array.from({ length: d }, (_, i) => Array.from({ length: d }, (__, j) => (i === j ? 1 : 0)))

/** Is the mean of nonnegative ratios below the limit? Decided by the library's own test. */
function isBelow(ratios: readonly number[], limit: number): boolean {
  const check = createMeanCheck({
    claimed: limit, support: 'nonnegative', tier: 'A', pilot: 32, precision: 0.02, alphaRefute: 1e-3,
  })
  check.update(Float64Array.from(ratios))
  const { status, side } = check.verdict()
  return status === 'refuted' && side === 'below'
}

function measured(used: readonly number[], dimension: number, against: number, name: string, limit: number): number[] {
  const ratios = used.map((n) => n / against)
  const mean = ratios.reduce((a, b) => a + b, 0) / RUNS
  rows.push(`| samples to verify at 20 %, D = ${dimension}, over ${name} | ${RUNS} runs | ${mean.toFixed(2)} | `
    + `${Number.isNaN(limit) ? '-' : limit} |`)
  return ratios
}

test('a variance is verified within 1.6 times the samples of Wald\'s bound', () => {
  expect(isBelow(measured(counts(1), 1, bound, 'Wald\'s bound', LIMIT), LIMIT)).toBe(true)
})

test.each([2, 3, 4])('a covariance of %s dimensions is verified in operator norm within the samples that are forecast',
  (dimension) => {
    const used = counts(dimension)
    measured(used, dimension, bound, 'Wald\'s bound for one direction', NaN)
    const forecast = samplesToVerifyCovariance(levels.precision, levels.alphaVerify, dimension)
    expect(isBelow(measured(used, dimension, forecast, 'the forecast in operator norm', 1.1), 1.1)).toBe(true)
})
