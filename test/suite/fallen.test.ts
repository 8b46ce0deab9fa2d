/** The list of claims that fell has each of them with what is true instead, and nothing that stands. */
import { expect, test } from 'vitest'
import { fallenClaims } from '../../src/suite/fallen.js'
import { mergeRecords } from '../../src/suite/merge.js'
import { claimReport, refuted, suiteReport, theoremReport } from '../report/reports.js'

const printed = { ...refuted, name: 'printed', expected: 'refuted', asExpected: true, corrected: 'closedForm' } as const
const fell = (...claims: Parameters<typeof claimReport>[0][]) =>
  fallenClaims([theoremReport({ claims: claims.map(claimReport) })])

test('a claim that fell stands beside its correction and its counterexample', () => {
  const [one, ...others] = fell(printed, { name: 'closedForm', statement: 'Sigma == C', verdict: 'proved' })
  expect(others).toEqual([])
  expect([one!.theorem, one!.claim, one!.counterexample])
    .toEqual(['liu2021/covariance', 'printed', refuted.counterexample])
  expect(one!.corrected).toMatchObject({ claim: 'closedForm', statement: 'Sigma == C', verdict: 'proved' })
})

test('a claim without a correction of its own is listed all the same', () => {
  expect(fell({ ...printed, corrected: null })).toMatchObject([{ claim: 'printed', corrected: null }])
})

test.each([
  ['that was to hold', { ...refuted }],
  ['that did not fall', { ...printed, verdict: 'proved', asExpected: false }],
  ['of which nothing was decided', { ...printed, verdict: 'undecided', asExpected: false }],
] as const)('a claim %s has not fallen', (_, claim) => {
  expect(fell(claim)).toEqual([])
})

test('the record of all shards lists what fell in each', () => {
  const shard = (k: number, id: string) => {
    const report = suiteReport([theoremReport({ id, claims: [claimReport(printed)] })])
    return { file: `${k}.json`, report: { ...report, run: { ...report.run, shard: `${k}/2` } } }
  }
  const { fallen } = mergeRecords([shard(2, 'b/two'), shard(1, 'a/one')])
  expect(fallen.map(({ theorem }) => theorem)).toEqual(['a/one', 'b/two'])
})
