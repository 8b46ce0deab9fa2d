/** Doubles that know norm(X), the largest singular value, and posdef(X), the smallest eigenvalue of (X + X') / 2. */
import { refuse } from '../symbolic/errors.js'
import { double } from '../symbolic/rings/double.js'
import type { Ring } from '../symbolic/ring.js'

type Matrix = readonly (readonly number[])[]

export const doubles: Ring<number> = {
  ...double,
  reduce: (name, m) => {
    if (name === 'norm') return norm(m)
    if (name === 'posdef') return Math.min(...eigenvaluesOf(m.map((row, i) => row.map((x, j) => (x + m[j]![i]!) / 2))))
    return refuse('UNKNOWN_FUNCTION', `"${name}" has no value in doubles`)
  },
}

function norm(m: Matrix): number {
  const columns = (m[0] ?? []).map((_, j) => m.map((row) => row[j]!))
  const gram = columns.map((a) => columns.map((b) => a.reduce((sum, x, k) => sum + x * b[k]!, 0)))
  return Math.sqrt(Math.max(0, ...eigenvaluesOf(gram)))
}

/** Eigenvalues of a symmetric matrix by cyclic rotations (Jacobi 1846), to about 1e-15 of its norm; unordered. */
export function eigenvaluesOf(symmetric: Matrix): number[] {
  const a = symmetric.map((row) => [...row])
  for (let sweep = 0; sweep < 12; sweep++) {
    for (let p = 0; p < a.length; p++) for (let q = p + 1; q < a.length; q++) rotate(a, p, q)
  }
  return a.map((row, i) => row[i]!)
}

function rotate(a: number[][], p: number, q: number): void {
  const off = a[p]![q]!
  if (off === 0) return
  const theta = (a[q]![q]! - a[p]![p]!) / (2 * off)
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1))
  const c = 1 / Math.hypot(t, 1)
  const s = t * c
  for (const row of a) [row[p], row[q]] = [c * row[p]! - s * row[q]!, s * row[p]! + c * row[q]!]
  const [x, y] = [a[p]!, a[q]!]
  for (let j = 0; j < a.length; j++) [x[j], y[j]] = [c * x[j]! - s * y[j]!, s * x[j]! + c * y[j]!]
}
