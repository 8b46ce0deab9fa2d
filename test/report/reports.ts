/** Small reports for tests: everything has a default, so that a test names only what it is about. */
import type { SuiteReport } from '../../src/suite/events.js'
import { fallenClaims } from '../../src/suite/fallen.js'
import { summarise } from '../../src/suite/summary.js'
import type { ClaimReport, StatementFault, TheoremReport } from '../../src/verify/evidence.js'

export function claimReport(part: Partial<ClaimReport> = {}): ClaimReport {
  const { verdict = 'proved', expected = 'holds' } = part
  const green = verdict === 'proved' || verdict === 'verified'
  return {
    name: 'closedForm', statement: 'Sigma == C', tex: '\\Sigma = C', says: null, when: null, corrected: null,
    misprints: null, counterexample: null, replay: null, verdict, expected,
    asExpected: expected === 'refuted' ? verdict === 'refuted' : green,
    evidence: [{ kind: 'moments', verdict, how: 'identity of rational functions', seconds: 0.5 }],
    ...part,
  }
}

export const theoremReport = (part: Partial<TheoremReport> = {}): TheoremReport => ({
  id: 'liu2021/covariance', file: 'theorems/liu2021/covariance.ts', title: 'Stationary covariance of SGD',
  source: { key: 'liu2021', at: 'Theorem 1', url: 'https://example.org' }, claims: [claimReport()], seconds: 1.5,
  ...part,
})

export const suiteReport = (
  theorems: readonly TheoremReport[], errors: readonly StatementFault[] = [],
): SuiteReport => ({
  schema: 1, engine: { version: '0.0.0', node: '20.0.0' }, seed: '1',
  budget: { suiteAlpha: 1e-6, alphaVerify: 1e-6, precision: 0.02 },
  run: { effort: 1, misprints: true, patterns: [], shard: null, interrupted: false, generator: null },
  theorems, errors, fallen: fallenClaims(theorems), summary: summarise(theorems, 3),
})

export const refuted = claimReport({
  name: 'wrong', verdict: 'refuted', statement: 'Sigma ==\n  2 * C',
  counterexample: { parameters: { mu: '1/2', K: '[[1, 0], [0, 2]]' }, left: '3', right: '4', note: '' },
  replay: 'liu2021/covariance:wrong:1:1:0.02:3',
})
