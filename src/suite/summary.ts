/** Counts of a run, and the one number that a shell sees of it. */
import { badGenerator } from './generator.js'
import type { ClaimReport, RunReport, StatementFault, Summary, TheoremReport } from '../verify/evidence.js'

/** expected: as the theorem says · contrary: the opposite was found · open: nothing was decided. */
export type Standing = 'expected' | 'contrary' | 'open'

/** Where a claim stands after its verification; an expected refutation that did not come is contrary. */
export function standingOf(claim: ClaimReport): Standing {
  if (claim.asExpected) return 'expected'
  if (claim.expected === 'refuted') return 'contrary'
  return claim.verdict === 'undecided' || claim.verdict === 'invalid' ? 'open' : 'contrary'
}

interface Judged extends Pick<RunReport, 'theorems' | 'errors'> {
  /** of a shard, which may have nothing but draws */
  readonly part?: { readonly split: readonly unknown[] }
}

export type ExitCode = 0 | 1 | 2 | 3

/**
 * 0 every claim came out as expected · 1 some claim did not · 2 an ill-stated module, or nothing verified ·
 * 3 nothing contrary, but something undecided or invalid, or random numbers that failed their test. What was found to
 * be wrong weighs most.
 */
export function exitCode({ theorems, errors, part }: Judged): ExitCode {
  const standings = theorems.flatMap(({ claims }) => claims.map(standingOf))
  if (standings.includes('contrary')) return 1
  const illStated = errors.filter(({ code }) => code !== badGenerator)
  if (illStated.length || !(standings.length || errors.length || part?.split.length)) return 2
  return errors.length || standings.includes('open') ? 3 : 0
}

/** Counts over theorems; a theorem none of whose claims was reached counts as well. */
export function summarise(theorems: readonly TheoremReport[], seconds: number): Summary {
  const claims = theorems.flatMap((theorem) => theorem.claims)
  const having = (verdict: ClaimReport['verdict']): number => claims.filter((c) => c.verdict === verdict).length
  return {
    theorems: theorems.length,
    claims: claims.length,
    asExpected: claims.filter((claim) => claim.asExpected).length,
    proved: having('proved'), verified: having('verified'), refuted: having('refuted'),
    undecided: having('undecided'), invalid: having('invalid'),
    seconds,
  }
}

/** Faults in the order of files, so that no thread's speed shows. */
export const sortFaults = (faults: readonly StatementFault[]): StatementFault[] =>
  [...faults].sort((a, b) => order(a.file, b.file) || order(a.claim ?? '', b.claim ?? ''))

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
