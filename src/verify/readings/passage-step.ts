/**
 * The time step at which a passage is simulated. The simulated chain has a mean passage time of its own, solved from
 * its own equation without a sample; the step is chosen so that it differs from that of the diffusion by a stated share
 * at most, and the factor between the two is known, so that the simulation can be held against the diffusion.
 */
import { chainPassage } from '../../numeric/chain-passage.js'
import { NumericalError } from '../../numeric/errors.js'
import type { MeanPassage, Motion } from '../../numeric/mean-passage.js'

export interface PassageStep {
  readonly dt: number
  /** mean passage of the diffusion / mean passage of the chain */
  readonly factor: number
  /** bound on the relative error of the factor, estimated from two grids each */
  readonly error: number
  /** Var / mean^2 of the chain's passage time */
  readonly cv2: number
}

const TRIALS = 12
const FIRST_STEPS = 500

/** @param share largest |factor - 1|; throws NumericalError `time-step` where no step is found */
export function passageStep(motion: Motion, from: number, to: number, exact: MeanPassage, share: number): PassageStep {
  let dt = Math.min(exact.mean / FIRST_STEPS, longestStep(motion, from, to))
  for (let trial = 0; trial < TRIALS; trial++) {
    const { mean, cv2, error } = chainPassage(motion, { from, to, dt, farthest: exact.leftmost })
    const away = Math.abs(exact.mean / mean - 1)
    if (away <= share) return { dt, factor: exact.mean / mean, error: error / mean + exact.error / exact.mean, cv2 }
    // the difference falls a little faster than the step
    dt *= Math.max(1 / 8, 0.9 * Math.min(1, share / away) ** 0.8)
  }
  throw new NumericalError('time-step', `no time step brings the simulated passage within ${share} of the exact one`)
}

/** A step must not reach from one end to the other. */
const longestStep = ({ variance }: Motion, from: number, to: number): number =>
  ((to - from) / 8) ** 2 / Math.max(variance(from), variance(to))
