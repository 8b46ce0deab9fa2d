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

/** Attacks a claim with its misprints; null where the claim has none. */
export async function teethOf(claim: CompiledClaim, at: Case): Promise<Teeth | null> {
  const misprints = misprintsOf(claim, at)
  if (!misprints.length) return null
  const found: Outcome[] = misprints.map(() => 'survived')
  const by: Record<string, number> = {}
  for (const support of at.compiled.theorem.evidence[claim.name] ?? []) {
    const kind = await kindOf(support)
    if (!kind.attack || isSpared(support.kind, found, at)) continue
    const outcomes = await kind.attack(misprints, support, at)
    by[support.kind] = Math.max(by[support.kind] ?? 0, outcomes.filter((o) => o === 'killed').length)
    outcomes.forEach((outcome, i) => (found[i] = stronger(found[i]!, outcome)))
  }
  found.forEach((outcome, i) => {
    if (outcome === 'survived' && isSameFunction(misprints[i]!, at)) found[i] = 'equivalent'
  })
  const count = (outcome: Outcome): number => found.filter((o) => o === outcome).length
  return {
    total: misprints.length,
    killed: count('killed'),
    equivalent: count('equivalent'),
    survivors: misprints.filter((_, i) => found[i] === 'survived').map(({ change }) => change),
    by,
  }
}

/** At a quick look, misprints that algebra has settled are not simulated once more. */
const isSpared = (kind: string, found: readonly Outcome[], at: Case): boolean =>
  kind === 'simulated' && at.options.effort < 1 && found.every((outcome) => outcome !== 'survived')

/** A kill stands whatever else is found; a proof that the misprint is true stands against mere survival. */
function stronger(a: Outcome, b: Outcome): Outcome {
  if (a === 'killed' || b === 'killed') return 'killed'
  return a === 'equivalent' || b === 'equivalent' ? 'equivalent' : 'survived'
}

