/**
 * The greatest common divisor of large integers (Lehmer 1938): the quotients of Euclid's algorithm are read off the
 * leading 52 bits as long as these settle them, and the cofactors are applied to the whole numbers at once.
 */

/** From this many bits on, leading bits pay. */
const WORD = 62n
const LEADING = 51
/** Cofactors times leading bits stay exact in doubles. */
const LARGEST_COFACTOR = 2 ** 25

/** gcd(a, b) of nonnegative integers. */
export function gcd(a: bigint, b: bigint): bigint {
  if (a < b) [a, b] = [b, a]
  while (b >> WORD) [a, b] = reduced(a, b)
  while (b) [a, b] = [b, a % b]
  return a
}

/** Several steps of Euclid's algorithm, at least one; a >= b > 0. */
function reduced(a: bigint, b: bigint): [bigint, bigint] {
  const shift = BigInt(bitsOf(a) - LEADING)
  let [x, y] = [Number(a >> shift), Number(b >> shift)]
  let [p, q, r, s] = [1, 0, 0, 1]
  // the true quotient lies between the two, as the cut-off bits are all zero or all one
  while (y + r !== 0 && y + s !== 0) {
    const quotient = Math.floor((x + p) / (y + r))
    if (quotient !== Math.floor((x + q) / (y + s))) break
    const [t, u] = [p - quotient * r, q - quotient * s]
    if (Math.abs(t) > LARGEST_COFACTOR || Math.abs(u) > LARGEST_COFACTOR) break
    ;[p, q, r, s] = [r, s, t, u]
    ;[x, y] = [y, x - quotient * y]
  }
  return q === 0 ? [b, a % b] : [BigInt(p) * a + BigInt(q) * b, BigInt(r) * a + BigInt(s) * b]
}

/** At least the number of bits, at most one more. */
function bitsOf(a: bigint): number {
  const size = Number(a)
  return size < Infinity ? Math.ceil(Math.log2(size)) + 1 : 4 * a.toString(16).length
}
