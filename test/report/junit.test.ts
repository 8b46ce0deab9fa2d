/** JUnit XML: counts that add up, and text that survives whatever a claim is called. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escapeXml, junitXml } from '../../src/report/junit.js'
import { claimReport, refuted, suiteReport, theoremReport } from './reports.js'

const anyText = fc.array(fc.integer({ min: 0, max: 0x10FFFF })).map((points) => String.fromCodePoint(...points))
const unescaped = (text: string): string => text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))

describe('escapeXml', () => {
  test('is undone by reading, for every text that XML can hold', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => { expect(unescaped(escapeXml(text))).toBe(text) }))
  })

  test('leaves no character that XML 1.0 forbids, and no markup', () => {
    fc.assert(fc.property(anyText, (text) => {
      expect(escapeXml(text)).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF<>"']/)
    }))
    expect(unescaped(escapeXml('a &#60; b'))).toBe('a &#60; b')
    expect(escapeXml('\uD800')).toBe('\uFFFD')
  })
})

describe('junitXml', () => {
  const claims = [claimReport(), refuted, claimReport({ name: 'open', verdict: 'undecided' })]
  const xml =
    junitXml(suiteReport([theoremReport({ claims })], [{ file: 'x.ts', claim: null, code: 'EXITS', message: 'a < b' }]))

  test('has a case per claim and per fault, and counts them', () => {
    expect(xml.match(/<testcase/g)).toHaveLength(4)
    expect(xml).toContain('<testsuites name="assay" tests="4" failures="2" errors="1"')
  })

  test('undecided is a failure, for it is not green', () => expect(xml).toContain('<failure type="undecided"'))

  test('an expected refutation passes', () => {
    const expected = { ...refuted, expected: 'refuted' as const, asExpected: true }
    expect(junitXml(suiteReport([theoremReport({ claims: [expected] })]))).not.toContain('<failure')
  })
})
