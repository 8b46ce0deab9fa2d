/**
 * Greatest common divisors in Z[x, y, ...]: contents and primitive remainder sequences (Knuth, TAOCP 2, 4.6.1), cut
 * short by the degree of the gcd of images mod p, which the true degree never exceeds.
 */
import { gcdDegreeOfImages } from './polynomial-image.js'
import { leading, type IntegerPolynomial, type IntegerPolynomials } from './integer-polynomial.js'

/** The coefficients of a polynomial in powers of its i-th indeterminate. */
export function coefficientsIn(a: IntegerPolynomial, i: number, ring: IntegerPolynomials): IntegerPolynomial[] {
  const all: Map<number, bigint>[] = Array.from({ length: ring.degree(a, i) + 1 }, () => new Map())
  for (const [m, c] of a) {
    const e = ring.exponent(m, i)
    all[e]!.set(m - ring.monomial(i, e), c)
  }
  return all
}

/** The polynomial or its negative, whichever has a positive leading coefficient. */
export const positive = (a: IntegerPolynomial, ring: IntegerPolynomials): IntegerPolynomial =>
  ((a.get(leading(a)) ?? 0n) < 0n ? ring.neg(a) : a)

export const isOne = (a: IntegerPolynomial): boolean => a.size === 1 && a.get(0) === 1n

/** The gcd of the coefficients in powers of the i-th indeterminate. */
export function contentIn(a: IntegerPolynomial, i: number, ring: IntegerPolynomials): IntegerPolynomial {
  const parts = coefficientsIn(a, i, ring).filter((c) => c.size).sort((x, y) => x.size - y.size)
  return parts.reduce((g, c) => (isOne(g) ? g : gcd(g, c, ring)), ring.zero)
}

/** A greatest common divisor with a positive leading coefficient; gcd(a, 0) = +-a. */
export function gcd(a: IntegerPolynomial, b: IntegerPolynomial, ring: IntegerPolynomials): IntegerPolynomial {
  if (!a.size || !b.size) return positive(a.size ? a : b, ring)
  let i = ring.names.length - 1
  while (i >= 0 && !ring.degree(a, i) && !ring.degree(b, i)) i--
  if (i < 0) return ring.constant(integerGcd(a.get(0)!, b.get(0)!))
  if (!ring.degree(a, i)) return gcd(a, contentIn(b, i, ring), ring)
  if (!ring.degree(b, i)) return gcd(contentIn(a, i, ring), b, ring)
  const [ca, cb] = [contentIn(a, i, ring), contentIn(b, i, ring)]
  const primitive = primitiveGcd(ring.div(a, ca), ring.div(b, cb), i, ring)
  return positive(ring.mul(gcd(ca, cb, ring), primitive), ring)
}

/** The gcd of two polynomials without content in the i-th indeterminate. */
function primitiveGcd(
  a: IntegerPolynomial, b: IntegerPolynomial, i: number, ring: IntegerPolynomials,
): IntegerPolynomial {
  let [x, y] = ring.degree(a, i) < ring.degree(b, i) ? [b, a] : [a, b]
  const most = gcdDegreeOfImages(x, y, i, ring)
  if (most === 0) return ring.one
  while (ring.degree(y, i)) {
    if (ring.degree(y, i) === most && ring.quotient(x, y)) return y
    const r = pseudoRemainder(x, y, i, ring)
    if (!r.size) return y
    ;[x, y] = [y, ring.div(r, contentIn(r, i, ring))]
  }
  return ring.one
}

function pseudoRemainder(
  x: IntegerPolynomial, y: IntegerPolynomial, i: number, ring: IntegerPolynomials,
): IntegerPolynomial {
  const dy = ring.degree(y, i)
  const lead = coefficientsIn(y, i, ring)[dy]!
  let r = x
  while (r.size && ring.degree(r, i) >= dy) {
    const dr = ring.degree(r, i)
    const top = coefficientsIn(r, i, ring)[dr]!
    r = ring.sub(ring.mul(r, lead), ring.scaled(ring.mul(y, top), ring.monomial(i, dr - dy), 1n))
  }
  return r
}

export function integerGcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b]
  while (y) [x, y] = [y, x % y]
  return x
}
