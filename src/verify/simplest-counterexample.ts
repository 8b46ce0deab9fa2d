/**
 * The search for the simplest parameters at which a refuted claim fails. Every step is decided on fresh samples, but it
 * is a search and no evidence: the refutation rests on the original draw, and the place that is shown is confirmed once
 * more on samples that the search has not seen.
 */
import type { LedgerEntry } from '../statistics/budget.js'
import { StatementError } from '../symbolic/errors.js'
import type { Case } from './case.js'
import type { Levels } from './checkers/checker.js'
import { parameterDraws } from './parameter-draws.js'
import { lengthOf, simplerDraws, type Place } from './simpler-draws.js'
import { decide, type Decision } from './simulate.js'
import { simulatedDraw } from './simulated-draw.js'
import type { Variant } from './variant.js'

export interface Shrunk {
  readonly found: Decision
  readonly confirmed: boolean
  /** steps that made it simpler, and places that were tried */
  readonly steps: number
  readonly tried: number
}

/** Places tried before the search is given up. */
const MOST_TRIED = 12
/** Beyond the numbers of the draws that are evidence: every place of the search has streams of its own. */
const FIRST_NUMBER = 1_000_000

/** The simplest place that was found, with the original refutation where nothing simpler fails. */
export async function simplestCounterexample(
  variant: Variant, original: Decision, levels: Levels, entry: LedgerEntry, at: Case,
): Promise<Shrunk> {
  const confirming = { ...levels, alphaRefute: entry.confirm }
  let best: Place = original.draw
  let [steps, tried] = [0, 0]
  const fails = (place: Place, phase: string, within: Levels): Decision | null =>
    refutedAt(variant, place, FIRST_NUMBER + tried, phase, within, at)
  for (let better: Place | undefined = best; better;) {
    better = undefined
    for (const candidate of await candidatesFor(best, variant, at)) {
      if (tried++ >= MOST_TRIED) break
      if (fails(candidate, 'search', levels)) {
        best = better = candidate
        steps++
        break
      }
    }
  }
  const confirmed = fails(best, 'confirm', confirming)
  if (confirmed) return { found: confirmed, confirmed: true, steps, tried }
  const again = steps > 0 ? fails(original.draw, 'confirm', confirming) : null
  return { found: again ?? original, confirmed: again !== null, steps: 0, tried }
}

async function candidatesFor(place: Place, variant: Variant, at: Case): Promise<readonly Place[]> {
  const { claim } = variant
  const here = simplerDraws(place, claim, at.compiled).map((draw) => ({ draw, dimension: place.dimension }))
  if (place.dimension === 1) return here
  const lower = await parameterDraws(at, claim, 1, 4)
  const shortest = [...lower].sort((a, b) => lengthOf(a) - lengthOf(b)).slice(0, 2)
  return [...shortest.map((draw) => ({ draw, dimension: 1 })), ...here]
}

function refutedAt(
  variant: Variant, { draw, dimension }: Place, number: number, phase: string, levels: Levels, at: Case,
): Decision | null {
  try {
    const decision = decide(variant, simulatedDraw(at, variant.claim, draw, number, dimension, phase), levels, at)
    return decision.check.status === 'refuted' ? decision : null
  } catch (error) {
    // no place for the process to be stationary at is no counterexample
    if (error instanceof StatementError) return null
    throw error
  }
}
