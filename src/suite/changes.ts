/** What is different between two records: claims that changed their verdict, came, went, or became slow. */
import type { ClaimReport, TheoremReport } from '../verify/evidence.js'
import type { SuiteReport } from './events.js'
import { compare } from './discover.js'

export interface Change {
  /** "id › claim" */
  readonly claim: string
  /** "proved", "refuted (not as expected)", ...; null where the record has no such claim */
  readonly before: string | null
  readonly after: string | null
  /** as expected before, and not any more */
  readonly regression: boolean
}

/** Pace of one theorem, in seconds. */
export interface Pace {
  readonly id: string
  readonly before: number
  readonly after: number
}

export interface Changes {
  readonly claims: readonly Change[]
  /** theorems at more than twice or less than half the pace, by a second at least; largest change first */
  readonly paces: readonly Pace[]
}

/**
 * Compares the claims of two records by name; a claim that went is a regression, one that came is none unless it fails.
 */
export function changesBetween(before: SuiteReport, after: SuiteReport): Changes {
  const [a, b] = [claimsIn(before), claimsIn(after)]
  const names = [...new Set([...a.keys(), ...b.keys()])].sort(compare)
  const claims = names.map((name) => changeOf(name, a.get(name), b.get(name)))
    .filter((change) => change.before !== change.after)
  return { claims, paces: pacesBetween(before.theorems, after.theorems) }
}

const claimsIn = ({ theorems }: SuiteReport): Map<string, ClaimReport> =>
  new Map(theorems.flatMap(({ id, claims }) => claims.map((claim) => [`${id} › ${claim.name}`, claim] as const)))

const changeOf = (claim: string, before: ClaimReport | undefined, after: ClaimReport | undefined): Change => ({
  claim, before: wordOf(before), after: wordOf(after),
  regression: (before?.asExpected ?? true) && !(after?.asExpected ?? false),
})

const wordOf = (claim: ClaimReport | undefined): string | null =>
  (claim ? `${claim.verdict}${claim.asExpected ? '' : ' (not as expected)'}` : null)

function pacesBetween(before: readonly TheoremReport[], after: readonly TheoremReport[]): Pace[] {
  const old = new Map(before.map(({ id, seconds }) => [id, seconds]))
  return after.flatMap(({ id, seconds }) => (old.has(id) ? [{ id, before: old.get(id)!, after: seconds }] : []))
    .filter(({ before: a, after: b }) => Math.max(a, b) > 2 * Math.min(a, b) && Math.abs(a - b) >= 1)
    .sort((x, y) => Math.abs(y.after - y.before) - Math.abs(x.after - x.before))
}
