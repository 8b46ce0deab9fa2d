/** A badge is never greener than its run. */
import { expect, test } from 'vitest'
import { badge } from '../../src/report/badge.js'
import type { Verdict } from '../../src/verify/evidence.js'
import { claimReport, suiteReport, theoremReport } from './reports.js'

const withVerdict = (verdict: Verdict) =>
  badge(suiteReport([theoremReport({ claims: [claimReport(), claimReport({ verdict })] })]))

test.each([['proved', '2/2', 'brightgreen'], ['verified', '2/2', 'brightgreen'], ['undecided', '1/2', 'yellow'],
  ['invalid', '1/2', 'yellow'], ['refuted', '1/2', 'red']] as const)('a claim that is %s gives %s in %s', (verdict,
  part, color) =>
  expect(withVerdict(verdict))
    .toEqual({ schemaVersion: 1, label: 'theorems', message: `${part} claims as expected`, color }))

test('an ill-stated module is named, and red', () => {
  const fault = { file: 'x.ts', claim: null, code: 'EXITS', message: '' }
  expect(badge(suiteReport([theoremReport()], [fault])))
    .toMatchObject({ message: '1/1 claims as expected, 1 ill-stated', color: 'red' })
})
