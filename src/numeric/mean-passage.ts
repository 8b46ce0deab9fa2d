/**
 * Mean first-passage time of a one-dimensional diffusion dx = a dt + b dW by its scale density s' and speed density m
 * (Feller; Karlin and Taylor 1981, chapter 15): with s'(x) = exp(-int 2 a / b^2) and m = 2 / (b^2 s'),
 *
 *     M(x -> y) = int_x^y s'(u) int_{-inf}^u m(v) dv du          for x < y, the left end free.
 *
 * One sweep over Gauss panels integrates all three at once; the panels are halved until two sweeps agree.
 */
import { panelRule, type PanelRule } from './antiderivative.js'
import { NumericalError } from './errors.js'

/** dx = drift dt + sqrt(variance) dW. */
export interface Motion {
  drift(x: number): number
  /** b^2, positive where the path may go */
  variance(x: number): number
}

export interface MeanPassage {
  readonly mean: number
  /** ten times the disagreement of the last two sweeps, plus rounding: an estimate, not a proof */
  readonly error: number
  /** to the left of it the path spends less than 1e-9 of its time */
  readonly leftmost: number
}

const ORDER = 14
const FINEST = 4096

/**
 * The mean time from `from` to `to`; the end on the far side of `from` is free.
 * @param relative error at which halving stops
 * Throws `not-recurrent` where the path may run off to the free side and not return, `quadrature` when the finest
 * panels do not agree.
 */
export function meanPassage(motion: Motion, from: number, to: number, relative = 1e-12): MeanPassage {
  if (from > to) return mirrored(meanPassage(reflected(motion), -from, -to, relative))
  let last = sweep(motion, from, to, 16)
  for (let panels = 32; panels <= FINEST; panels *= 2) {
    const next = sweep(motion, from, to, panels)
    const error = 10 * Math.abs(next.mean - last.mean) + next.rounding * next.mean
    const { mean, rounding, leftmost } = next
    if (error <= Math.max(relative, 2 * rounding) * mean) return { mean, error, leftmost }
    last = next
  }
  throw new NumericalError('quadrature', `the mean passage from ${from} to ${to} does not settle with ${FINEST} panels`)
}

/** The same motion seen in a mirror. */
export const reflected = ({ drift, variance }: Motion): Motion =>
  ({ drift: (x) => -drift(-x), variance: (x) => variance(-x) })

const mirrored = (passage: MeanPassage): MeanPassage => ({ ...passage, leftmost: -passage.leftmost })

interface Sweep {
  readonly mean: number
  readonly leftmost: number
  /** relative rounding of the exponentials */
  readonly rounding: number
}

function sweep(motion: Motion, from: number, to: number, panels: number): Sweep {
  const rule = panelRule(ORDER)
  const width = (to - from) / panels
  const left = leftMass(motion, from, width, rule)
  let at: Running = { exponent: 0, mass: left.mass, mean: 0, steepest: left.steepest }
  for (let k = 0; k < panels; k++) at = acrossPanel(motion, from + k * width, from + (k + 1) * width, at, rule)
  if (!Number.isFinite(at.mean)) {
    throw new NumericalError('not-finite', `the mean passage from ${from} to ${to} is ${at.mean}`)
  }
  return { mean: at.mean, leftmost: left.leftmost, rounding: 16 * Number.EPSILON * (8 + at.steepest) }
}

interface Running {
  /** -int 2 a / b^2 since the start */
  readonly exponent: number
  /** int m up to here */
  readonly mass: number
  /** int s' mass since the start */
  readonly mean: number
  readonly steepest: number
}

function acrossPanel(
  motion: Motion, a: number, b: number, before: Running, { nodes, weights, running }: PanelRule,
): Running {
  const half = (b - a) / 2
  const x = nodes.map((t) => a + half * (1 + t))
  const slope = x.map((at) => -2 * motion.drift(at) / motion.variance(at))
  const exponent = x.map((_, i) => before.exponent + half * dot(running[i]!, slope))
  const speed = x.map((at, i) => 2 / motion.variance(at) * Math.exp(-exponent[i]!))
  const mass = x.map((_, i) => before.mass + half * dot(running[i]!, speed))
  const flux = x.map((_, i) => Math.exp(exponent[i]!) * mass[i]!)
  return {
    exponent: before.exponent + half * dot(weights, slope),
    mass: before.mass + half * dot(weights, speed),
    mean: before.mean + half * dot(weights, flux),
    steepest: exponent.reduce((most, e) => Math.max(most, Math.abs(e)), before.steepest),
  }
}

interface LeftMass {
  readonly mass: number
  readonly steepest: number
  readonly leftmost: number
}

const NEGLIGIBLE = 1e-17
const RARE = 1e-9
const MOST_PANELS = 4000

/** int_{-inf}^from m, by panels that grow to the left, until a geometric series bounds what is left out. */
function leftMass(motion: Motion, from: number, width: number, rule: PanelRule): LeftMass {
  const growth = 1 + Math.min(0.3, width)
  const facing = reflected(motion)
  let at: Running = { exponent: 0, mass: 0, mean: 0, steepest: 0 }
  let [near, length, added] = [-from, width, NaN]
  const ends: { x: number; mass: number }[] = []
  for (let k = 0; k < MOST_PANELS; k++) {
    const next = acrossPanel(facing, near, near + length, at, rule)
    const [more, ratio] = [next.mass - at.mass, (next.mass - at.mass) / added]
    ;[at, near, length, added] = [next, near + length, length * growth, more]
    ends.push({ x: -near, mass: at.mass })
    if (!Number.isFinite(at.mass)) break
    if (ratio < 0.97 && more * ratio / (1 - ratio) <= NEGLIGIBLE * at.mass) {
      const leftmost = ends.find(({ mass }) => at.mass - mass <= RARE * at.mass)!.x
      return { mass: at.mass, steepest: Math.min(at.steepest, 40), leftmost }
    }
  }
  throw new NumericalError('not-recurrent',
    `the path may run off beyond ${-near} and not return: the mean passage from ${from} is infinite or unbounded`)
}

function dot(weights: Float64Array, values: Float64Array): number {
  let sum = 0
  for (let i = 0; i < weights.length; i++) sum += weights[i]! * values[i]!
  return sum
}
