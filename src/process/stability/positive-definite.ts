/** Is a symmetric matrix over Q positive definite? Every pivot of its elimination is (Sylvester). */
import { Q, signOf, type Rational } from '../../symbolic/rings/rational.js'

export function isPositiveDefinite(matrix: readonly (readonly Rational[])[]): boolean {
  const m = matrix.map((row) => [...row])
  for (let c = 0; c < m.length; c++) {
    const pivot = m[c]![c]!
    if (signOf(pivot) <= 0) return false
    for (const row of m.slice(c + 1)) {
      const factor = Q.div(row[c]!, pivot)
      if (!Q.isZero(factor)) for (let j = c; j < m.length; j++) row[j] = Q.sub(row[j]!, Q.mul(factor, m[c]![j]!))
    }
  }
  return true
}
