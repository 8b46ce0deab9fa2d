/** Is a claim at a draw out of the reach of sampling, because the samples it rests on have no variance? */
import type { Case } from './case.js'
import { fourthMomentGrowth } from './fourth-moment.js'
import { isConditional } from './measured.js'
import { readingOf } from './readings.js'
import type { SimulatedDraw } from './simulated-draw.js'
import { measuredIn } from './solution.js'
import type { Variant } from './variant.js'

/**
 * Second moments of a stationary state that is not Gaussian, where its fourth moments are infinite. Single steps from a
 * known state and passages have light tails everywhere.
 */
export function isHeavyTailed(variant: Variant, draw: SimulatedDraw, at: Case): boolean {
  if ((at.compiled.theorem.process as { kind?: string } | undefined)?.kind !== 'recurrence') return false
  const stationary = measuredIn(variant, at).filter((name) => {
    const measure = at.compiled.measure.get(name)
    return measure !== undefined && !isConditional(measure) && !readingOf(name, draw.base)
  })
  if (!stationary.length || draw.gaussian) return false
  const growth = draw.kept('growth of fourth moments', () => ({ growth: fourthMomentGrowth(draw.base) })).growth
  return growth !== null && growth >= 1
}
