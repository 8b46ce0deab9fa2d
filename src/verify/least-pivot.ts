/**
 * A number of the sign of the smallest eigenvalue of (X + X') / 2, exactly: elimination with diagonal pivots keeps the
 * numbers of positive, zero and negative eigenvalues (Sylvester 1852).
 */
import { Q, signOf, type Rational } from '../symbolic/rings/rational.js'

type Matrix = readonly (readonly Rational[])[]

/** The least pivot where all are positive, else 0 for a semidefinite matrix, else a negative number. */
export function leastPivot(matrix: Matrix): Rational {
  let rest: Matrix = matrix.map((row, i) => row.map((x, j) => Q.add(x, matrix[j]![i]!)))
  let least: Rational | null = null
  while (rest.length) {
    const diagonal = rest.map((row, i) => row[i]!)
    const negative = diagonal.find((x) => signOf(x) < 0)
    if (negative) return negative
    const at = diagonal.findIndex((x) => signOf(x) > 0)
    // a zero diagonal with anything beside it has eigenvalues of both signs
    if (at < 0) return rest.flat().every(Q.isZero) ? Q.zero : Q.neg(Q.one)
    const pivot = diagonal[at]!
    if (!least || signOf(Q.sub(pivot, least)) < 0) least = pivot
    rest = without(rest, at)
  }
  return least ?? Q.one
}

/** The Schur complement of one diagonal entry. */
function without(m: Matrix, at: number): Matrix {
  const kept = m.map((_, i) => i).filter((i) => i !== at)
  const pivot = m[at]![at]!
  return kept.map((i) => {
    const factor = Q.div(m[i]![at]!, pivot)
    return kept.map((j) => Q.sub(m[i]![j]!, Q.mul(factor, m[at]![j]!)))
  })
}
