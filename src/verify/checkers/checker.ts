/** How a claim is decided from one recording: a check that takes chunk after chunk until it knows. */
import type { Recorded } from '../../simulation/trajectories.js'
import type { Check, LogSides, Status } from '../../statistics/check.js'
import type { Value } from '../../symbolic/value.js'
import type { Chunk } from '../chunks.js'
import type { Recording } from '../recording.js'

export interface Levels {
  readonly precision: number
  readonly alphaVerify: number
  readonly alphaRefute: number
}

export interface Target {
  readonly claimed: readonly (readonly number[])[]
  readonly units: readonly (readonly number[])[]
}

export interface Checker {
  readonly recording: Recording
  update(chunk: Chunk): Status
  verdict(): Check<number[][]>
  /** verdict().logE of the two sides, asked for after every chunk */
  sides(): LogSides
  /** most samples that are worth taking before the check is left undecided */
  readonly budget: number
  /** Var X / unit^2 of the entry that varies most, as the check assumes it; null before the first samples */
  cv2?(): number | null
  /** what is claimed of the mean of the samples, and the unit of a relative error, entry by entry */
  target?(): Target | null
  /** what the precision is of, where it is no relative error */
  readonly distance?: string
  /** size of a covariance that is verified in operator norm */
  readonly dimension?: number
}

/**
 * Samples of averages or block means, at most: enough for entries whose samples vary ten times more than their mean.
 */
export const SAMPLES_OF_AVERAGES = 256 * 1024

export const rowsOf = (v: Value<number>): number[][] => v.entries.map((row) => [...row])

/** Units of a covariance: sqrt(S_ii S_jj). */
export const spreadsOf = (claimed: readonly (readonly number[])[]): number[][] =>
  claimed.map((row, i) => row.map((_, j) => Math.sqrt(claimed[i]![i]! * claimed[j]![j]!)))

/** Tier A doubles what it sees of the variance. */
const SLACK = 2

/** The largest n (s / unit)^2 over the entries of an estimate with standard errors s, doubled as tier A does. */
export function assumedCv2(
  { n, standardError }: Check<number[][]>, units: readonly (readonly number[])[],
): number | null {
  if (!standardError) return null
  return SLACK * Math.max(...standardError.flatMap((row, i) => row.map((s, j) => n * (s / units[i]![j]!) ** 2)))
}

/** Samples one after the other, each with its entries in reading order. */
export function interleaved({ replicas, values }: Recorded, places: readonly number[]): Float64Array {
  const out = new Float64Array(replicas * places.length)
  places.forEach((place, e) => {
    for (let r = 0; r < replicas; r++) out[r * places.length + e] = values[place * replicas + r]!
  })
  return out
}
