/** A share of the draws of a theorem, decided without any verdict: whoever has all of them makes it. */
import { compile } from '../theorem/compile.js'
import type { Theorem } from '../theorem/define.js'
import { caseOf, claimsAsked, type Case } from './case.js'
import type { Decided } from './decided.js'
import { kindOf } from './kinds.js'
import type { Look } from './look.js'
import type { VerifyOptions } from './options.js'
import { type Progress, seldom } from './progress.js'

/**
 * Decisions by their keys, for `decisions` of VerifyOptions.
 * @param draws numbers of the draws, from 0
 */
export async function decideDraws(
  theorem: Theorem, options: VerifyOptions, draws: readonly number[], progress: (p: Progress) => void = () => {},
): Promise<Map<string, Decided>> {
  const decisions = new Map<string, Decided>()
  const decide = await drawsDecider({ ...caseOf(await compile(theorem), options), decisions }, progress)
  for (const draw of draws) await decide?.(draw)
  return decisions
}

/**
 * What decides a draw, by its number, for every claim that is asked for, among the decisions of the case; null where
 * none draws.
 */
export async function drawsDecider(
  at: Case, progress: (p: Progress) => void,
): Promise<((draw: number) => Promise<void>) | null> {
  const { compiled: { where, theorem: { evidence } } } = at
  let now: Progress | null = null
  const tell = seldom((look: Look) => now && progress({ ...now, look }))
  const deciders: { readonly claim: string; readonly decide: (draw: number) => unknown }[] = []
  for (const claim of claimsAsked(at)) {
    for (const support of evidence[claim.name] ?? []) {
      const kind = await kindOf(support)
      const decide = await kind.decider?.({ claim, where, change: '' }, support, { ...at, tell })
      if (decide) deciders.push({ claim: claim.name, decide })
    }
  }
  return deciders.length === 0 ? null : async (draw) => {
    for (const [done, { claim, decide }] of deciders.entries()) {
      now = { claim, done, total: deciders.length }
      progress(now)
      await decide(draw)
    }
  }
}
