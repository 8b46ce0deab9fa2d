/**
 * F_p for an odd prime p, in BigInt, where identities of rational functions are decided (Schwartz 1980, Zippel 1979).
 */
import { refuse } from '../errors.js'
import { print } from '../print.js'
import { Pole, type Ring } from '../ring.js'

export interface PrimeField extends Ring<bigint> {
  readonly p: bigint
}

/** The field of residues modulo the prime p. */
export function primeField(p: bigint): PrimeField {
  const residue = (n: bigint): bigint => ((n % p) + p) % p
  return {
    name: `F_${p}`,
    p,
    zero: 0n,
    one: 1n,
    fraction: (n, d) => (d === 1n ? residue(n) : (residue(n) * inverse(residue(d), p)) % p),
    add: (a, b) => (a + b >= p ? a + b - p : a + b),
    sub: (a, b) => (a < b ? a - b + p : a - b),
    mul: (a, b) => (a * b) % p,
    div: (a, b) => (a * inverse(b, p)) % p,
    neg: (a) => (a === 0n ? a : p - a),
    isZero: (a) => a === 0n,
    apply: (name, _, where) => refuse('NOT_RATIONAL', `${name}() is not rational, in "${print(where)}"`),
  }
}

/** a^-1 mod p by Euclid. @throws Pole for a = 0 */
export function inverse(a: bigint, p: bigint): bigint {
  if (a === 0n) throw new Pole()
  let [r0, r1, t0, t1] = [p, a, 0n, 1n]
  while (r1) {
    const q = r0 / r1
    ;[r0, r1] = [r1, r0 - q * r1]
    ;[t0, t1] = [t1, t0 - q * t1]
  }
  return t0 < 0n ? t0 + p : t0
}
