/** Elimination over Z[x, y, ...] in which every division is exact (Bareiss 1968), for determinants and closed forms. */
import { SingularMatrix } from './linear.js'
import type { IntegerPolynomial, IntegerPolynomials } from './rings/integer-polynomial.js'
import { gcd } from './rings/polynomial-gcd.js'

type Polynomials = readonly (readonly IntegerPolynomial[])[]

/** The quotient of two polynomials, in lowest terms. */
export interface Quotient {
  readonly numerator: IntegerPolynomial
  readonly denominator: IntegerPolynomial
}

/** det A of a square matrix of polynomials; zero where it is singular. */
export function fractionFreeDeterminant(a: Polynomials, ring: IntegerPolynomials): IntegerPolynomial {
  try {
    return eliminated(a, ring).pivot
  } catch (error) {
    if (error instanceof SingularMatrix) return ring.zero
    throw error
  }
}

/** The k-th unknown of A x = b, in lowest terms. @throws SingularMatrix */
export function solveFractionFree(
  a: Polynomials, b: readonly IntegerPolynomial[], k: number, ring: IntegerPolynomials,
): Quotient {
  const n = a.length
  const { rows } = eliminated(a.map((row, i) => [...swapped(row, k, n - 1), b[i]!]), ring)
  const last = rows[n - 1]!
  const g = gcd(last[n]!, last[n - 1]!, ring)
  return { numerator: ring.div(last[n]!, g), denominator: ring.div(last[n - 1]!, g) }
}

/** The wanted unknown comes last, so that no back substitution is needed. */
const swapped = <T>(row: readonly T[], k: number, last: number): T[] => row.with(k, row[last]!).with(last, row[k]!)

function eliminated(
  a: Polynomials, ring: IntegerPolynomials,
): { rows: IntegerPolynomial[][]; pivot: IntegerPolynomial } {
  const rows = a.map((row) => [...row])
  let previous = ring.one
  for (let c = 0; c < rows.length; c++) {
    moveShortestPivot(rows, c, ring)
    const pivot = rows[c]![c]!
    for (let r = c + 1; r < rows.length; r++) rows[r] = reduced(rows[r]!, rows[c]!, c, previous, ring)
    previous = pivot
  }
  return { rows, pivot: previous }
}

/** Row r minus the pivot row, both scaled to stay polynomial; the previous pivot divides the result. */
function reduced(
  row: readonly IntegerPolynomial[], top: readonly IntegerPolynomial[], c: number, previous: IntegerPolynomial,
  ring: IntegerPolynomials,
): IntegerPolynomial[] {
  return row.map((x, j) => (j <= c ? ring.zero
    : ring.div(ring.sub(ring.mul(top[c]!, x), ring.mul(row[c]!, top[j]!)), previous)))
}

/** Exchanges rows, with a sign that keeps the determinant. */
function moveShortestPivot(rows: IntegerPolynomial[][], c: number, ring: IntegerPolynomials): void {
  let best = -1
  for (let r = c; r < rows.length; r++) {
    const size = rows[r]![c]!.size
    if (size && (best < 0 || size < rows[best]![c]!.size)) best = r
  }
  if (best < 0) throw new SingularMatrix(c)
  if (best !== c) [rows[c], rows[best]] = [rows[best]!, rows[c]!.map(ring.neg)]
}
