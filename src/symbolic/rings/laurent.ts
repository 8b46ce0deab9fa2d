/**
 * Truncated Laurent series over a field, sum of c[i] eps^(v + i) + O(eps^end): limits, expansions and derivatives
 * of a formula by evaluating it at x0 + eps. Known precision is carried along; a coefficient that the terms kept do
 * not determine is an error, never a zero: the caller asks again with more terms.
 */
import { refuse } from '../errors.js'
import type { Expression } from '../expression.js'
import { print } from '../print.js'
import { Pole, type Ring } from '../ring.js'
import { expSeries, logSeries, powerSeries, sqrtSeries } from './laurent-functions.js'

export interface Laurent<T> {
  /** exponent of the first coefficient; that of the error where no coefficient is known to be nonzero */
  readonly valuation: number
  readonly coefficients: readonly T[]
  /** the series is known below this exponent; Infinity for an exact polynomial in eps and 1 / eps */
  readonly end: number
}

/** The terms kept do not determine the answer: raise the precision. */
export class NotEnoughTerms extends Error {
  constructor(readonly terms: number) {
    super(`${terms} terms of the series do not decide; ask for more`)
    this.name = 'NotEnoughTerms'
  }
}

export interface LaurentRing<T> extends Ring<Laurent<T>> {
  readonly field: Ring<T>
  readonly epsilon: Laurent<T>
  constant(x: T): Laurent<T>
  /** The coefficient of eps^k. @throws NotEnoughTerms */
  coefficient(a: Laurent<T>, k: number): T
  /** The exponent of the leading term, Infinity for 0. @throws NotEnoughTerms */
  valuation(a: Laurent<T>): number
}

/** Series over a field with at most `terms` coefficients each. */
export function laurentRing<T>(field: Ring<T>, terms: number): LaurentRing<T> {
  const make = (valuation: number, coefficients: readonly T[], end: number): Laurent<T> =>
    normal(valuation, coefficients, end, field, terms)
  const constant = (x: T): Laurent<T> => make(0, [x], Infinity)
  const isZero = (a: Laurent<T>): boolean => a.coefficients.length === 0 && (a.end === Infinity || undecided(terms))
  const neg = (a: Laurent<T>): Laurent<T> => ({ ...a, coefficients: a.coefficients.map(field.neg) })
  const ring: LaurentRing<T> = {
    name: `${field.name}((eps))`,
    field,
    zero: make(0, [], Infinity),
    one: constant(field.one),
    epsilon: make(1, [field.one], Infinity),
    constant,
    fraction: (n, d) => constant(field.fraction(n, d)),
    add: (a, b) => make(...sum(a, b, field)),
    sub: (a, b) => make(...sum(a, neg(b), field)),
    mul: (a, b) => make(...product(a, b, field, terms)),
    div: (a, b) => (isZero(b) ? pole() : ring.mul(a, make(...reciprocal(b, field, terms)))),
    neg,
    isZero,
    isKnownZero: (a) => a.coefficients.length === 0 && a.end === Infinity,
    isKnownNonzero: (a) => a.coefficients.length > 0,
    magnitude: (a) => -a.valuation,
    apply: (name, [a], where) => functionOf(name, a!, ring, terms, where),
    power: (base, exponent, where) => powerSeries(base, exponent, ring, terms, where),
    coefficient: (a, k) => (k < a.end ? a.coefficients[k - a.valuation] ?? field.zero : undecided(terms)),
    valuation: (a) => (isZero(a) ? Infinity : a.valuation),
  }
  return ring
}

type Parts<T> = [valuation: number, coefficients: T[], end: number]

const pole = (): never => { throw new Pole() }
const undecided = (terms: number): never => { throw new NotEnoughTerms(terms) }

function normal<T>(v: number, c: readonly T[], end: number, field: Ring<T>, terms: number): Laurent<T> {
  let lead = 0
  while (lead < c.length && field.isZero(c[lead]!)) lead++
  if (lead === c.length) return { valuation: end, coefficients: [], end }
  let stop = c.length
  while (end === Infinity && field.isZero(c[stop - 1]!)) stop--
  const kept = c.slice(lead, Math.min(stop, lead + terms))
  const cut = stop - lead > terms ? v + lead + terms : end
  return { valuation: v + lead, coefficients: kept, end: cut }
}

function sum<T>(a: Laurent<T>, b: Laurent<T>, field: Ring<T>): Parts<T> {
  const v = Math.min(a.valuation, b.valuation)
  const end = Math.min(a.end, b.end)
  const stop = Math.min(end, Math.max(stopOf(a), stopOf(b)))
  const at = (s: Laurent<T>, k: number): T => s.coefficients[k - s.valuation] ?? field.zero
  return [v, v < stop ? Array.from({ length: stop - v }, (_, i) => field.add(at(a, v + i), at(b, v + i))) : [], end]
}

const stopOf = <T>(a: Laurent<T>): number => (a.coefficients.length ? a.valuation + a.coefficients.length : -Infinity)

function product<T>(a: Laurent<T>, b: Laurent<T>, field: Ring<T>, terms: number): Parts<T> {
  const [p, q] = [a.coefficients, b.coefficients]
  const end = Math.min(a.valuation + b.end, b.valuation + a.end)
  const v = a.valuation + b.valuation
  if (!p.length || !q.length) return [end, [], end]
  const full = p.length + q.length - 1
  const length = Math.min(full, terms + 1, end - v)
  const c = Array.from({ length }, (_, k) => convolved(p, q, k, field))
  return [v, c, length < full ? Math.min(end, v + length) : end]
}

function convolved<T>(p: readonly T[], q: readonly T[], k: number, field: Ring<T>): T {
  let total = field.zero
  for (let i = Math.max(0, k - q.length + 1); i <= Math.min(k, p.length - 1); i++) {
    total = field.add(total, field.mul(p[i]!, q[k - i]!))
  }
  return total
}

function reciprocal<T>(b: Laurent<T>, field: Ring<T>, terms: number): Parts<T> {
  const [lead, ...rest] = b.coefficients
  const first = field.div(field.one, lead!)
  if (!rest.length && b.end === Infinity) return [-b.valuation, [first], Infinity]
  const known = Math.min(terms, b.end - b.valuation)
  const c = [first]
  while (c.length < known) {
    const k = c.length
    let s = field.zero
    for (let j = 1; j <= Math.min(k, rest.length); j++) s = field.add(s, field.mul(rest[j - 1]!, c[k - j]!))
    c.push(field.neg(field.mul(s, first)))
  }
  return [-b.valuation, c, -b.valuation + known]
}

function functionOf<T>(
  name: string, a: Laurent<T>, ring: LaurentRing<T>, terms: number, where: Expression,
): Laurent<T> {
  switch (name) {
    case 'exp': return expSeries(a, ring, terms, where)
    case 'log': return logSeries(a, ring, terms, where)
    case 'sqrt': return sqrtSeries(a, ring, terms, where)
    case 'tanh': {
      const e = expSeries(ring.add(a, a), ring, terms, where)
      return ring.div(ring.sub(e, ring.one), ring.add(e, ring.one))
    }
    default: return refuse('NO_SERIES', `${name}() has no series here, in "${print(where)}"`)
  }
}
