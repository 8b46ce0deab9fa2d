/** Q, exactly: fractions of BigInts in lowest terms with a positive denominator. */
import { gcd } from '../gcd.js'
import { Pole, type Ring } from '../ring.js'

export interface Rational {
  readonly numerator: bigint
  readonly denominator: bigint
}

/** n / d in lowest terms. @throws Pole for d = 0 */
export function rational(n: bigint | number, d: bigint | number = 1n): Rational {
  const [a, b] = [BigInt(n), BigInt(d)]
  if (b === 0n) throw new Pole()
  return b < 0n ? reduce(-a, -b) : reduce(a, b)
}

export const toNumber = (a: Rational): number => {
  const [x, y] = [Number(a.numerator), Number(a.denominator)]
  return Number.isFinite(x) && Number.isFinite(y) ? x / y : scaledRatio(a.numerator, a.denominator)
}
export const rationalText = (a: Rational): string =>
  a.denominator === 1n ? `${a.numerator}` : `${a.numerator}/${a.denominator}`
/** -1, 0 or 1. */
export const signOf = (a: Rational): number => (a.numerator > 0n ? 1 : a.numerator < 0n ? -1 : 0)

export const Q: Ring<Rational> = {
  name: 'Q',
  zero: { numerator: 0n, denominator: 1n },
  one: { numerator: 1n, denominator: 1n },
  fraction: rational,
  add: (a, b) => sum(a, b.numerator, b.denominator),
  sub: (a, b) => sum(a, -b.numerator, b.denominator),
  mul: (a, b) => reduce(a.numerator * b.numerator, a.denominator * b.denominator),
  div: (a, b) => rational(a.numerator * b.denominator, a.denominator * b.numerator),
  neg: (a) => ({ numerator: -a.numerator, denominator: a.denominator }),
  isZero: (a) => a.numerator === 0n,
}

function sum(a: Rational, n: bigint, d: bigint): Rational {
  return a.denominator === d
    ? reduce(a.numerator + n, d) : reduce(a.numerator * d + n * a.denominator, a.denominator * d)
}

function reduce(n: bigint, d: bigint): Rational {
  if (d === 1n) return { numerator: n, denominator: d }
  const g = gcd(n < 0n ? -n : n, d)
  return g === 1n ? { numerator: n, denominator: d } : { numerator: n / g, denominator: d / g }
}

/** Both are cut to their top 64 bits; the power of two is put back in halves, lest it overflow by itself. */
function scaledRatio(n: bigint, d: bigint): number {
  const [cutN, cutD] = [n, d].map((x) => Math.max(0, (x < 0n ? -x : x).toString(2).length - 64)) as [number, number]
  const half = Math.trunc((cutN - cutD) / 2)
  return (Number(n >> BigInt(cutN)) / Number(d >> BigInt(cutD))) * 2 ** half * 2 ** (cutN - cutD - half)
}
