/** What a check may use where the variance of every sample is known exactly: tier C, and a budget made to measure. */
import type { EntryClaim } from '../../statistics/entry-check.js'
import { inadmissibleCovariance } from '../../statistics/admissible.js'
import type { Recording } from '../recording.js'
import { SAMPLES_OF_AVERAGES, type Levels } from './checker.js'

type Rows = readonly (readonly number[])[]

/** Steps that one check may take where one sample stands for many. */
const MOST_STEPS = 2 ** 29

/** The bound on Var X / unit^2 that holds for every entry, given the deviations of the entries in reading order. */
export function cv2Of(deviations: readonly number[] | null, units: Rows): number | null {
  if (!deviations) return null
  const ratios = units.flat().map((unit, e) => (unit > 0 ? (deviations[e]! / unit) ** 2 : 0))
  // a part in 1e6 covers rounding; a sample without variance has any bound
  return Math.max(1e-12, ...ratios) * (1 + 1e-6)
}

/** Standard deviations of places; null where they are not known. */
export const deviationsOf = ({ variances }: Recording, places: readonly number[]): number[] | null =>
  variances ? rootsOf(places.map((place) => variances[place]!)) : null

/** Square roots of variances, rounding below zero aside; null where one is not known. */
export const rootsOf = (variances: readonly number[]): number[] | null =>
  variances.some(Number.isNaN) ? null : variances.map((variance) => Math.sqrt(Math.max(0, variance)))

/**
 * How entries are checked: with a known bound where there is one; an inadmissible covariance needs no samples at all.
 */
export function entrySettings(
  claimed: Rows, cv2: number | null, units: Rows,
): Pick<EntryClaim, 'claimed' | 'kind' | 'tier' | 'cv2' | 'scale'> {
  const rows = claimed.map((row) => [...row])
  return cv2 === null || inadmissibleCovariance(rows) ? { claimed: rows, kind: 'covariance', tier: 'A' }
    : { claimed: rows, kind: 'any', tier: 'C', cv2, scale: units.map((row) => [...row]) }
}

/** Four times what a true claim needs on average, within reason. */
export const budgetOf = ({ stepsPerSample = 1 }: Recording, cv2: number | null, { precision }: Levels): number =>
  cv2 === null ? SAMPLES_OF_AVERAGES : Math.min(64 + 4 * 72 * cv2 / precision ** 2, MOST_STEPS / stepsPerSample)
