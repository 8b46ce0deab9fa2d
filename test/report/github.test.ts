/** Workflow commands end where they should, whatever the text between says. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { annotations } from '../../src/report/github.js'
import { moduleText } from '../../src/report/module-keys.js'
import { claimReport, refuted, theoremReport } from './reports.js'

const anyText = fc.array(fc.integer({ min: 0, max: 0x10FFFF })).map((points) => String.fromCodePoint(...points))

test('each annotation is one line with one title, whatever a fault says', () => {
  fc.assert(fc.property(anyText, fc.string(), (message, claim) => {
    const [line = ''] = annotations({ theorems: [], errors: [{ file: 'x.ts', claim, code: 'X', message }] })
    expect(line).not.toMatch(/[\r\n]/)
    expect(line).toMatch(/^::error file=x\.ts,line=1,title=[^,:]*::/)
  }))
})

test('contrary claims are errors, open ones warnings, expected ones silent', () => {
  const claims = [claimReport(), refuted, claimReport({ name: 'open', verdict: 'undecided' })]
  const levels = annotations({ theorems: [theoremReport({ claims })], errors: [] }).map((line) => line.split(' ')[0])
  expect(levels).toEqual(['::error', '::warning'])
})

test('an annotation points to the line of its claim in the module', () => {
  const file = 'theorems/liu2021/covariance.ts'
  const lines = moduleText(file)!.split('\n')
  const [line = ''] =
    annotations({ theorems: [theoremReport({ file, claims: [{ ...refuted, name: 'closedForm' }] })], errors: [] })
  expect(lines[Number(/line=(\d+)/.exec(line)?.[1]) - 1]).toContain('closedForm')
})
