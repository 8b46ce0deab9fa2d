/**
 * Is a symmetric matrix over Q positive definite? Every leading minor is positive (Sylvester); elimination over whole
 * numbers in which every division is exact (Bareiss 1968) has them as its pivots.
 */
import type { Rational } from '../../symbolic/rings/rational.js'
import { wholeNumbers } from './whole-numbers.js'

export const isPositiveDefinite = (matrix: readonly (readonly Rational[])[]): boolean =>
  hasPositiveMinors(wholeNumbers(matrix))

/** The same question of a symmetric matrix of whole numbers. */
export function hasPositiveMinors(matrix: readonly (readonly bigint[])[]): boolean {
  const m = matrix.map((row) => [...row])
  let previous = 1n
  for (let c = 0; c < m.length; c++) {
    const pivot = m[c]![c]!
    if (pivot <= 0n) return false
    for (const row of m.slice(c + 1)) {
      const own = row[c]!
      for (let j = c; j < m.length; j++) row[j] = (pivot * row[j]! - own * m[c]![j]!) / previous
    }
    previous = pivot
  }
  return true
}
