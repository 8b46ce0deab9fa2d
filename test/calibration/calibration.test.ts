/**
 * False verdicts of the production code, counted: at 10,000 runs the exact 99 % bound on a rate must reach below its
 * nominal value; faults planted in the samples must be seen.
 */
import { afterAll, describe, expect, test } from 'vitest'
import { allocate } from '../../src/statistics/budget.js'
import type { MeanClaim } from '../../src/statistics/mean-claim.js'
import { alarmCount } from '../statistics/proportion.js'
import { samples } from '../statistics/samples.js'
import { countVerdicts, rareRefutation, squares, studentSquares, type Source } from './counting.js'
import { countRow, leaveRows } from './table.js'

const RUNS = Number(process.env.CALIBRATION_RUNS ?? 10_000)
const ALPHA = 0.01
const LIMIT = alarmCount(RUNS, ALPHA, 1e-3)
const rows: string[] = []
const row = (...of: Parameters<typeof countRow>): void => { rows.push(countRow(...of)) }
afterAll(() => leaveRows('1 tiers', rows))

const tiers: (
  Partial<MeanClaim> & { readonly tier: 'E' | 'C' | 'A' }
)[] = [{ tier: 'E' }, { tier: 'C', cv2: 2 }, { tier: 'A', pilot: 512 }]

describe.each(tiers)('tier $tier', (tier) => {
  test('refutes a true claim, or verifies one off by the precision, at most alpha of the time', () => {
    const truth = countVerdicts(RUNS, tier, squares(1), 4096)
    const [high, low] = [1.3, 0.7].map((v, i) => countVerdicts(RUNS, tier, squares(v), 4096, (i + 1) * 100_000))
    row(`tier ${tier.tier}, true claim refuted`, truth.refuted, RUNS, '0.01')
    row(`tier ${tier.tier}, claim 30 % too low verified`, high!.verified, RUNS, '0.01')
    row(`tier ${tier.tier}, claim 30 % too high verified`, low!.verified, RUNS, '0.01')
    for (const events of [truth.refuted, high!.verified, low!.verified]) expect(events).toBeLessThanOrEqual(LIMIT)
  })
})

test.each([1e-6, 1e-9])('tier E refutes a true claim with probability at most %s', (alpha) => {
  const { rate, error } = rareRefutation(RUNS / 5, alpha, 16_384)
  rows.push(`| tier E, true claim refuted, by importance sampling | ${RUNS / 5} runs | ${rate.toExponential(1)} ± `
    + `${error.toExponential(1)} | ${alpha} |`)
  expect(rate - 3 * error).toBeLessThanOrEqual(alpha)
})

test.each([3, 4])('squares of Student t with %s degrees of freedom are never falsely decided more often than alpha',
  (nu) => {
    const runs = RUNS / 10
    const { refuted, verified } =
      countVerdicts(runs, { tier: 'A', pilot: 512, precision: 0.2 }, studentSquares(nu), 8192)
    row(`tier A, t${nu} squared, true claim refuted (${verified} verified)`, refuted, runs, '0.01')
    expect(refuted).toBeLessThanOrEqual(alarmCount(runs, ALPHA, 1e-3))
})

test('whole suites raise a false alarm at most as often as their budget says', () => {
  const [suites, claims, draws, alpha] = [200, 12, 5, 0.2]
  const { entries } = allocate(alpha, Array.from({ length: claims }, (_, i) => ({ id: `${i}`, draws })))
  const alarmed = Array.from({ length: suites }, (_, suite) => countVerdicts(
    claims * draws, { tier: 'E', alphaRefute: entries[0]!.perDraw }, squares(1), 4096,
    2_000_000 + suite * claims * draws).refuted > 0)
  const events = alarmed.filter(Boolean).length
  row('suites of 12 claims at 5 draws with a false alarm', events, suites, '0.2')
  expect(events).toBeLessThanOrEqual(alarmCount(suites, alpha, 1e-3))
})

const repeated = (times: number): Source => ({ normal }) => {
  let [left, x] = [0, 0]
  return () => {
    if (left-- === 0) [left, x] = [times - 1, normal() ** 2]
    return x
  }
}
const reused: Source = ({ normal }) => {
  let [z, w] = [0, 0]
  // the noise of a step is used again in the next one, so the variance is no longer that of the claim
  return () => {
    for (let t = 0; t < 40; t++) {
      if (t % 2 === 0) z = normal()
      w = 0.8 * w + 0.6 * z
    }
    return w * w
  }
}
const shortBurnIn: Source = ({ normal }) => () => {
  let w = 0
  for (let t = 0; t < 4; t++) w = 0.8 * w + 0.6 * normal()
  return w * w
}
const faults: readonly (readonly [string, Source])[] = [
  ['duplicated replicas', repeated(8)], ['re-used noise', reused], ['wrong burn-in', shortBurnIn],
]

test.each(faults)('%s are seen', (name, source) => {
  const runs = 300
  const { refuted } = countVerdicts(runs, { tier: 'E', precision: 0.1, alphaVerify: 1e-6 }, source, 8192)
  row(`planted fault: ${name}, true claim refuted`, refuted, runs, '0.01')
  expect(refuted).toBeGreaterThan(alarmCount(runs, ALPHA, 1e-6))
})

test('an infinite value from Box and Muller at u = 0 makes the run invalid, never a verdict', () => {
  const infinite: Source = ({ uniform, normal }) => () => (uniform() < 0.02 ? Infinity : normal() ** 2)
  const { invalid, runs } = countVerdicts(200, { tier: 'E', precision: 0.1 }, infinite, 8192)
  row('planted fault: infinite value, run invalid', invalid, runs, '1')
  expect(invalid).toBe(runs)
})

test('one seed for every draw is seen: all draws then agree to the last digit', () => {
  const decide = (seed: number) => countVerdicts(1, { tier: 'E', alphaRefute: 1e-3 }, squares(1), 512, seed)
  const [same, different] =
    [[5, 5, 5, 5], [5, 6, 7, 8]].map((seeds) => new Set(seeds.map((seed) => squares(1)(samples(seed))())).size)
  expect([same, different]).toEqual([1, 4])
  expect(decide(5)).toEqual(decide(5))
})
