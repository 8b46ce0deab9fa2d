/** Has a stationary law infinite fourth moments? Then second moments of its samples have no variance. */
import { refuse, StatementError } from '../symbolic/errors.js'
import type { Law } from '../process/laws/law.js'
import { recurrenceOf, type Base } from './algebra.js'
import type { Case } from './case.js'
import { isConditional } from './measured.js'
import { momentGrowth } from './moment-growth.js'
import { readingOf } from './readings.js'
import type { SimulatedDraw } from './simulated-draw.js'
import { measuredIn } from './solution.js'
import type { Variant } from './variant.js'

/** Are the fourth moments infinite? @throws StatementError UNSTABLE where the second are */
export function isHeavyTailed(base: Base<number>): boolean {
  if ((base.compiled.theorem.process as { kind?: string } | undefined)?.kind !== 'recurrence') return false
  const growth = momentGrowth(base, 4)
  if (growth === null) return lawsOf(base).some(({ infiniteFrom }) => infiniteFrom !== undefined)
  if (growth < 1) return false
  const second = momentGrowth(base, 2)
  return second !== null && second < 1
    || refuse('UNSTABLE', `second moments grow by ${second?.toPrecision(4)} a step: the process is not stable there`)
}

function lawsOf({ compiled }: Base<number>): Law[] {
  const { noise = {}, batch } = recurrenceOf(compiled)
  return [...Object.values(noise), ...Object.values(batch?.sample ?? {})]
}

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
