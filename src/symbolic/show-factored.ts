/**
 * A rational function as a formula for people: factored above and below the line, each sum expanded or collected in
 * the indeterminate that gives the shortest text, lowest powers first.
 */
import { minus, product, quotient, raised, sum } from './arithmetic.js'
import { number, symbol, type Expression } from './expression.js'
import type { Quotient } from './fraction-free.js'
import { print } from './print.js'
import type { IntegerPolynomial, IntegerPolynomials } from './rings/integer-polynomial.js'
import { factorsOf } from './rings/polynomial-factors.js'
import { coefficientsIn } from './rings/polynomial-gcd.js'

/** Collecting tries every indeterminate at every level, too slow for longer sums. */
const LONGEST_COLLECTED = 16

/** N / D as "c * lambda / (k * (2 - lambda * k))"; `known` divisors, such as determinants, help to split factors. */
export function factoredQuotient(
  { numerator, denominator }: Quotient, ring: IntegerPolynomials, known: readonly IntegerPolynomial[] = [],
): Expression {
  const [above, below] = [signedFactors(numerator, ring, known), signedFactors(denominator, ring, known)]
  const value = quotient(productOf(above.factors), productOf(below.factors))
  return above.isNegative === below.isNegative ? value : minus(value)
}

/** A polynomial such as "2 * a^2 * (1 - b)". */
export function factoredPolynomial(
  a: IntegerPolynomial, ring: IntegerPolynomials, known: readonly IntegerPolynomial[] = [],
): Expression {
  const { isNegative, factors } = signedFactors(a, ring, known)
  return isNegative ? minus(productOf(factors)) : productOf(factors)
}

const productOf = (factors: readonly Expression[]): Expression => factors.reduce(product, number(1))

/** Each factor written so that its first term is positive, the shortest factors first. */
function signedFactors(
  a: IntegerPolynomial, ring: IntegerPolynomials, known: readonly IntegerPolynomial[],
): { isNegative: boolean; factors: Expression[] } {
  if (!a.size) return { isNegative: false, factors: [number(0)] }
  const { unit, factors } = factorsOf(a, ring, known)
  let isNegative = unit < 0n
  const written = [...factors].sort(([f], [g]) => f.size - g.size).map(([f, e]) => {
    const isFlipped = ordered(f, ring)[0]![1] < 0n
    if (isFlipped && e % 2) isNegative = !isNegative
    return raised(sumOf(isFlipped ? ring.neg(f) : f, ring), number(e))
  })
  return { isNegative, factors: [number(unit < 0n ? -unit : unit), ...written] }
}

/** The terms by total degree, then by the names in their order. */
function ordered(a: IntegerPolynomial, ring: IntegerPolynomials): [number, bigint][] {
  const total = (m: number): number => ring.names.reduce((d, _, i) => d + ring.exponent(m, i), 0)
  const first = (m: number, n: number): number => {
    const i = ring.names.findIndex((_, k) => ring.exponent(m, k) !== ring.exponent(n, k))
    return i < 0 ? 0 : ring.exponent(n, i) - ring.exponent(m, i)
  }
  return [...a].sort(([m], [n]) => total(m) - total(n) || first(m, n))
}

function sumOf(a: IntegerPolynomial, ring: IntegerPolynomials): Expression {
  const expanded = ordered(a, ring).map(([m, c]) => term(m, c, ring)).reduce(sum)
  if (a.size < 3 || a.size > LONGEST_COLLECTED) return expanded
  const collected = ring.names.map((_, i) => collectedIn(a, i, ring)).filter((e) => e !== null)
  return collected.reduce((best, e) => (print(e).length < print(best).length ? e : best), expanded)
}

function term(m: number, c: bigint, ring: IntegerPolynomials): Expression {
  const powers = ring.names.flatMap((name, i) => {
    const e = ring.exponent(m, i)
    return e ? [raised(symbol(name), number(e))] : []
  })
  return product(number(c), productOf(powers))
}

/** The coefficients of the i-th indeterminate, factored; null where there is nothing to collect. */
function collectedIn(a: IntegerPolynomial, i: number, ring: IntegerPolynomials): Expression | null {
  const coefficients = coefficientsIn(a, i, ring)
  if (coefficients.filter((c) => c.size).length < 2) return null
  return coefficients.flatMap((c, e) =>
    (c.size ? [product(factoredPolynomial(c, ring), raised(symbol(ring.names[i]!), number(e)))] : [])).reduce(sum)
}
