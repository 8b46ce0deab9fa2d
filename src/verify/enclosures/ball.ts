/**
 * Numbers that carry a bound on their error: |value - truth| <= error. Each operation adds what its operands pass on
 * and one rounding. Bounds of quadratures and oracles enter as errors of their values; an error of Infinity says that
 * nothing is known.
 */
import { refuse } from '../../symbolic/errors.js'
import { erf } from '../../numeric/normal.js'
import { logGamma } from '../../numeric/log-gamma.js'

export interface Ball {
  readonly value: number
  readonly error: number
}

const UNIT = 2 ** -53
/** math library functions and gamma are good to a few units in the last place */
const LIBRARY = 16 * UNIT

export const exactBall = (value: number): Ball => ({ value, error: 0 })

export const addBalls = (a: Ball, b: Ball): Ball => rounded(a.value + b.value, a.error + b.error)
export const subtractBalls = (a: Ball, b: Ball): Ball => rounded(a.value - b.value, a.error + b.error)
export const negateBall = ({ value, error }: Ball): Ball => ({ value: -value, error })

export const multiplyBalls = (a: Ball, b: Ball): Ball =>
  rounded(a.value * b.value, passed(a.error, b.value) + passed(b.error, a.value) + a.error * b.error)

/** The quotient; unknown where the divisor may be zero. */
export function divideBalls(a: Ball, b: Ball): Ball {
  const least = Math.abs(b.value) - b.error
  const value = a.value / b.value
  return least > 0 ? rounded(value, (a.error + passed(b.error, value)) / least) : { value, error: Infinity }
}

/** A power with any exponent; unknown where an inexact base may not be positive. */
export function powerOfBalls(a: Ball, b: Ball): Ball {
  const value = a.value ** b.value
  if (a.error === 0 && b.error === 0) return { value, error: LIBRARY * Math.abs(value) }
  if (!(a.value > a.error)) return { value, error: Infinity }
  const spread = -Math.log1p(-a.error / a.value)
  const exponent = Math.abs(b.value) * spread + (Math.abs(Math.log(a.value)) + spread) * b.error
  return { value, error: Math.abs(value) * (Math.expm1(exponent) + LIBRARY) }
}

/** f and the largest change of f within the error, which may be pessimistic. */
type Rule = (x: Ball) => { readonly value: number; readonly change: number }

const rules: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ['sqrt', ({ value, error }) => {
    const root = Math.sqrt(value)
    const change = value > error ? root * (1 - Math.sqrt(1 - error / value)) : Math.sqrt(Math.max(0, value) + error)
    return { value: root, change }
  }],
  ['exp', ({ value, error }) => ({ value: Math.exp(value), change: passed(Math.expm1(error), Math.exp(value)) })],
  ['log', ({ value, error }) => (
    { value: Math.log(value), change: value > error ? -Math.log1p(-error / value) : Infinity })],
  ['abs', ({ value, error }) => ({ value: Math.abs(value), change: error })],
  ['tanh', ({ value, error }) => ({ value: Math.tanh(value), change: error })],
  ['erf', ({ value, error }) => ({ value: erf(value), change: 2 / Math.sqrt(Math.PI) * error })],
  ['gamma', gammaRule],
])

/** Gamma' / Gamma is at most |ln x| + 1 / x. */
function gammaRule({ value, error }: Ball): ReturnType<Rule> {
  const least = value - error
  if (!(least > 0)) return { value: NaN, change: Infinity }
  const gamma = Math.exp(logGamma(value))
  const slope = Math.max(Math.abs(Math.log(least)), Math.abs(Math.log(value + error))) + 1 / least
  return { value: gamma, change: gamma * (Math.expm1(error * slope) + Math.abs(Math.log(gamma)) * LIBRARY) }
}

/** A function of the grammar. @throws StatementError UNKNOWN_FUNCTION */
export function ballFunction(name: string): (x: Ball) => Ball {
  const rule = rules.get(name) ?? refuse('UNKNOWN_FUNCTION', `${name}() has no value with an error bound`)
  return (x) => {
    const { value, change } = rule(x)
    return { value, error: change + LIBRARY * Math.abs(value) }
  }
}

/** error * factor, where an error of zero passes nothing on, even to an infinite factor */
const passed = (error: number, factor: number): number => (error === 0 ? 0 : error * Math.abs(factor))

const rounded = (value: number, error: number): Ball =>
  ({ value, error: Number.isFinite(value) ? error + UNIT * Math.abs(value) : error })
