/**
 * How many more samples a check is likely to need, for those who may begin with them: log evidence l of the L needed
 * after n samples grows in proportion to n, so about n (L - l) / l are missing. Early on l is mostly chance, and this
 * may be anything; it is at most the part 1 - l / L of what a true claim takes on average, or where nothing tells that,
 * as many as there were. A forecast, on which no verdict rests; docs/many-machines.md says how good it is.
 */
import type { Check } from '../statistics/check.js'
import type { Checker, Levels } from './checkers/checker.js'
import { plannedSamples } from './simulation-power.js'

/**
 * Part of the forecast to begin with before it is asked for. On a thousand machines 1 ends no sooner, for a quarter of
 * the work in vain instead of a seventh, and 1/2 a tenth later (docs/many-machines.md).
 */
export const PREFETCH = 0.75

/** Samples that are likely to be missing, of the nearest decision; 0 or more. */
export function samplesAhead(
  check: Check<unknown>, checker: Pick<Checker, 'cv2' | 'dimension'>, levels: Levels,
): number {
  const { n, logE: { hi, lo, refute }, needed } = check
  const shares = [hi === null || lo === null ? 0 : Math.min(hi, lo) / needed.verify, (refute ?? 0) / needed.refute]
  const share = Math.min(1, Math.max(...shares.filter(Number.isFinite), 0))
  const planned = plannedSamples(check, checker, levels)
  const most = planned === null ? n : planned * (1 - share)
  return share > 0 ? Math.min(most, n * (1 - share) / share) : most
}
