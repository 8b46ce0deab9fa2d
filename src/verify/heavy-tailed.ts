/** Claims about averages over laws whose fourth moments are infinite. */
import { StatementError } from '../symbolic/errors.js'
import type { Case } from './case.js'
import { isConditional } from './measured.js'
import { readingOf } from './readings.js'
import type { SimulatedDraw } from './simulated-draw.js'
import { measuredIn } from './solution.js'
import type { Variant } from './variant.js'

/**
 * Does a claim rest on averages over a heavy-tailed law? Steps from a given state and passages have light tails
 * everywhere.
 */
export const restsOnHeavyTails = (variant: Variant, draw: SimulatedDraw, at: Case): boolean =>
  measuredIn(variant, at).some((name) => {
    const measure = at.compiled.measure.get(name)
    return measure !== undefined && !isConditional(measure) && !readingOf(name, draw.base)
  }) && draw.heavy

/** Why single steps cannot stand for the averages of a claim; null where nothing does. */
export function outOfReach(variant: Variant, draw: SimulatedDraw, at: Case): string | null {
  if (!restsOnHeavyTails(variant, draw, at)) return null
  try {
    draw.averages()
    return null
  } catch (error) {
    if (error instanceof StatementError) return error.message
    throw error
  }
}
