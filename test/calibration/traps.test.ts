/** The heavy-tail traps in full: no seed of a thousand decides a claim falsely, near the edge or beyond the fourth moment. */
import { expect, test } from 'vitest'
import type { Theorem } from '../../src/theorem/define.js'
import { minibatchOfOne, ridge } from '../verify/heavy-tails.js'
import { judged } from '../verify/judged.js'

const SEEDS = Number(process.env.CALIBRATION_RUNS ?? 10_000) / 10

const traps: readonly (readonly [string, Theorem, string, number])[] = [
  ['beyond the fourth moment, a true claim', minibatchOfOne('0.40', '0.60'), 'variance', SEEDS],
  // these are simulated to the end of their budget
  ['below it, a true claim', minibatchOfOne('0.20', '0.36'), 'variance', SEEDS / 10],
  ['negative weight decay near the edge, a true claim', ridge('1.8'), 'loss', SEEDS],
]

test.each(traps)('%s is never refuted', async (_, theorem, claim, seeds) => {
  const wrong: string[] = []
  for (let seed = 0; seed < seeds; seed++) {
    const { verdict } = (await judged(theorem, { seed: `trap ${seed}`, precision: 0.2 })).get(claim)!
    if (verdict === 'refuted') wrong.push(`seed ${seed}`)
  }
  expect(wrong).toEqual([])
})

test('beyond the fourth moment a claim off by half is never verified', async () => {
  for (let seed = 0; seed < SEEDS; seed++) {
    const { verdict } = (await judged(minibatchOfOne('0.40', '0.60', '3 / 2'), { seed: `trap ${seed}` })).get('variance')!
    expect(verdict).not.toBe('verified')
  }
})
