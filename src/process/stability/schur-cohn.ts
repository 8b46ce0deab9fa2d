/**
 * Are all eigenvalues of a matrix over Q inside the unit disc? Characteristic polynomial by Hessenberg form, then
 * Schur and Cohn.
 */
import type { Ring } from '../../symbolic/ring.js'
import { Q, signOf, type Rational } from '../../symbolic/rings/rational.js'

/** Every eigenvalue has modulus below 1. */
export const isContraction = (m: readonly (readonly Rational[])[]): boolean => rootsInside(characteristic(m, Q))

/** Does every root of a polynomial (ascending coefficients) lie inside the unit disc? Schur 1918, Cohn 1922. */
export function rootsInside(ascending: readonly Rational[]): boolean {
  let a = [...ascending]
  while (a.length > 1) {
    const n = a.length - 1
    const [low, high] = [a[0]!, a[n]!]
    const gap = Q.sub(Q.mul(high, high), Q.mul(low, low))
    if (signOf(gap) <= 0) return false
    a = Array.from({ length: n }, (_, i) => Q.div(Q.sub(Q.mul(high, a[i + 1]!), Q.mul(low, a[n - 1 - i]!)), gap))
  }
  return true
}

/** det(x I - A), ascending, over any field (Cohen 1993, algorithm 2.2.9). */
export function characteristic<T>(a: readonly (readonly T[])[], ring: Ring<T>): T[] {
  const h = hessenberg(a, ring)
  const p: T[][] = [[ring.one]]
  for (let k = 1; k <= h.length; k++) {
    const q: T[] = Array.from({ length: k + 1 }, () => ring.zero)
    addTo(q, p[k - 1]!, ring.one, 1, ring)
    addTo(q, p[k - 1]!, ring.neg(h[k - 1]![k - 1]!), 0, ring)
    let below = ring.one
    for (let i = 1; i < k; i++) {
      below = ring.mul(below, h[k - i]![k - i - 1]!)
      addTo(q, p[k - i - 1]!, ring.neg(ring.mul(below, h[k - i - 1]![k - 1]!)), 0, ring)
    }
    p.push(q)
  }
  return p[h.length]!
}

function addTo<T>(q: T[], p: readonly T[], factor: T, shift: number, ring: Ring<T>): void {
  p.forEach((x, i) => { q[i + shift] = ring.add(q[i + shift]!, ring.mul(factor, x)) })
}

/** A similar matrix with zeros below the first subdiagonal. */
function hessenberg<T>(a: readonly (readonly T[])[], ring: Ring<T>): T[][] {
  const h = a.map((row) => [...row])
  for (let m = 1; m < h.length - 1; m++) {
    const pivot = h.findIndex((row, i) => i >= m && !ring.isZero(row[m - 1]!))
    if (pivot < 0) continue
    swap(h, pivot, m)
    for (const row of h) swap(row, pivot, m)
    for (let r = m + 1; r < h.length; r++) clear(h, r, m, ring)
  }
  return h
}

function clear<T>(h: T[][], r: number, m: number, ring: Ring<T>): void {
  if (ring.isZero(h[r]![m - 1]!)) return
  const factor = ring.div(h[r]![m - 1]!, h[m]![m - 1]!)
  for (let j = m - 1; j < h.length; j++) h[r]![j] = ring.sub(h[r]![j]!, ring.mul(factor, h[m]![j]!))
  for (const row of h) row[m] = ring.add(row[m]!, ring.mul(factor, row[r]!))
}

function swap<T>(items: T[], i: number, j: number): void {
  ;[items[i], items[j]] = [items[j]!, items[i]!]
}
