/** How a claim is decided from one recording: a check that takes chunk after chunk until it knows. */
import type { Recorded } from '../../simulation/trajectories.js'
import type { Check, Status } from '../../statistics/check.js'
import type { Value } from '../../symbolic/value.js'
import type { Recording } from '../recording.js'

export interface Levels {
  readonly precision: number
  readonly alphaVerify: number
  readonly alphaRefute: number
}

export interface Checker {
  readonly recording: Recording
  update(chunk: Recorded): Status
  verdict(): Check<number[][]>
  /** most samples that are worth taking before the check is left undecided */
  readonly budget: number
}

/** Samples of averages or block means, at most: enough for entries whose samples vary ten times more than their mean. */
export const SAMPLES_OF_AVERAGES = 256 * 1024

export const rowsOf = (v: Value<number>): number[][] => v.entries.map((row) => [...row])

/** Samples one after the other, each with its entries in reading order. */
export function interleaved({ replicas, values }: Recorded, places: readonly number[]): Float64Array {
  const out = new Float64Array(replicas * places.length)
  places.forEach((place, e) => {
    for (let r = 0; r < replicas; r++) out[r * places.length + e] = values[place * replicas + r]!
  })
  return out
}
