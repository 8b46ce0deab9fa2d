/** The verdict of a claim from its evidence: the weakest link decides, and any refutation refutes. */
import type { Evidence, Teeth, Verdict } from './evidence.js'

/** refuted, invalid and undecided in that order; else proved where something is a proof, else verified. */
export function verdictOf(evidence: readonly Evidence[]): Verdict {
  const all = new Set(evidence.map(({ verdict }) => verdict))
  for (const weak of ['refuted', 'invalid', 'undecided'] as const) if (all.has(weak)) return weak
  if (all.has('proved')) return 'proved'
  return all.has('verified') ? 'verified' : 'undecided'
}

/** Does the claim stand? */
export const isGreen = (verdict: Verdict): boolean => verdict === 'proved' || verdict === 'verified'

/** Did the claim come out as its author expects, with no misprint left standing? */
export function isAsExpected(verdict: Verdict, expected: 'holds' | 'refuted', teeth: Teeth | null): boolean {
  if (expected === 'refuted') return verdict === 'refuted'
  return isGreen(verdict) && (teeth === null || teeth.survivors.length === 0)
}
