/** A share of the draws of a theorem, decided without any verdict: whoever has all of them makes it. */
import { compile } from '../theorem/compile.js'
import type { Theorem } from '../theorem/define.js'
import { caseOf, type Case } from './case.js'
import type { Decided } from './decided.js'
import { kindOf } from './kinds.js'
import type { VerifyOptions } from './options.js'
import { type Progress, seldom } from './verify-theorem.js'

/**
 * Decisions by their keys, for `decisions` of VerifyOptions.
 * @param draws numbers of the draws, from 0; those that a claim does not have are nobody's
 */
export async function decideDraws(
  theorem: Theorem, options: VerifyOptions, draws: ReadonlySet<number>, progress: (p: Progress) => void = () => {},
): Promise<Map<string, Decided>> {
  const decisions = new Map<string, Decided>()
  const compiled = await compile(theorem)
  const claims = [...compiled.claims.values()]
  let now: Progress | null = null
  const tell = seldom((look) => now && progress({ ...now, look }))
  const at: Case = { ...caseOf(compiled, options), tell, decisions }
  for (const [done, claim] of claims.entries()) {
    now = { claim: claim.name, done, total: claims.length }
    progress(now)
    for (const support of theorem.evidence[claim.name] ?? []) {
      const kind = await kindOf(support)
      await kind.decideSome?.({ claim, where: compiled.where, change: '' }, support, at, (draw) => draws.has(draw))
    }
  }
  return decisions
}
