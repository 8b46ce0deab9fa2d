/**
 * The mean of passage(x, from, to) by its oracle: for one state the double integral of scale and speed densities, for
 * two, of which the other starts on its axis at 0, finite volumes in the plane.
 */
import { meanPassage } from '../../numeric/mean-passage.js'
import { planePassage, type PlaneMotion } from '../../numeric/plane-passage.js'
import { motionOf } from '../../process/ito/motion.js'
import { planeMotionOf } from '../../process/ito/plane-motion.js'
import { refuse } from '../../symbolic/errors.js'
import type { Base } from '../algebra.js'
import { inlined } from '../inlined.js'
import type { Call } from '../readings.js'
import { passageAt, type PassageAt } from './passage-at.js'

export interface PassageTime {
  readonly mean: number
  readonly error: number
}

/** @throws StatementError for a process without a passage, NumericalError where its mean is infinite or not found */
export function passageTime(measure: Call, base: Base<number>): PassageTime {
  const at = passageAt(measure, base)
  const inline = inlined(base.compiled.where)
  if (Object.keys(at.process.state).length === 1) {
    return meanPassage(motionOf(at.process, at.values, inline), at.from, at.to)
  }
  const motion = planeMotionOf(at.process, at.state, at.values, inline)
  refuseUneven(motion, at)
  return planePassage(motion, at.from, at.to)
}

const SHARES = [0.13, 0.54]
const ROUNDING = 1e-9

/** Paths are followed on one side of the axis, so the other side must be its mirror image, as far as points show. */
function refuseUneven({ along, across }: PlaneMotion, { from, to, state }: PassageAt): void {
  const same = (a: number, b: number): boolean => Math.abs(a - b) <= ROUNDING * (Math.abs(a) + Math.abs(b))
  const isEven = SHARES.every((share) => {
    const [x, r] = [from + share * (to - from), share * (to - from)]
    const [here, there, cross] = [along(r), along(-r), across(x)]
    return same(here.drift(x), there.drift(x)) && same(here.variance(x), there.variance(x))
      && same(cross.drift(r), -cross.drift(-r)) && same(cross.variance(r), cross.variance(-r))
  })
  if (!isEven) refuse('UNEVEN', `the state beside "${state}" is not symmetric about its axis 0; write a distance`)
}
