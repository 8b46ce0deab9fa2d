/**
 * exp, log and powers of Laurent series: the constant term goes through the field's own function, the rest, small,
 * through exp(u) = sum u^k / k!, log(1 + u) = -sum (-u)^k / k, (1 + u)^s = sum s (s-1) ... (s-k+1) u^k / k!.
 */
import { refuse } from '../errors.js'
import type { Expression } from '../expression.js'
import { print } from '../print.js'
import type { Ring } from '../ring.js'
import type { Laurent, LaurentRing } from './laurent.js'

/** exp(a) for a without pole. @throws StatementError for an essential singularity */
export function expSeries<T>(a: Laurent<T>, ring: LaurentRing<T>, terms: number, where: Expression): Laurent<T> {
  if (a.valuation < 0) refuse('ESSENTIAL', `exp() of something infinite in "${print(where)}" has no series`)
  const { field } = ring
  const c0 = ring.coefficient(a, 0)
  const small = ring.sub(a, ring.constant(c0))
  const lead = field.isZero(c0) ? field.one : fieldFunction('exp', c0, field, where)
  return ring.mul(ring.constant(lead), summed(small, ring, terms, (k) => ring.fraction(1n, BigInt(k))))
}

/** log(a) for a with a nonzero constant term. @throws StatementError where a tends to 0 or infinity */
export function logSeries<T>(a: Laurent<T>, ring: LaurentRing<T>, terms: number, where: Expression): Laurent<T> {
  if (ring.valuation(a) !== 0) {
    refuse('ESSENTIAL', `log() of what tends to 0 or infinity in "${print(where)}" has no series`)
  }
  const { field } = ring
  const c0 = ring.coefficient(a, 0)
  const minus = ring.sub(ring.one, ring.div(a, ring.constant(c0)))
  const isOne = field.isZero(field.sub(c0, field.one))
  let power = ring.one
  let total = isOne ? ring.zero : ring.constant(fieldFunction('log', c0, field, where))
  for (let k = 1; k <= terms; k++) {
    power = ring.mul(power, minus)
    total = ring.sub(total, ring.mul(power, ring.fraction(1n, BigInt(k))))
  }
  return cut(total, minus, terms)
}

/** sqrt(a). @throws StatementError where a vanishes to an odd order */
export function sqrtSeries<T>(a: Laurent<T>, ring: LaurentRing<T>, terms: number, where: Expression): Laurent<T> {
  const order = ring.valuation(a)
  if (order === Infinity) return a
  if (order % 2) {
    refuse('ESSENTIAL', `the square root of what vanishes to order ${order} in "${print(where)}" has no series`)
  }
  const { field } = ring
  const lead = a.coefficients[0]!
  const isOne = field.isZero(field.sub(lead, field.one))
  const root = isOne ? field.one : fieldFunction('sqrt', lead, field, where)
  const series = binomial(unitPart(a, ring), ring.fraction(1n, 2n), ring, terms)
  return shifted(ring.mul(ring.constant(root), series), order / 2)
}

/** base^exponent for a symbolic exponent: exp(exponent log base), so base must tend to a nonzero constant. */
export const powerSeries = <T>(
  base: Laurent<T>, exponent: Laurent<T>, ring: LaurentRing<T>, terms: number, where: Expression,
): Laurent<T> => expSeries(ring.mul(exponent, logSeries(base, ring, terms, where)), ring, terms, where)

/** a = lead eps^v (1 + u): the part 1 + u, as u. */
function unitPart<T>(a: Laurent<T>, ring: LaurentRing<T>): Laurent<T> {
  return ring.sub(ring.div(shifted(a, -a.valuation), ring.constant(a.coefficients[0]!)), ring.one)
}

function binomial<T>(u: Laurent<T>, s: Laurent<T>, ring: LaurentRing<T>, terms: number): Laurent<T> {
  const ratio = (k: number): Laurent<T> =>
    ring.div(ring.sub(s, ring.fraction(BigInt(k - 1), 1n)), ring.fraction(BigInt(k), 1n))
  return summed(u, ring, terms, ratio)
}

/** The sum over k of u^k times the product of the ratios up to k, for u that tends to 0. */
function summed<T>(
  u: Laurent<T>, ring: LaurentRing<T>, terms: number, ratio: (k: number) => Laurent<T>,
): Laurent<T> {
  let [term, total] = [ring.one, ring.one]
  for (let k = 1; k <= terms; k++) {
    term = ring.mul(ring.mul(term, u), ratio(k))
    total = ring.add(total, term)
  }
  return cut(total, u, terms)
}

/** What a sum up to u^terms leaves out is O(u^(terms + 1)). */
function cut<T>(total: Laurent<T>, u: Laurent<T>, terms: number): Laurent<T> {
  const end = Math.min(total.end, u.valuation * (terms + 1))
  if (end === total.end) return total
  const coefficients = total.coefficients.slice(0, Math.max(0, end - total.valuation))
  return { valuation: coefficients.length ? total.valuation : end, coefficients, end }
}

const shifted = <T>(a: Laurent<T>, by: number): Laurent<T> =>
  ({ ...a, valuation: a.valuation + by, end: a.end + by })

function fieldFunction<T>(name: string, x: T, field: Ring<T>, where: Expression): T {
  return field.apply?.(name, [x], where)
    ?? refuse('NOT_RATIONAL', `${name}() of a constant in "${print(where)}" is not rational`)
}
