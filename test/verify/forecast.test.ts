/** How many samples a check is said to miss, and what follows for those who begin with them. */
import { expect, test } from 'vitest'
import { createMeanCheck } from '../../src/statistics/mean-check.js'
import { samplesAhead } from '../../src/verify/forecast.js'
import { samples } from '../statistics/samples.js'

const levels = { precision: 0.1, alphaVerify: 1e-6, alphaRefute: 1e-9 }
const ofSquares = { cv2: () => 2 }
const LOOK = 64

/** Samples so far and samples ahead after each look at a true claim, until it is decided. */
function followed(seed: number): { n: number; ahead: number }[] {
  const { normal } = samples(seed)
  const check = createMeanCheck({ claimed: 1, support: 'nonnegative', tier: 'E', ...levels })
  const seen = []
  while (check.update(Float64Array.from({ length: LOOK }, () => normal() ** 2)) === 'running') {
    seen.push({ n: check.verdict().n, ahead: samplesAhead(check.verdict(), ofSquares, levels) })
  }
  return seen
}

test('whoever begins with all that is forecast does at most twice what is needed, chance early on included', () => {
  const runs = Array.from({ length: 40 }, (_, k) => followed(9_000 + k))
  const needed = runs.reduce((sum, seen) => sum + seen.at(-1)!.n + LOOK, 0)
  const begun = runs.reduce((sum, seen) => sum + Math.max(...seen.map(({ n, ahead }) => n + ahead)), 0)
  expect(begun / needed).toBeLessThan(2)
})

test('near the end little is forecast, and never a negative number', () => {
  const seen = followed(9_100)
  for (const { ahead } of seen) expect(ahead).toBeGreaterThanOrEqual(0)
  expect(seen.at(-1)!.ahead).toBeLessThan(seen.at(-1)!.n / 4)
})

test('where nothing says how much samples vary, as many are forecast as there were', () => {
  const check = createMeanCheck({ claimed: 1, support: 'nonnegative', tier: 'E', ...levels })
  check.update(new Float64Array(64).fill(0.5))
  expect(samplesAhead(check.verdict(), {}, levels)).toBeLessThanOrEqual(64)
})
