/** Published claims that fell: as printed, where each fails, and what is true instead, in the order of the theorems. */
import type { ClaimReport, Counterexample, TheoremReport, Verdict } from '../verify/evidence.js'

export interface FallenClaim {
  readonly theorem: string
  readonly claim: string
  readonly source: TheoremReport['source']
  readonly says: string | null
  readonly when: string | null
  readonly statement: string
  readonly tex: string
  readonly counterexample: Counterexample | null
  /** the claim that is true instead, with its own verdict; null where the theorem names none */
  readonly corrected: Correction | null
}

export interface Correction {
  readonly claim: string
  readonly says: string | null
  readonly when: string | null
  readonly statement: string
  readonly tex: string
  readonly verdict: Verdict
}

/** The claims that were expected to fall and did. */
export const fallenClaims = (theorems: readonly TheoremReport[]): FallenClaim[] =>
  theorems.flatMap((theorem) => theorem.claims
    .filter(({ expected, verdict }) => expected === 'refuted' && verdict === 'refuted')
    .map((claim) => fallen(claim, theorem)))

function fallen(
  { name, says, when, statement, tex, counterexample, corrected }: ClaimReport, theorem: TheoremReport,
): FallenClaim {
  const right = theorem.claims.find((other) => other.name === corrected)
  return {
    theorem: theorem.id, claim: name, source: theorem.source, says, when, statement, tex, counterexample,
    corrected: right ? correction(right) : null,
  }
}

const correction = ({ name, says, when, statement, tex, verdict }: ClaimReport): Correction =>
  ({ claim: name, says, when, statement, tex, verdict })
