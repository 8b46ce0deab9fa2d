/**
 * The zero of a continuous function between two points of opposite sign, enclosed in an interval of stated width.
 * ITP: at most one evaluation more than bisection, superlinear on smooth functions
 * (Oliveira & Takahashi 2020, ACM TOMS 47).
 */
import { NumericalError } from './errors.js'

/** f changes sign between `lower` and `upper`; `root` is their middle, so |root - zero| <= (upper - lower) / 2. */
export interface Root {
  readonly root: number
  readonly lower: number
  readonly upper: number
}

/**
 * A zero of f in [a, b], enclosed to `width` (default: 4 units in the last place of the larger end).
 * Throws `no-bracket` unless f(a) and f(b) differ in sign, `not-finite` where f is no number.
 */
export function findRoot(f: (x: number) => number, a: number, b: number, width?: number): Root {
  const target = Math.max(width ?? 0, 4 * Number.EPSILON * Math.max(Math.abs(a), Math.abs(b), Number.MIN_VALUE))
  const at = (x: number) => checked(f(x), x)
  let [lower, upper] = a <= b ? [a, b] : [b, a]
  let [low, high] = [at(lower), at(upper)]
  if (low === 0) return { root: lower, lower, upper: lower }
  if (high === 0) return { root: upper, lower: upper, upper }
  if (low > 0 === high > 0) {
    throw new NumericalError('no-bracket',
      `f(${lower}) = ${low} and f(${upper}) = ${high} have one sign; widen the bracket`)
  }
  const most = Math.ceil(Math.log2((upper - lower) / target)) + 1
  const trust = 0.2 / (upper - lower)
  for (let step = 0; upper - lower > target && step < 4 * most + 200; step++) {
    const radius = Math.max(target / 2 * 2 ** (most - step) - (upper - lower) / 2, 0)
    const x = itpPoint(lower, upper, low, high, trust, radius)
    const y = at(x)
    if (y === 0) return { root: x, lower: x, upper: x }
    if (y > 0 === low > 0) [lower, low] = [x, y]
    else [upper, high] = [x, y]
  }
  return { root: (lower + upper) / 2, lower, upper }
}

/** Interpolate by regula falsi, truncate towards the middle, project onto the minmax interval around it. */
function itpPoint(lower: number, upper: number, low: number, high: number, trust: number, radius: number): number {
  const middle = (lower + upper) / 2
  const falsi = (high * lower - low * upper) / (high - low)
  const towards = Math.sign(middle - falsi)
  const step = trust * (upper - lower) ** 2
  const truncated = step <= Math.abs(middle - falsi) ? falsi + towards * step : middle
  const point = Math.abs(truncated - middle) <= radius ? truncated : middle - towards * radius
  return point > lower && point < upper ? point : middle
}

function checked(y: number, x: number): number {
  if (Number.isNaN(y)) throw new NumericalError('not-finite', `the function is ${y} at ${x}; restrict the bracket`)
  return y
}
