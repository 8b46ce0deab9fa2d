/**
 * Samples counted in equiprobable bins of a claimed distribution function: how far their law is from it, bin by bin,
 * and whether it falls where x rises.
 */
import { logUniformityAtMost, logUniformityEvidence } from './dirichlet-multinomial.js'

/** for the evidence */
const BINS = 32
/** for the sup distance: known to 1 / FINE */
const FINE = 4096

export interface BinnedLaw {
  readonly counts: Float64Array
  readonly coarse: Float64Array
  /** smallest and largest x of every fine bin */
  readonly least: Float64Array
  readonly most: Float64Array
  /** does some x of a higher bin lie below an x of a lower bin? */
  falls: boolean
  /** as `distance` found it last */
  measured: Distance
  n: number
}

/** Bounds on sup |F_n - F0| after n samples. */
export interface Distance {
  readonly n: number
  readonly atLeast: number
  readonly atMost: number
}

/** No samples yet. */
export const noSamples = (): BinnedLaw => ({
  counts: new Float64Array(FINE),
  coarse: new Float64Array(BINS),
  least: new Float64Array(FINE).fill(Infinity),
  most: new Float64Array(FINE).fill(-Infinity),
  falls: false, measured: { n: 0, atLeast: 0, atMost: 0 }, n: 0,
})

/** Counts a finite x with claimed probability u of what is below it. */
export function place(law: BinnedLaw, x: number, u: number): void {
  const bin = Math.min(Math.max(Math.floor(u * FINE), 0), FINE - 1)
  law.counts[bin]! += 1
  law.coarse[Math.floor(bin * BINS / FINE)]! += 1
  law.n++
  extend(law, bin, x)
}

/** Bins stay in order as long as every new extreme keeps its side of the nearest bins that hold samples. */
function extend(law: BinnedLaw, bin: number, x: number): void {
  const { least, most } = law
  if (x < least[bin]!) {
    least[bin] = x
    let below = bin - 1
    while (most[below] === -Infinity) below--
    if (below >= 0 && x < most[below]!) law.falls = true
  }
  if (x > most[bin]!) {
    most[bin] = x
    let above = bin + 1
    while (least[above] === Infinity) above++
    if (above < FINE && x > least[above]!) law.falls = true
  }
}

/** A point where F0 decreases; NaN where it does not fall. */
export function firstFall({ least, most }: BinnedLaw): number {
  let highest = -Infinity
  for (let j = 0; j < FINE; j++) {
    if (least[j]! < highest) return least[j]!
    highest = Math.max(highest, most[j]!)
  }
  return NaN
}

/** Measures the distance, unless there are no newer samples. */
export function distance(law: BinnedLaw): Distance {
  const { counts, n } = law
  if (law.measured.n === n) return law.measured
  let [below, atLeast, atMost] = [0, 0, 0]
  for (let j = 0; j < FINE; j++) {
    const before = below / n
    below += counts[j]!
    const after = below / n
    atLeast = Math.max(atLeast, Math.abs(after - (j + 1) / FINE))
    atMost = Math.max(atMost, after - j / FINE, (j + 1) / FINE - before)
  }
  law.measured = { n, atLeast, atMost }
  return law.measured
}

/** For what is not measured since it cannot be: far more than rounding. */
const ROUNDING = 1e-9

/** Is the distance `far`? Between m and n samples the empirical law moves by (n - m) / n at most. */
export const isFarther = (law: BinnedLaw, far: (atLeast: number) => boolean): boolean =>
  far(Math.min(1, law.measured.atLeast + moved(law))) && far(distance(law).atLeast)

/** Is the distance `near`? */
export const isNearer = (law: BinnedLaw, near: (atMost: number) => boolean): boolean =>
  near(Math.max(0, law.measured.atMost - moved(law))) && near(distance(law).atMost)

const moved = ({ measured, n }: BinnedLaw): number => (n - measured.n) / n + ROUNDING

/** ln of the evidence against F0. */
export const evidence = ({ coarse }: BinnedLaw): number => logUniformityEvidence(coarse)

/** Is ln of the evidence against F0 so much? */
export const isAgainst = ({ coarse }: BinnedLaw, needed: number): boolean =>
  logUniformityAtMost(coarse) >= needed && logUniformityEvidence(coarse) >= needed
