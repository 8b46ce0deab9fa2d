/** What the first screen of a red run says of each failure. */
import { expect, test } from 'vitest'
import { failureLines, failures, noiseLines } from '../../src/report/failure-text.js'
import { claimReport, refuted, suiteReport, theoremReport } from './reports.js'

const simulatedAway = { ...refuted,
  evidence: [{ kind: 'simulated', verdict: 'refuted' as const, how: 'refuted at draw 1', seconds: 1,
    logE: Math.log(2.5e12), samples: 4096, ledger: { alpha: 2e-9 } }] }

test('a refutation by simulation says how strong the evidence is and how seldom a true claim gets there', () => {
  expect(noiseLines(simulatedAway)).toEqual(
    ['not noise: evidence 10^12 to 1 after 4096 samples; a true claim gets there with probability at most 2e-9'])
})

test('a refutation in exact arithmetic says that nothing random decided', () =>
  expect(noiseLines(refuted)).toEqual(['not noise: identity of rational functions; no randomness decides here']))

test('surviving misprints and missing decisions are told apart', () => {
  const survivors = { total: 2, killed: 1, equivalent: 0, survivors: ['x'], by: {}, tried: {} }
  expect(noiseLines(claimReport({ misprints: survivors, asExpected: false })).join())
    .toContain('the check does not bite: 1 wrong version')
  expect(noiseLines(claimReport({ verdict: 'undecided' })).join()).toMatch(/^open: /)
})

test('a failure tells place, claim, parameters, both sides and the command that replays it', () => {
  const lines = failureLines({ theorem: theoremReport(), claim: refuted }, 41)
  expect(lines[0]).toBe('theorems/liu2021/covariance.ts:41  liu2021/covariance › wrong: refuted')
  for (const part of [
    /claimed +Sigma == 2 \* C/, /mu +1\/2/, /left +3/, /right +4/, /replay +assay replay liu2021\/covariance:wrong/,
  ]) {
    expect(lines.join('\n')).toMatch(part)
  }
})

test('what is contrary comes before what is open, and what came out is no failure', () => {
  const claims = [claimReport({ name: 'open', verdict: 'undecided' }), claimReport(), refuted]
  expect(failures(suiteReport([theoremReport({ claims })])).map(({ claim: { name } }) => name))
    .toEqual(['wrong', 'open'])
})
