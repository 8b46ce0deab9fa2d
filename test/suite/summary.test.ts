/** The exit code is a function of the record: contrary beats ill-stated beats open beats fine. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exitCode, standingOf, summarise } from '../../src/suite/summary.js'
import type { ClaimReport, Verdict } from '../../src/verify/evidence.js'
import { claimReport, theoremReport } from '../report/reports.js'

const fault = { file: 'x.ts', claim: null, code: 'X', message: 'x' }
const codeOf = (claims: readonly ClaimReport[], errors = 0) =>
  exitCode({ theorems: [theoremReport({ claims })], errors: Array.from({ length: errors }, () => fault) })
const claims = fc.array(fc.record({
  verdict: fc.constantFrom<Verdict>('proved', 'verified', 'refuted', 'undecided', 'invalid'),
  expected: fc.constantFrom<'holds' | 'refuted'>('holds', 'refuted'),
}).map(claimReport), { minLength: 1, maxLength: 8 })

describe('exitCode', () => {
  test('is 0 only if every claim came out as expected and no module is ill-stated', () => {
    fc.assert(fc.property(claims, fc.nat({ max: 1 }), (some, errors) => {
      expect(codeOf(some, errors) === 0).toBe(errors === 0 && some.every(({ asExpected }) => asExpected))
    }))
  })

  test('is 1 exactly where something contrary was found, whatever else went wrong', () => {
    fc.assert(fc.property(claims, fc.nat({ max: 1 }), (some, errors) => {
      expect(codeOf(some, errors) === 1).toBe(some.some((claim) => standingOf(claim) === 'contrary'))
    }))
  })

  test('is 3 where random numbers failed their test, unless something was found to be wrong', () => {
    const failed = { ...fault, code: 'BAD_GENERATOR' }
    expect(exitCode({ theorems: [], errors: [failed] })).toBe(3)
    expect(exitCode({ theorems: [], errors: [failed, fault] })).toBe(2)
  })

  test('of a run that verified nothing is not 0', () => expect(exitCode({ theorems: [], errors: [] })).toBe(2))

  test.each([
    ['an expected refutation that came', claimReport({ expected: 'refuted', verdict: 'refuted' }), 0],
    ['an expected refutation that did not come', claimReport({ expected: 'refuted', verdict: 'undecided' }), 1],
    ['a refuted claim that should hold', claimReport({ verdict: 'refuted' }), 1],
    ['a surviving misprint', claimReport({ verdict: 'proved', asExpected: false }), 1],
    ['an undecided claim', claimReport({ verdict: 'undecided' }), 3],
    ['an invalid claim', claimReport({ verdict: 'invalid' }), 3],
  ])('of %s', (_, claim, code) => expect(codeOf([claim])).toBe(code))

  test('of an ill-stated module beside undecided claims is 2', () =>
    expect(codeOf([claimReport({ verdict: 'undecided' })], 1)).toBe(2))
})

test('the counts of verdicts add up to the claims', () => {
  fc.assert(fc.property(claims, (some) => {
    const { claims: total, proved, verified, refuted, undecided, invalid } =
      summarise([theoremReport({ claims: some })], 1)
    expect(proved + verified + refuted + undecided + invalid).toBe(total)
  }))
})
