/**
 * When has a process forgotten its start, if no moment recursion says so? Averages over the steps (T, 2T] and (2T, 4T]
 * of the same replicas are compared, and T doubled until no mean is seen to move, and every variance to fall by a
 * quarter or
 * more, as it does when T is no shorter than the memory of the process. If whatever is left of the start then at least
 * halves every T steps, an average over 16 T steps after 4 T has less than 1/32 of the difference between the windows.
 */
import type { Recorded } from '../simulation/trajectories.js'
import { refuse } from '../symbolic/errors.js'

export interface Settled {
  readonly burnIn: number
  readonly steps: number
  /** estimate of the relative bias that is left, the error of the difference twice over included */
  readonly bias: number
}

export interface Windows {
  /** averages of each replica over `steps` steps after `burnIn` */
  average(burnIn: number, steps: number): Recorded
  /** positive units of the observed entries */
  unitsOf(observed: Recorded): readonly number[]
}

/** Standard errors that a difference must have to be seen. */
const SEEN = 4
const STILL = 3 / 4
const DOUBLINGS = 9
/** Sums of equal numbers differ by rounding. */
const ROUNDING = 1e-9

/** @throws StatementError DIVERGED, UNSETTLED */
export function settled({ average, unitsOf }: Windows, least: number): Settled {
  const first = Math.max(1, Math.ceil(least / 4))
  for (let t = first; t <= first * 2 ** DOUBLINGS; t *= 2) {
    const [early, late] = [average(t, t), average(2 * t, 2 * t)]
    if (early.nonFinite + late.nonFinite > 0) refuse('DIVERGED', `the state is no number after ${4 * t} steps`)
    const moved = differences(early, late)
    if (moved.some(({ mean, error }) => Math.abs(mean) > SEEN * error) || !isFree(early, late)) continue
    const units = unitsOf(late)
    const farthest = Math.max(...moved.map(({ mean, error }, i) => (Math.abs(mean) + 2 * error) / units[i]!))
    return { burnIn: 4 * t, steps: 16 * t, bias: farthest / 32 }
  }
  return refuse('UNSETTLED',
    `averages still move after ${4 * first * 2 ** DOUBLINGS} steps: give a burnIn, or start nearer`)
}

/** Do averages over twice the steps vary enough less, entry by entry? */
function isFree(early: Recorded, late: Recorded): boolean {
  const before = spreadsOf(early)
  return spreadsOf(late).every(({ mean, deviation }, i) =>
    deviation ** 2 <= STILL * before[i]!.deviation ** 2 + (ROUNDING * mean) ** 2)
}

interface Spread {
  readonly mean: number
  readonly deviation: number
}

/** Every replica with itself: the standard errors of what moved are those of paired differences. */
function differences(early: Recorded, late: Recorded): { mean: number; error: number }[] {
  const level = spreadsOf(late)
  const moved = { ...late, values: late.values.map((x, at) => x - early.values[at]!) }
  return spreadsOf(moved).map(({ mean, deviation }, i) =>
    ({ mean, error: deviation / Math.sqrt(late.replicas) + ROUNDING * Math.abs(level[i]!.mean) }))
}

/** Mean and deviation of every observed entry over the replicas. */
export const spreadsOf = ({ values, replicas }: Recorded): Spread[] =>
  Array.from({ length: values.length / replicas }, (_, o) => {
    const row = values.subarray(o * replicas, (o + 1) * replicas)
    const mean = row.reduce((sum, x) => sum + x, 0) / replicas
    return { mean, deviation: Math.sqrt(row.reduce((sum, x) => sum + (x - mean) ** 2, 0) / replicas) }
  })
