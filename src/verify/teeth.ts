/**
 * Does the check bite? Every misprint of a claim, and of the definitions it rests on, must be excluded by some of the
 * claim's evidence, or shown to be a true statement itself.
 */
import type { CompiledClaim } from '../theorem/compile.js'
import type { Case } from './case.js'
import type { Teeth } from './evidence.js'
import type { Outcome } from './kind.js'
import { kindOf } from './kinds.js'
import { misprintsOf } from './misprints-of.js'
import { isSameFunction } from './same-function.js'
import { isTautology } from './tautology.js'

const DEEP = 4
const SAMPLE = 12

/** Attacks a claim with its misprints; null where the claim has none. */
export async function teethOf(claim: CompiledClaim, at: Case): Promise<Teeth | null> {
  const misprints = misprintsOf(claim, at)
  if (!misprints.length) return null
  const found: Outcome[] = misprints.map(() => 'survived')
  const by: Record<string, number> = {}
  const tried: Record<string, number> = {}
  for (const support of at.compiled.theorem.evidence[claim.name] ?? []) {
    const kind = await kindOf(support)
    const chosen = kind.costly ? worthTrying(found, at) : misprints.map((_, i) => i)
    if (!kind.attack || !chosen.length) continue
    const outcomes = await kind.attack(chosen.map((i) => misprints[i]!), support, at)
    by[support.kind] = Math.max(by[support.kind] ?? 0, outcomes.filter((o) => o === 'killed').length)
    tried[support.kind] = Math.max(tried[support.kind] ?? 0, chosen.length)
    outcomes.forEach((outcome, k) => (found[chosen[k]!] = stronger(found[chosen[k]!]!, outcome)))
  }
  found.forEach((outcome, i) => {
    if (outcome !== 'survived') return
    if (isSameFunction(misprints[i]!, at) || isTautology(misprints[i]!, at)) found[i] = 'equivalent'
  })
  const count = (outcome: Outcome): number => found.filter((o) => o === outcome).length
  return {
    total: misprints.length,
    killed: count('killed'),
    equivalent: count('equivalent'),
    survivors: misprints.filter((_, i) => found[i] === 'survived').map(({ change }) => change),
    by,
    tried,
  }
}

/**
 * Misprints that others have settled are tried again all at deep effort, an even sample at standard, none at a quick
 * look.
 */
function worthTrying(found: readonly Outcome[], { options: { effort } }: Case): readonly number[] {
  const all = found.map((_, i) => i)
  if (effort >= DEEP) return all
  const settled = all.filter((i) => found[i] !== 'survived')
  const wanted = effort < 1 ? 0 : Math.min(SAMPLE, settled.length)
  const sample = new Set(Array.from({ length: wanted }, (_, k) => settled[Math.floor((k * settled.length) / wanted)]))
  return all.filter((i) => found[i] === 'survived' || sample.has(i))
}

/** A kill stands whatever else is found; a proof that the misprint is true stands against mere survival. */
function stronger(a: Outcome, b: Outcome): Outcome {
  if (a === 'killed' || b === 'killed') return 'killed'
  return a === 'equivalent' || b === 'equivalent' ? 'equivalent' : 'survived'
}

