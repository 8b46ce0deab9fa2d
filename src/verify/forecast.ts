/**
 * How many more samples a check is likely to need, for those who may begin with them: log evidence l of the L needed
 * after n samples grows in proportion to n, so about n (L - l) / l are missing. A forecast, on which no verdict rests.
 */
import type { Check } from '../statistics/check.js'
import type { Checker, Levels } from './checkers/checker.js'
import { plannedSamples } from './simulation-power.js'

/** Samples that are likely to be missing, of the nearest decision; as many as there were where nothing is known. */
export function samplesAhead(check: Check<number[][]>, checker: Checker, levels: Levels): number {
  const { n, logE: { hi, lo, refute }, needed } = check
  const shares = [hi === null || lo === null ? 0 : Math.min(hi, lo) / needed.verify, (refute ?? 0) / needed.refute]
  const share = Math.max(...shares.filter(Number.isFinite), 0)
  if (share > 0) return share < 1 ? n * (1 - share) / share : 0
  const planned = plannedSamples(check, checker, levels)
  return planned !== null && planned > n ? planned - n : n
}
