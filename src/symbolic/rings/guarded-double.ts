/**
 * Doubles that know when they are exactly zero: each carries its residue modulo a prime, and only the residue decides.
 * (0.3 - 0.1 - 0.2) is -2.8e-17 in doubles and 0 here, so that closure and shapes never depend on rounding.
 */
import type { Ring } from '../ring.js'
import { Pole } from '../ring.js'
import { double } from './double.js'
import { inverse, primeField } from './prime-field.js'

export interface Guarded {
  readonly value: number
  readonly residue: bigint
}

const p = 2n ** 61n - 1n
const field = primeField(p)

export const guardedDouble: Ring<Guarded> = {
  name: 'guarded double',
  zero: { value: 0, residue: 0n },
  one: { value: 1, residue: 1n },
  fraction: (n, d) => ({ value: Number(n) / Number(d), residue: field.fraction(n, d) }),
  add: (a, b) => ({ value: a.value + b.value, residue: field.add(a.residue, b.residue) }),
  sub: (a, b) => ({ value: a.value - b.value, residue: field.sub(a.residue, b.residue) }),
  mul: (a, b) => ({ value: a.value * b.value, residue: field.mul(a.residue, b.residue) }),
  div: (a, b) => {
    if (b.residue === 0n) throw new Pole()
    return { value: a.value / b.value, residue: field.mul(a.residue, inverse(b.residue, p)) }
  },
  neg: (a) => ({ value: -a.value, residue: field.neg(a.residue) }),
  isZero: (a) => a.residue === 0n,
  magnitude: (a) => (a.residue === 0n ? 0 : Math.abs(a.value)),
  apply: (name, operands, where) => ({
    value: double.apply!(name, operands.map((a) => a.value), where),
    residue: scrambled(`${name}(${operands.map((a) => a.residue).join()})`),
  }),
  power: (a, b) => ({ value: a.value ** b.value, residue: scrambled(`${a.residue}^${b.residue}`) }),
}

/** A double with the residue of the simplest fraction that rounds to it, so that 0.3 is 3/10. */
export const guarded = (x: number): Guarded => {
  const [n, d] = simplestFraction(x)
  return { value: x, residue: field.fraction(n, d) }
}

/** The first convergent of the continued fraction of x that rounds to x. @throws Pole where x is not finite */
export function simplestFraction(x: number): readonly [numerator: bigint, denominator: bigint] {
  if (!Number.isFinite(x)) throw new Pole(`${x} is no number`)
  let [a, b] = dyadic(x)
  let [n0, n1, d0, d1] = [0n, 1n, 1n, 0n]
  while (b) {
    const q = a / b - (a % b < 0n ? 1n : 0n)
    ;[n0, n1, d0, d1] = [n1, q * n1 + n0, d1, q * d1 + d0]
    if (Number(n1) / Number(d1) === x) break
    ;[a, b] = [b, a - q * b]
  }
  return [n1, d1]
}

/** x = n / 2^k exactly. */
function dyadic(x: number): [bigint, bigint] {
  let [scaled, k] = [x, 0n]
  while (!Number.isInteger(scaled)) {
    scaled *= 2
    k++
  }
  return [BigInt(scaled), 2n ** k]
}

/** The residue of a value that is not rational: any fixed function of the text, nonzero. */
function scrambled(text: string): bigint {
  let h = 1n
  for (const c of text) h = (h * 1_000_003n + BigInt(c.charCodeAt(0))) % p
  return field.mul(h, field.add(h, 12_345n)) || 1n
}
