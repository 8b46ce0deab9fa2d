/** The weakest link decides: a property over all lists of evidence, and what is expected of a claim. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Evidence, Verdict } from '../../src/verify/evidence.js'
import { isAsExpected, verdictOf } from '../../src/verify/verdict.js'

const all: readonly Verdict[] = ['refuted', 'invalid', 'undecided', 'proved', 'verified']
const pieces =
  fc.array(fc.constantFrom(...all).map((verdict): Evidence => ({ kind: 'k', verdict, how: '', seconds: 0 })))
const teeth = (...survivors: string[]) =>
  ({ total: 3, killed: 3 - survivors.length, equivalent: 0, survivors, by: {}, tried: {} })

test('any refutation refutes, and nothing but proof and verification is green', () => {
  fc.assert(fc.property(pieces, (evidence) => {
    const found = evidence.map(({ verdict }) => verdict)
    const verdict = verdictOf(evidence)
    expect(verdict === 'refuted').toBe(found.includes('refuted'))
    const green = found.length > 0 && found.every((v) => v === 'proved' || v === 'verified')
    expect(verdict === 'proved' || verdict === 'verified').toBe(green)
    if (verdict === 'proved') expect(found).toContain('proved')
  }))
})

test('the order of the evidence does not count', () => {
  fc.assert(fc.property(pieces, (evidence) => verdictOf([...evidence].reverse()) === verdictOf(evidence)))
})

test('more evidence never turns a claim that is not green green, unless there was none', () => {
  fc.assert(fc.property(pieces, pieces, (some, more) => {
    fc.pre(some.length > 0 && !['proved', 'verified'].includes(verdictOf(some)))
    expect(['proved', 'verified']).not.toContain(verdictOf([...some, ...more]))
  }))
})

test('a survivor keeps a proved claim from being as expected', () => {
  expect(isAsExpected('proved', 'holds', teeth())).toBe(true)
  expect(isAsExpected('proved', 'holds', teeth('sign'))).toBe(false)
  expect(isAsExpected('verified', 'holds', null)).toBe(true)
})

test('a claim that is expected to fail is as expected only when it is refuted', () => {
  for (const verdict of all) expect(isAsExpected(verdict, 'refuted', null)).toBe(verdict === 'refuted')
})
