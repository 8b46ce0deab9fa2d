/** Exact linear algebra over any field: A X = B by elimination, determinants, inverses. */
import type { Ring } from './ring.js'

type Matrix<T> = readonly (readonly T[])[]

/** The matrix has no inverse at this point; `column` is the first without a pivot. */
export class SingularMatrix extends Error {
  constructor(readonly column: number) {
    super(`the matrix is singular: no pivot in column ${column}`)
    this.name = 'SingularMatrix'
  }
}

/** Solves A X = B for square A. @throws SingularMatrix */
export function solveLinear<T>(a: Matrix<T>, b: Matrix<T>, ring: Ring<T>): T[][] {
  if (ring.solve) return ring.solve(a, b)
  const n = a.length
  const m = a.map((row, i) => [...row, ...b[i]!])
  for (let c = 0; c < n; c++) {
    if (!usePivot(m, c, ring)) throw new SingularMatrix(c)
    scaleRow(m[c]!, c, ring)
    for (let r = c + 1; r < n; r++) subtractRow(m[r]!, m[c]!, c, c, ring)
  }
  for (let c = n - 1; c > 0; c--) for (let r = 0; r < c; r++) subtractRow(m[r]!, m[c]!, c, n, ring)
  return m.map((row) => row.slice(n))
}

/** det A by elimination; zero for a singular matrix. */
export function determinant<T>(a: Matrix<T>, ring: Ring<T>): T {
  const m = a.map((row) => [...row])
  let det = ring.one
  for (let c = 0; c < m.length; c++) {
    const swapped = usePivot(m, c, ring)
    if (!swapped) return ring.zero
    det = ring.mul(swapped === 'swapped' ? ring.neg(det) : det, m[c]![c]!)
    scaleRow(m[c]!, c, ring)
    for (let r = c + 1; r < m.length; r++) subtractRow(m[r]!, m[c]!, c, c, ring)
  }
  return det
}

/** The inverse of a square matrix. @throws SingularMatrix */
export function inverseMatrix<T>(a: Matrix<T>, ring: Ring<T>): T[][] {
  return solveLinear(a, a.map((_, i) => a.map((_, j) => (i === j ? ring.one : ring.zero))), ring)
}

function usePivot<T>(m: T[][], c: number, ring: Ring<T>): false | 'kept' | 'swapped' {
  let best = c
  if (ring.magnitude) {
    const size = (r: number): number => ring.magnitude!(m[r]![c]!)
    for (let r = c + 1; r < m.length; r++) if (size(r) > size(best)) best = r
  } else {
    while (best < m.length && ring.isZero(m[best]![c]!)) best++
  }
  if (best === m.length || ring.isZero(m[best]![c]!)) return false
  if (best === c) return 'kept'
  ;[m[c], m[best]] = [m[best]!, m[c]!]
  return 'swapped'
}

function scaleRow<T>(row: T[], c: number, ring: Ring<T>): void {
  const inverse = ring.div(ring.one, row[c]!)
  for (let j = c; j < row.length; j++) row[j] = ring.mul(row[j]!, inverse)
}

function subtractRow<T>(row: T[], pivot: readonly T[], c: number, from: number, ring: Ring<T>): void {
  const skip = ring.isKnownZero ?? ring.isZero
  const factor = row[c]!
  if (skip(factor)) return
  for (let j = from; j < row.length; j++) {
    if (!skip(pivot[j]!)) row[j] = ring.sub(row[j]!, ring.mul(factor, pivot[j]!))
  }
}
