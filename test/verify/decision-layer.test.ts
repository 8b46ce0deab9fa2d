/**
 * What a simulated claim reports beside its verdict: its share of the error, its power, and where it cannot be decided.
 */
import { expect, test } from 'vitest'
import { spent, allocate } from '../../src/statistics/budget.js'
import { compile } from '../../src/theorem/compile.js'
import type { Theorem } from '../../src/theorem/define.js'
import { caseOf } from '../../src/verify/case.js'
import { drawCount, ledgerEntryOf } from '../../src/verify/simulation-levels.js'
import { momentumByHand, oneWeight } from '../refuted/twins.js'
import { minibatchOfOne } from './heavy-tails.js'
import { judged, quick } from './judged.js'

const claimOf = async (theorem: Theorem, name: string, options = {}) => (await judged(theorem, options)).get(name)!

test('the simulated claims of a theorem spend its error exactly once', async () => {
  const at = caseOf(await compile(momentumByHand), quick)
  const entries = ['variance', 'cross'].map((name) => ledgerEntryOf(name, at))
  expect(spent({ alpha: quick.alphaRefute, entries })).toBeLessThanOrEqual(quick.alphaRefute * (1 + 1e-12))
  expect(entries[0])
    .toEqual(allocate(quick.alphaRefute, ['variance', 'cross'].map((id) => ({ id, draws: drawCount(at) }))).entries[0])
})

test('a verified claim says the smallest error it would have refuted, finer where the precision is', async () => {
  const power = async (precision: number) => {
    const theorem = {
      ...oneWeight, evidence: { variance: [{ ...oneWeight.evidence.variance![0]!, precision }] },
    } as Theorem
    return ((await claimOf(theorem, 'variance')).evidence[0]!.power as { detectable: number }).detectable
  }
  const [coarse, fine] = [await power(0.2), await power(0.1)]
  expect(coarse).toBeLessThan(0.2)
  expect(fine).toBeLessThan(coarse)
})

test('a claim that is not decided says how many samples it needs', async () => {
  // the claim is off by just the precision, where neither verdict can come soon
  const off = { ...oneWeight, claims: { variance: `${oneWeight.claims.variance as string} / (1 + 1 / 12)` },
    evidence: { variance: [{ ...oneWeight.evidence.variance![0]!, precision: 0.081 }] } } as Theorem
  const { verdict, evidence: [piece] } = await claimOf(off, 'variance', { alphaRefute: 1e-300 })
  expect(verdict).toBe('undecided')
  expect((piece!.power as { samplesNeeded: number }).samplesNeeded).toBeGreaterThan(0)
  expect(piece!.how).toMatch(/more samples are needed/)
})

test('where the fourth moment is finite, averages over the stationary law decide', async () => {
  expect((await claimOf(minibatchOfOne('0.05', '0.15'), 'variance', { precision: 0.2 })).verdict).toBe('verified')
})
