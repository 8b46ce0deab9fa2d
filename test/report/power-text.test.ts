/**
 * Power in words: what a verified claim would have seen, what an undecided one needs, and silence where neither is
 * known.
 */
import { expect, test } from 'vitest'
import { foundText, powerLines } from '../../src/report/power-text.js'
import { claimReport, suiteReport, theoremReport } from './reports.js'

const simulated = (power: object) => ({ kind: 'simulated', verdict: 'verified' as const, how: '', seconds: 1, power })

test('the smallest error and the samples needed are told, each where it is known', () => {
  expect(powerLines(simulated({ detectable: 0.01234, samplesNeeded: null })))
    .toEqual(['simulated: the smallest error it would have refuted is 1.2 %'])
  expect(powerLines(simulated({ detectable: null, samplesNeeded: 9000 })))
    .toEqual(['simulated: about 9000 samples are needed at the hardest draw'])
  expect(powerLines({ kind: 'moments', verdict: 'proved', how: '', seconds: 1 })).toEqual([])
})

test('every claim of the theorem has its verdict, and a record without the theorem says so', () => {
  const report = suiteReport([theoremReport({ claims: [
    claimReport({ name: 'one', evidence: [simulated({ detectable: 0.05, samplesNeeded: null })], verdict: 'verified' }),
    claimReport({ name: 'other' })] })])
  expect(foundText(report, 'liu2021/covariance')).toBe(
    '\nfound with seed 1\n  one    verified\n         simulated: '
      + 'the smallest error it would have refuted is 5 %\n  other  proved\n')
  expect(foundText(report, 'liu2021/none')).toContain('the record has no liu2021/none')
})
