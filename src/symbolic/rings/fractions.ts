/**
 * Rational functions N / (f1^e1 f2^e2 ...) over Z[x, y, ...], denominators kept as products of factors that are never
 * multiplied out: sums take an lcm without any gcd, and a fraction is zero iff N is. Exact, and quick enough for the
 * identities of papers; the budget of the polynomials decides what fits.
 */
import { fractionFreeDeterminant } from '../fraction-free.js'
import { SingularMatrix } from '../linear.js'
import { Pole, type Ring } from '../ring.js'
import { joined, lcm, without, type Product } from './denominator.js'
import type { IntegerPolynomial, IntegerPolynomials } from './integer-polynomial.js'
import { integerGcd, positive } from './polynomial-gcd.js'

export interface Fraction {
  readonly numerator: IntegerPolynomial
  readonly denominator: Product
}

export interface FractionRing extends Ring<Fraction> {
  readonly polynomials: IntegerPolynomials
  variable(name: string): Fraction
  /** The denominator multiplied out. */
  expanded(denominator: Product): IntegerPolynomial
  /** A row of fractions times the lcm of their denominators. */
  cleared(row: readonly Fraction[]): IntegerPolynomial[]
}

/** Rational functions over a polynomial ring. */
export function fractionRing(polynomials: IntegerPolynomials): FractionRing {
  const factors = factorsByKey(polynomials)
  const { neg, mul } = polynomials
  const lifted = (a: Fraction, to: Product): IntegerPolynomial =>
    mul(a.numerator, factors.expanded(without(to, a.denominator)))
  const sum = (a: Fraction, b: Fraction): Fraction => {
    const denominator = lcm(a.denominator, b.denominator)
    return { numerator: polynomials.add(lifted(a, denominator), lifted(b, denominator)), denominator }
  }
  const product = (a: Fraction, b: Fraction): Fraction =>
    ({ numerator: mul(a.numerator, b.numerator), denominator: joined(a.denominator, b.denominator) })
  const reciprocal = (b: Fraction): Fraction => reciprocalOf(b, factors, neg)
  const minus = (a: Fraction): Fraction => ({ ...a, numerator: neg(a.numerator) })
  const ring: FractionRing = {
    name: `Q(${polynomials.names})`,
    polynomials,
    zero: whole(polynomials.zero),
    one: whole(polynomials.one),
    fraction: (n, d) => product(whole(polynomials.constant(n)), reciprocal(whole(polynomials.constant(d)))),
    add: sum,
    sub: (a, b) => sum(a, minus(b)),
    mul: product,
    div: (a, b) => product({ ...a, denominator: without(a.denominator, b.denominator) },
      reciprocal({ ...b, denominator: without(b.denominator, a.denominator) })),
    neg: minus,
    isZero: (a) => !a.numerator.size,
    inverse: (m) => adjugateOver(m, ring),
    variable: (name) => whole(polynomials.variable(name)),
    expanded: factors.expanded,
    cleared: (row) => row.map((a) => lifted(a, commonOf(row))),
  }
  return ring
}

const whole = (numerator: IntegerPolynomial): Fraction => ({ numerator, denominator: new Map() })

const commonOf = (all: readonly Fraction[]): Product =>
  all.reduce<Product>((common, a) => lcm(common, a.denominator), new Map())

function reciprocalOf(
  b: Fraction, factors: FactorTable, neg: (a: IntegerPolynomial) => IntegerPolynomial,
): Fraction {
  if (!b.numerator.size) throw new Pole()
  const { sign, denominator } = factors.split(b.numerator)
  const up = factors.expanded(b.denominator)
  return { numerator: sign < 0 ? neg(up) : up, denominator }
}

interface FactorTable {
  expanded(product: Product): IntegerPolynomial
  /** A nonzero polynomial as a sign and a product: content, powers of indeterminates, and the rest as one factor. */
  split(a: IntegerPolynomial): { sign: number; denominator: Product }
}

function factorsByKey(ring: IntegerPolynomials): FactorTable {
  const table = new Map<string, IntegerPolynomial>()
  const note = (f: IntegerPolynomial): string => {
    const key = [...f].sort(([m], [n]) => m - n).map(([m, c]) => `${m}:${c}`).join()
    table.set(key, f)
    return key
  }
  return {
    expanded: (product) => {
      let all = ring.one
      for (const [key, e] of product) for (let k = 0; k < e; k++) all = ring.mul(all, table.get(key)!)
      return all
    },
    split: (a) => {
      const { content, exponents, rest } = withoutMonomial(a, ring)
      const factor = positive(rest, ring)
      const denominator = new Map<string, number>()
      exponents.forEach((e, i) => { if (e) denominator.set(note(new Map([[ring.monomial(i, 1), 1n]])), e) })
      if (content > 1n) denominator.set(note(ring.constant(content)), 1)
      if (factor.size > 1) denominator.set(note(factor), 1)
      return { sign: factor === rest ? 1 : -1, denominator }
    },
  }
}

/** a = content * x^e1 y^e2 ... * rest, with nothing more to take out of the rest. */
function withoutMonomial(
  a: IntegerPolynomial, ring: IntegerPolynomials,
): { content: bigint; exponents: number[]; rest: IntegerPolynomial } {
  const content = [...a.values()].reduce(integerGcd, 0n)
  const exponents = ring.names.map((_, i) => Math.min(...[...a.keys()].map((m) => ring.exponent(m, i))))
  const shift = exponents.reduce((m, e, i) => m + ring.monomial(i, e), 0)
  return { content, exponents, rest: new Map([...a].map(([m, c]) => [m - shift, c / content])) }
}

/** inv(N / d) = d adj(N) / det N, computed without fractions. @throws SingularMatrix */
function adjugateOver(m: readonly (readonly Fraction[])[], ring: FractionRing): Fraction[][] {
  const n = m.length
  const flat = ring.cleared(m.flat())
  const entries = m.map((_, i) => flat.slice(i * n, (i + 1) * n))
  const determinant = fractionFreeDeterminant(entries, ring.polynomials)
  if (!determinant.size) throw new SingularMatrix(n - 1)
  const scale = ring.div(whole(ring.expanded(commonOf(m.flat()))), whole(determinant))
  const cofactor = (i: number, j: number): Fraction => {
    const minor = entries.filter((_, r) => r !== j).map((row) => row.filter((_, c) => c !== i))
    const det = fractionFreeDeterminant(minor, ring.polynomials)
    return whole((i + j) % 2 ? ring.polynomials.neg(det) : det)
  }
  return m.map((row, i) => row.map((_, j) => ring.mul(cofactor(i, j), scale)))
}
