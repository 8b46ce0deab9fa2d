/**
 * Draws that others may decide as well. A decision is a pure function of the theorem, the options and the draw, so who
 * made it shows in no bit of the report. A draw is decided for all claims at once, since these look at one recording.
 * Misprints look at as many samples of the first draws as claims before them took, so these are left to the verdicts.
 */
import type { Case } from './case.js'
import type { Decided } from './decided.js'
import { drawsDecider } from './decide-draws.js'
import type { Progress } from './progress.js'
import { drawCount, DRAWS_FOR_MISPRINTS } from './simulation-levels.js'

/** Offers the draws first .. count - 1 to others, who add to the decisions. */
export type Share = (first: number, count: number, decisions: Map<string, Decided>) => SharedDraws

export interface SharedDraws {
  /** the next draw that is to be decided here; null when all are decided or had by others */
  next(): Promise<number | null>
  /** resolves when no one else has the draw any more, decided or not */
  ended(draw: number): Promise<void>
}

/** The case where draws are decided by others too: this thread has taken its part, and may wait for each of theirs. */
export async function sharedWith(share: Share, at: Case, progress: (p: Progress) => void): Promise<Case> {
  const decide = await drawsDecider(at, progress)
  const [first, count] = [at.options.misprints ? DRAWS_FOR_MISPRINTS : 0, drawCount(at)]
  if (decide === null || first >= count) return at
  const draws = share(first, count, at.decisions!)
  for (let draw = await draws.next(); draw !== null; draw = await draws.next()) await decide(draw)
  return { ...at, elsewhere: draws.ended }
}
