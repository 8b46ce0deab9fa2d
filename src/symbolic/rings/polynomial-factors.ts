/**
 * Factors of a polynomial over Z that can be had cheaply: integer content, contents in each indeterminate, repeated
 * factors, v - 1 and v + 1, and divisors that the caller knows, such as determinants of blocks. Complete whenever
 * every irreducible factor misses some indeterminate; otherwise a product of factors may stay unsplit.
 */
import { leading, type IntegerPolynomial, type IntegerPolynomials } from './integer-polynomial.js'
import { contentIn, gcd, integerGcd, isOne, positive } from './polynomial-gcd.js'

export interface Factored {
  readonly unit: bigint
  readonly factors: readonly (readonly [factor: IntegerPolynomial, multiplicity: number])[]
}

/** a = unit * product of factors^multiplicity, for a nonzero polynomial. */
export function factorsOf(
  a: IntegerPolynomial, ring: IntegerPolynomials, known: readonly IntegerPolynomial[] = [],
): Factored {
  let unit = 0n
  for (const c of a.values()) unit = integerGcd(unit, c)
  if ((a.get(leading(a)) ?? 0n) < 0n) unit = -unit
  const found: [IntegerPolynomial, number][] = []
  const note = (f: IntegerPolynomial): void => {
    const before = found.find(([g]) => !ring.sub(f, g).size)
    if (before) before[1]++
    else found.push([f, 1])
  }
  const open = [ring.div(a, ring.constant(unit || 1n))]
  for (let f = open.pop(); f; f = open.pop()) {
    if (isOne(f)) continue
    const part = divisorOf(f, ring, known)
    if (part) open.push(positive(part, ring), positive(ring.div(f, part), ring))
    else note(f)
  }
  return { unit, factors: found }
}

/** A proper divisor, or null. */
function divisorOf(
  f: IntegerPolynomial, ring: IntegerPolynomials, known: readonly IntegerPolynomial[],
): IntegerPolynomial | null {
  const used = ring.names.map((_, i) => i).filter((i) => ring.degree(f, i))
  for (const find of [content, repeated, linear]) {
    for (const i of used) {
      const divisor = find(f, i, ring)
      if (divisor && isProper(divisor, f)) return divisor
    }
  }
  return known.map((k) => gcd(f, k, ring)).find((g) => isProper(g, f)) ?? null
}

const isProper = (g: IntegerPolynomial, f: IntegerPolynomial): boolean => leading(g) > 0 && leading(g) < leading(f)

type Finder = (f: IntegerPolynomial, i: number, ring: IntegerPolynomials) => IntegerPolynomial | null

const content: Finder = (f, i, ring) => contentIn(f, i, ring)

const repeated: Finder = (f, i, ring) => gcd(f, slopeIn(f, i, ring), ring)

const linear: Finder = (f, i, ring) =>
  [-1n, 1n].map((c) => new Map([[ring.monomial(i, 1), 1n], [0, c]])).find((l) => ring.quotient(f, l)) ?? null

/** The derivative in the i-th indeterminate. */
function slopeIn(f: IntegerPolynomial, i: number, ring: IntegerPolynomials): IntegerPolynomial {
  const terms = [...f].map(([m, c]) => [m, c * BigInt(ring.exponent(m, i))] as const).filter(([, c]) => c)
  return new Map(terms.map(([m, c]) => [m - ring.monomial(i, 1), c]))
}
