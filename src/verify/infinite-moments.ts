/** Has a recurrence a stationary law with infinite fourth moments? Then second moments of samples have no variance. */
import type { Law } from '../process/laws/law.js'
import { refuse } from '../symbolic/errors.js'
import type { Base } from './algebra.js'
import { momentGrowth } from './moment-growth.js'
import { recurrenceOf } from './process-of.js'

/** Decided by the growth of moments, and by the laws of the noise alone where a step is not affine. @throws UNSTABLE */
export function hasInfiniteFourthMoments(base: Base<number>): boolean {
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
