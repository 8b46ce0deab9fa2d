/** The ledger of false alarms: sums over simulations, never more spent than was set aside, nothing for proofs. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allocate } from '../../src/statistics/budget.js'
import { alarmsOf, budgetOf } from '../../src/suite/alarms.js'
import { suiteAlpha } from '../../src/suite/budget.js'
import { claimReport, theoremReport } from '../report/reports.js'

const reports = (draws: readonly number[]) => {
  const { entries } = allocate(suiteAlpha, draws.map((_, i) => ({ id: `${i}`, draws: 20 })))
  return draws.map((n, i) => theoremReport({ id: `a/${i}`, claims: [claimReport({ evidence: [
    { kind: 'simulated', verdict: 'verified', how: '', seconds: 1, ledger: entries[i], draws: n },
    { kind: 'moments', verdict: 'proved', how: '', seconds: 1 },
  ] })] }))
}

test('what draws could spend stays within what was set aside, and both within the alpha of the suite', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 9 }), (draws) => {
    const { simulations, allocated, spent } = alarmsOf(reports(draws))
    expect(simulations).toBe(draws.length)
    expect(spent).toBeLessThanOrEqual(allocated)
    expect(allocated).toBeLessThanOrEqual(suiteAlpha * (1 + 1e-5))
    expect(spent < allocated).toBe(draws.some((n) => n < 20))
  }))
})

test('without simulations nothing is spent', () => {
  expect(budgetOf([theoremReport()], 0.02))
    .toMatchObject({ suiteAlpha, precision: 0.02, alarms: { simulations: 0, allocated: 0, spent: 0 } })
})
