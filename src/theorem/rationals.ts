/** Exact numbers for draws: simple fractions, the simplest first, weighted to where wrong formulas show. */
import type { Arbitrary } from 'fast-check'
import { Q, rational, type Rational } from '../symbolic/rings/rational.js'
import type { FastCheck } from './domain.js'

/** A positive fraction in [1/12, 12], spread evenly in its logarithm more or less; shrinks to 1. */
export const positiveFraction = (fc: FastCheck): Arbitrary<Rational> =>
  fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 })).map(([n, d]) => rational(n, d))

/** Any fraction n / d with |n| <= 24 and d <= 12; shrinks to 0. */
export const anyFraction = (fc: FastCheck): Arbitrary<Rational> =>
  fc.tuple(fc.integer({ min: -24, max: 24 }), fc.integer({ min: 1, max: 12 })).map(([n, d]) => rational(n, d))

/** A fraction of (0, 1): mostly in [0.3, 0.85], sometimes close to an end. */
export const properFraction = (fc: FastCheck): Arbitrary<Rational> => fc.oneof(
  { arbitrary: fc.constantFrom([1, 2], [1, 3], [2, 3], [2, 5], [3, 5], [3, 4], [4, 5]), weight: 3 },
  { arbitrary: fc.integer({ min: 30, max: 85 }).map((n) => [n, 100]), weight: 3 },
  { arbitrary: fc.integer({ min: 1, max: 39 }).map((n) => [n, 40]), weight: 2 },
  { arbitrary: fc.constantFrom([1, 20], [9, 10], [19, 20], [1, 50]), weight: 1 },
).map(([n, d]) => rational(n!, d!))

/** The double as the exact fraction of its shortest decimal: 0.1 is 1/10. Fit for bounds that an author writes. */
export function exactDecimal(x: number): Rational {
  const [mantissa, exponent = '0'] = String(x).split('e') as [string, string?]
  const [whole, part = ''] = mantissa.split('.') as [string, string?]
  const power = Number(exponent) - part.length
  const digits = BigInt(whole + part)
  return power >= 0 ? rational(digits * 10n ** BigInt(power)) : rational(digits, 10n ** BigInt(-power))
}

/** -1, 0 or 1 as a is below, at or above b. */
export const compare = (a: Rational, b: Rational): number => {
  const difference = Q.sub(a, b).numerator
  return difference > 0n ? 1 : difference < 0n ? -1 : 0
}
