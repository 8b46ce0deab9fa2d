/** The record of one claim: what was stated, what was found, and how to see it again. */
import { latexStatement } from '../symbolic/latex.js'
import type { CompiledClaim } from '../theorem/compile.js'
import { fold } from '../symbolic/parse.js'
import { texNames, typesetConditions } from '../theorem/typeset.js'
import type { Case } from './case.js'
import type { ClaimReport, Evidence, Teeth } from './evidence.js'
import { isAsExpected, verdictOf } from './verdict.js'

export function claimReport(
  claim: CompiledClaim, evidence: readonly Evidence[], misprints: Teeth | null, at: Case,
): ClaimReport {
  const verdict = verdictOf(evidence)
  const names = texNames(at.compiled)
  return {
    name: claim.name,
    statement: fold(claim.text),
    tex: latexStatement(claim.states, names),
    says: claim.says,
    when: claim.whenText,
    conditions: typesetConditions(claim, names),
    expected: claim.expected,
    corrected: claim.corrected,
    verdict,
    asExpected: isAsExpected(verdict, claim.expected, misprints),
    evidence,
    misprints,
    counterexample: evidence.find(({ counterexample }) => counterexample)?.counterexample ?? null,
    replay: null,
  }
}
