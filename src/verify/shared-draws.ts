/**
 * Draws that others may decide as well. A decision is a pure function of the theorem, the options and the draw, so who
 * made it shows in no bit of the report. Draws are decided for all claims at once, since these look at one recording;
 * those that misprints look at stay here, where their samples are needed. All this comes before any verdict.
 */
import type { Case } from './case.js'
import type { Decided } from './decided.js'
import { drawsDecider } from './decide-draws.js'
import type { Progress } from './progress.js'
import { DRAWS_FOR_MISPRINTS } from './simulate.js'
import { drawCount } from './simulation-levels.js'

/** Offers the draws first .. count - 1 to others, who add to the decisions. */
export type Share = (first: number, count: number, decisions: Map<string, Decided>) => SharedDraws

export interface SharedDraws {
  /** the next draw that is to be decided here; null when all have been decided, here or elsewhere */
  next(): Promise<number | null>
}

/** Decides all draws together with others, among the decisions of the case. */
export async function decideTogether(at: Case, share: Share, progress: (p: Progress) => void): Promise<void> {
  const decide = await drawsDecider(at, progress)
  if (decide === null) return
  const draws = share(at.options.misprints ? DRAWS_FOR_MISPRINTS : 1, drawCount(at), at.decisions!)
  for (let draw = await draws.next(); draw !== null; draw = await draws.next()) await decide(draw)
}
