/** The report of a theorem from what its home left open and the decisions of all its draws: nothing is found anew. */
import type { Decided } from './decided.js'
import type { ClaimReport, Evidence, TheoremReport, Verdict } from './evidence.js'
import { findingFrom } from './simulated-finding.js'
import { isAsExpected, isGreen, verdictOf } from './verdict.js'
import type { OpenEvidence } from './verify-home.js'

/**
 * Null where it takes more: a draw is missing or refutes a claim, or a claim has not come out as its home presumed when
 * it tried the misprints of the algorithm on what is green.
 */
export function closed(
  report: TheoremReport, open: readonly OpenEvidence[], decisions: ReadonlyMap<string, Decided>,
): TheoremReport | null {
  const claims: ClaimReport[] = []
  for (const claim of report.claims) {
    const found = claimFrom(claim, open.filter((one) => one.claim === claim.name), decisions)
    if (!found || (report.algorithm && isGreen(found.verdict) !== isGreen(claim.verdict))) return null
    claims.push(found)
  }
  // a record is JSON, and so is what a whole run takes from its threads
  return JSON.parse(JSON.stringify({ ...report, claims })) as TheoremReport
}

function claimFrom(
  claim: ClaimReport, open: readonly OpenEvidence[], decisions: ReadonlyMap<string, Decided>,
): ClaimReport | null {
  const evidence: Evidence[] = [...claim.evidence]
  for (const one of open) {
    const finding = findingFrom(one, decisions)
    if (!finding) return null
    const seconds = one.draws.reduce((sum, { key }) => sum + decisions.get(key)!.seconds, 0)
    evidence[one.place] = { kind: 'simulated', ...finding, seconds } as Evidence
  }
  const verdict: Verdict = verdictOf(evidence)
  return { ...claim, verdict, asExpected: isAsExpected(verdict, claim.expected, claim.misprints), evidence }
}
