/** Fractions times a common denominator: whole numbers with the same signs and ratios, which need no more fractions. */
import { gcd } from '../../symbolic/gcd.js'
import type { Rational } from '../../symbolic/rings/rational.js'

/** The fractions times the least common multiple of their denominators, which is the scale. */
export function wholeMultiples(
  fractions: readonly Rational[],
): { readonly values: readonly bigint[]; readonly scale: bigint } {
  const scale = fractions.reduce((lcm, { denominator }) => lcm / gcd(lcm, denominator) * denominator, 1n)
  return { scale, values: fractions.map(({ numerator, denominator }) => numerator * (scale / denominator)) }
}

/** A matrix of fractions as whole numbers in proportion. */
export function wholeNumbers(matrix: readonly (readonly Rational[])[]): bigint[][] {
  const { values } = wholeMultiples(matrix.flat())
  const width = matrix[0]?.length ?? 0
  return matrix.map((_, i) => values.slice(i * width, (i + 1) * width))
}
