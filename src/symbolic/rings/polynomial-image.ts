/** Images of polynomials in one indeterminate over F_p: their gcd bounds the degree of the gcd that is sought. */
import type { IntegerPolynomial, IntegerPolynomials } from './integer-polynomial.js'
import { inverse } from './prime-field.js'

const p = (1n << 61n) - 1n
const mod = (n: bigint): bigint => ((n % p) + p) % p

/** An upper bound for the degree of gcd(a, b) in the i-th indeterminate: rigorous, and almost always attained. */
export function gcdDegreeOfImages(
  a: IntegerPolynomial, b: IntegerPolynomial, i: number, ring: IntegerPolynomials,
): number {
  const [da, db] = [ring.degree(a, i), ring.degree(b, i)]
  const [x, y] = [imageOf(a, i, ring), imageOf(b, i, ring)]
  if (x.length <= da || y.length <= db) return Math.min(da, db)
  let [r0, r1] = [x, y]
  while (r1.length) [r0, r1] = [r1, remainder(r0, r1)]
  return r0.length - 1
}

/** Coefficients by power of the i-th indeterminate, the others replaced by fixed residues; no leading zeros. */
function imageOf(a: IntegerPolynomial, i: number, ring: IntegerPolynomials): bigint[] {
  const c = new Array<bigint>(ring.degree(a, i) + 1).fill(0n)
  ring.spend(a.size)
  for (const [m, coefficient] of a) {
    let value = mod(coefficient)
    ring.names.forEach((_, k) => {
      if (k !== i) for (let e = ring.exponent(m, k); e > 0; e--) value = (value * residues[k]!) % p
    })
    const e = ring.exponent(m, i)
    c[e] = (c[e]! + value) % p
  }
  return trimmed(c)
}

/** Digits of pi and e, in pieces: nothing up the sleeve, and nothing random about a bound that is rigorous anyway. */
const residues = [
  3141592653589793n, 2384626433832795n, 288419716939937n, 5105820974944592n, 3078164062862089n, 9862803482534211n,
  7067982148086513n, 2718281828459045n, 2353602874713526n, 6249775724709369n, 9959574966967627n, 7240766303535475n,
  9457138217852516n,
]

function remainder(a: readonly bigint[], b: readonly bigint[]): bigint[] {
  const r = [...a]
  const scale = inverse(b.at(-1)!, p)
  for (let top = r.length - 1; top >= b.length - 1; top--) {
    const q = (r[top]! * scale) % p
    if (q) b.forEach((c, k) => (r[top - b.length + 1 + k] = mod(r[top - b.length + 1 + k]! - q * c)))
  }
  return trimmed(r)
}

function trimmed(c: bigint[]): bigint[] {
  let n = c.length
  while (n && !c[n - 1]) n--
  return c.slice(0, n)
}
