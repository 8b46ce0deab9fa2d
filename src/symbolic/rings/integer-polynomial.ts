/**
 * Sparse polynomials with integer coefficients in named indeterminates: a map from packed exponents to coefficients.
 * A monomial is one number, x^a y^b ... = a + b B + ..., so monomials multiply by addition and compare by size
 * (lexicographic, last indeterminate first). Work is counted in products of coefficients, never in seconds.
 */
import { refuse } from '../errors.js'
import type { Ring } from '../ring.js'

export type IntegerPolynomial = ReadonlyMap<number, bigint>

export interface IntegerPolynomials extends Ring<IntegerPolynomial> {
  readonly names: readonly string[]
  variable(name: string): IntegerPolynomial
  constant(n: bigint): IntegerPolynomial
  /** The exponent of the i-th indeterminate in a packed monomial. */
  exponent(monomial: number, i: number): number
  /** The packed monomial (i-th indeterminate)^e. */
  monomial(i: number, e: number): number
  /** The polynomial times a packed monomial and an integer. */
  scaled(a: IntegerPolynomial, monomial: number, by: bigint): IntegerPolynomial
  /** Degree in the i-th indeterminate. */
  degree(a: IntegerPolynomial, i: number): number
  /** The quotient where the division is exact, else null. */
  quotient(a: IntegerPolynomial, b: IntegerPolynomial): IntegerPolynomial | null
  /** Spends steps of the budget. @throws OutOfSteps */
  spend(steps: number): void
}

/** The budget of steps is used up, or an exponent outgrew its place: the answer is not worth the work here. */
export class OutOfSteps extends Error {
  constructor(message = 'the exact computation takes more steps than allowed') {
    super(message)
    this.name = 'OutOfSteps'
  }
}

const PACKED_BITS = 52

/** How exponents are packed into one number. */
interface Packing {
  readonly base: number
  readonly units: readonly number[]
  exponent(monomial: number, i: number): number
  degree(a: IntegerPolynomial, i: number): number
}

function packingFor(count: number): Packing {
  if (count > 13) throw new OutOfSteps(`${count} indeterminates are too many for exact polynomials`)
  const base = 2 ** Math.min(16, Math.floor(PACKED_BITS / Math.max(count, 1)))
  const units = Array.from({ length: count }, (_, i) => base ** i)
  const exponent = (monomial: number, i: number): number => Math.floor(monomial / units[i]!) % base
  const degree = (a: IntegerPolynomial, i: number): number => {
    let most = 0
    for (const m of a.keys()) most = Math.max(most, exponent(m, i))
    return most
  }
  return { base, units, exponent, degree }
}

/**
 * Polynomials in the named indeterminates, at most 13 of them. All operations together may take `steps` products of
 * coefficients, some seconds by default. @throws OutOfSteps, from every operation
 */
export function integerPolynomials(names: readonly string[], steps = 2_000_000): IntegerPolynomials {
  const packing = packingFor(names.length)
  const { units, exponent, degree } = packing
  let left = steps
  const spend = (n: number): void => {
    left -= n
    if (left < 0) throw new OutOfSteps()
  }
  const constant = (n: bigint): IntegerPolynomial => new Map(n ? [[0, n]] : [])
  const scaled = (a: IntegerPolynomial, monomial: number, by: bigint): IntegerPolynomial =>
    new Map([...a].map(([m, c]) => [m + monomial, c * by]))
  const quotient = (a: IntegerPolynomial, b: IntegerPolynomial): IntegerPolynomial | null =>
    exactQuotient(a, b, (m, n) => units.every((_, i) => exponent(n, i) >= exponent(m, i)), spend)
  return {
    name: `Z[${names}]`,
    names,
    zero: constant(0n),
    one: constant(1n),
    fraction: (n, d) =>
      (d === 1n ? constant(n) : refuse('NOT_INTEGER', `${n}/${d} is no integer; clear fractions first`)),
    add: (a, b) => combined(a, b, 1n),
    sub: (a, b) => combined(a, b, -1n),
    mul: (a, b) => multiplied(a, b, packing, spend),
    div: (a, b) => quotient(a, b) ?? refuse('NOT_EXACT', 'a division of polynomials leaves a remainder'),
    neg: (a) => scaled(a, 0, -1n),
    isZero: (a) => a.size === 0,
    variable: (name) => new Map([[units[names.indexOf(name)] ?? unknown(name), 1n]]),
    constant, exponent, scaled, degree, quotient, spend,
    monomial: (i, e) => units[i]! * e,
  }
}

const unknown = (name: string): never => refuse('UNKNOWN_SYMBOL', `"${name}" is no indeterminate`)

/** The largest monomial; -1 for zero. */
export function leading(a: IntegerPolynomial): number {
  let most = -1
  for (const m of a.keys()) if (m > most) most = m
  return most
}

function put(into: Map<number, bigint>, monomial: number, c: bigint): void {
  if (c) into.set(monomial, c)
  else into.delete(monomial)
}

function combined(a: IntegerPolynomial, b: IntegerPolynomial, sign: bigint): IntegerPolynomial {
  const all = new Map(a)
  for (const [m, c] of b) put(all, m, (all.get(m) ?? 0n) + sign * c)
  return all
}

function multiplied(
  a: IntegerPolynomial, b: IntegerPolynomial, { base, units, degree }: Packing, spend: (n: number) => void,
): IntegerPolynomial {
  units.forEach((_, i) => {
    if (degree(a, i) + degree(b, i) >= base) throw new OutOfSteps(`an exponent exceeds ${base - 1}`)
  })
  spend(a.size * b.size)
  const all = new Map<number, bigint>()
  for (const [m, c] of a) for (const [n, d] of b) all.set(m + n, (all.get(m + n) ?? 0n) + c * d)
  for (const [m, c] of all) if (!c) all.delete(m)
  return all
}

function exactQuotient(
  a: IntegerPolynomial, b: IntegerPolynomial, divides: (m: number, n: number) => boolean, spend: (n: number) => void,
): IntegerPolynomial | null {
  const [top, rest, result] = [leading(b), new Map(a), new Map<number, bigint>()]
  const lead = b.get(top) ?? refuse('NOT_EXACT', 'division by the zero polynomial')
  while (rest.size) {
    const m = leading(rest)
    const c = rest.get(m)!
    if (!divides(top, m) || c % lead) return null
    spend(b.size + rest.size)
    result.set(m - top, c / lead)
    for (const [n, d] of b) put(rest, n + m - top, (rest.get(n + m - top) ?? 0n) - (c / lead) * d)
  }
  return result
}
