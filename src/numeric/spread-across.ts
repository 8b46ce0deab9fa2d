/**
 * How far a motion on r > 0 that leaves out its other coordinate goes: mean and far end of the density
 * p(r) = exp(int 2 a / b^2) / b^2, marched outward by steps in proportion to r.
 */
import { NumericalError } from './errors.js'
import type { Motion } from './mean-passage.js'

export interface Spread {
  /** mean of r */
  readonly width: number
  /** the mass beyond it is about the share that was asked for */
  readonly farthest: number
}

const FIRST = 1e-4
const GROWTH = 1.04
const MOST = 900

/**
 * @param scale a length; the density is marched from a small part of it
 * @param share of the mass, left out beyond the far end
 * Throws `not-recurrent` where the mass does not end within many orders of magnitude.
 */
export function spreadAcross({ drift, variance }: Motion, scale: number, share: number): Spread {
  let [r, exponent, mass, moment] = [FIRST * scale, 0, 0, 0]
  for (let k = 0; k < MOST; k++) {
    const [next, middle] = [r * GROWTH, r * (1 + GROWTH) / 2]
    const climb = (next - r) * 2 * drift(middle) / variance(middle)
    const density = Math.exp(exponent + climb / 2) / variance(middle)
    mass += density * (next - r)
    moment += density * middle * (next - r)
    exponent += climb
    r = next
    // past the bulk, where the density falls faster than 1 / r
    if (climb < 0 && density * middle < share * mass) return { width: moment / mass, farthest: r }
  }
  throw new NumericalError('not-recurrent', `the path may run off sideways, beyond ${r}, and not return`)
}
