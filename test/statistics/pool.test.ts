import { expect, test } from 'vitest'
import { createMeanCheck } from '../../src/statistics/mean-check.js'
import { emptyPool, logPooled, poolDraw } from '../../src/statistics/pool.js'
import { samples } from './samples.js'

/** The bets of one draw: `degrees` Gaussian squares whose variance is `ratio` times the claim. */
function draw(seed: number, ratio: number, degrees = 400) {
  const { normal } = samples(seed)
  const check = createMeanCheck({ claimed: 1, support: 'nonnegative', tier: 'E', precision: 0.5, alphaRefute: 1e-9 })
  let sum = 0
  for (let k = 0; k < degrees; k++) sum += normal() ** 2
  check.updateSums(degrees, ratio * sum)
  return check.verdict()
}

test('an error that no draw can refute alone falls to the pool, and a true claim does not', () => {
  let [wrong, right] = [emptyPool(['mean']), emptyPool(['mean'])]
  let most = 0
  for (let seed = 1; seed <= 150; seed++) {
    const bad = draw(seed, 1.06)
    most = Math.max(most, bad.logE.refute!)
    wrong = poolDraw(wrong, bad.bets)
    right = poolDraw(right, draw(seed + 1000, 1).bets)
  }
  const needed = Math.log(1e9)
  expect(most).toBeLessThan(needed)
  expect(logPooled(wrong)).toBeGreaterThan(needed)
  expect(logPooled(right)).toBeLessThan(needed)
})

test('pooling Gaussian draws is pooling their sums', () => {
  const [one, two] = [draw(1, 1.1), draw(2, 0.9)]
  const pooled = poolDraw(poolDraw(emptyPool(['mean']), one.bets), two.bets)
  const both = createMeanCheck({ claimed: 1, support: 'nonnegative', tier: 'E', precision: 0.5, alphaRefute: 1e-9 })
  both.updateSums(800, 400 * (one.estimate! + two.estimate!))
  expect(logPooled(pooled)).toAgreeWith(both.verdict().logE.refute!)
})

test('a missing component is no evidence, a stranger is refused', () => {
  const empty = emptyPool(['mean', 'variance 2'])
  expect(logPooled(poolDraw(empty, []))).toAgreeWith(0)
  expect(() => poolDraw(empty, [{ component: 'odd', up: [], down: [] }])).toThrow(/"odd" is not in the pool/)
})
