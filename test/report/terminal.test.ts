/** What a reader sees: every claim with its verdict, and enough to see a failure again. */
import { describe, expect, test } from 'vitest'
import { writtenText } from '../../src/report/output.js'
import { paletteFor } from '../../src/report/palette.js'
import { countLines } from '../../src/report/summary-text.js'
import { terminalReporter } from '../../src/report/terminal.js'
import type { StatementFault, TheoremReport } from '../../src/verify/evidence.js'
import { claimReport, refuted, suiteReport, theoremReport } from './reports.js'

function shown(
  theorems: readonly TheoremReport[], errors: readonly StatementFault[] = [], screen = writtenText(),
): string {
  const reporter = terminalReporter(screen)
  reporter.onRunStart?.({ theorems: [], seed: '42', threads: 2, expected: new Map() })
  theorems.forEach((report) => reporter.onTheoremDone?.(report, ''))
  errors.forEach((fault) => reporter.onFault?.(fault))
  void reporter.onRunEnd?.(suiteReport(theorems, errors))
  return screen.text()
}

describe('the terminal reporter', () => {
  test('always prints the seed', () => expect(shown([])).toContain('seed 42'))

  test('gives each claim one line with mark, name, verdict, how, teeth and seconds', () => {
    const misprints = { total: 31, killed: 30, equivalent: 1, survivors: [], by: {}, tried: {} }
    expect(shown([theoremReport({ claims: [claimReport({ misprints })] })])).toContain(
      '  ✓ closedForm  proved  identity of rational functions  misprints 30/30  0.5 s\n')
  })

  test('shows parameters, both sides and the replay command of a refuted claim', () => {
    const text = shown([theoremReport({ claims: [refuted] })])
    for (const part of ['✗ wrong  refuted', 'Sigma == 2 * C', 'mu       1/2', 'K        [[1, 0], [0, 2]]', 'left     3',
      'right    4',
        'assay replay liu2021/covariance:wrong:1:1:0.02:3',
        'some claim did not come out as expected']) expect(text).toContain(part)
  })

  test('shows the corrected claim beside an expected refutation, which counts as expected', () => {
    const wrong = { ...refuted, expected: 'refuted' as const, asExpected: true, corrected: 'closedForm' }
    const text = shown([theoremReport({ claims: [wrong, claimReport()] })])
    expect(text).toContain('✓ wrong       refuted as expected')
    expect(text).toContain('corrected by closedForm: Sigma == C')
    expect(text).toContain('every claim came out as expected')
  })

  test('names misprints that survived, and says when an expected refutation did not come', () => {
    const misprints = { total: 3, killed: 2, equivalent: 0, survivors: ['Sigma == -C'], by: {}, tried: {} }
    const text = shown([theoremReport({ claims: [
      claimReport({ misprints, asExpected: false }), claimReport({ name: 'false', expected: 'refuted' })] })])
    expect(text).toContain('not excluded: Sigma == -C')
    expect(text).toContain('expected to be refuted')
  })

  test('says how much of the error of the suite was spent, where something was simulated', () => {
    const budget = { suiteAlpha: 1e-6, alphaVerify: 1e-6, precision: 0.02, alarms: {
      simulations: 51, allocated: 9e-7, spent: 8.24e-7,
    } }
    expect(countLines({ ...suiteReport([theoremReport()]), budget }, paletteFor(false))[0]).toBe(
      'false alarms: at most 8.2e-7 of 0.000001 spent by 51 simulations')
    expect(countLines(suiteReport([theoremReport()]), paletteFor(false))[0]).toMatch(/^1 claim/)
  })

  test('tells the fault of an ill-stated module with its code', () => {
    expect(shown([], [{ file: 'theorems/x.ts', claim: null, code: 'EXITS', message: 'ended its worker' }]))
      .toContain('✗ theorems/x.ts: ended its worker [EXITS]')
  })

  test('writes no escape sequence unless colours or a live screen are wanted', () => {
    const theorems = [theoremReport({ claims: [refuted, claimReport()] })]
    expect(shown(theorems)).not.toContain('\u001b')
    expect(shown(theorems, [], writtenText({ colour: true }))).toContain('\u001b[31m')
  })
})
