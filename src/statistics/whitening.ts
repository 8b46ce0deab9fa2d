/**
 * A sum of outer products seen through a claimed covariance Sigma0 = L L': W = L^-1 S L^-T, which is Wishart(n, I) when
 * the claim is true, and the 2 D^2 directions u, u' Sigma0 u = 1, along which misfits are looked for.
 */
import { cholesky, identity, multiply, solve, transpose } from '../numeric/matrix.js'
import type { Matrix } from '../numeric/matrix.js'

export interface Whitening {
  readonly dimension: number
  /** L^-1 */
  readonly factor: Matrix
  /** raw axes first, one per diagonal entry, then raw pairs, whitened axes and whitened pairs */
  readonly directions: Matrix
}

/** Prepares a claim. Throws `not-positive-definite` from the Cholesky factorisation. */
export function whitening(claimed: Matrix): Whitening {
  const dimension = claimed.length
  const lower = cholesky(claimed)
  const factor = solve(lower, identity(dimension))
  const deviations = claimed.map((row, i) => Math.sqrt(row[i]!))
  const raw = identity(dimension).map((axis, i) => axis.map(x => x / deviations[i]!))
  const white = factor.map(row => [...row])
  const all = [...raw, ...pairs(raw), ...white, ...pairs(white)]
  const directions = all.map(u => {
    // |L' u| is the deviation of u' w under the claim
    const length = Math.hypot(...transpose(lower).map(row => dot(row, u)))
    return u.map(x => x / length)
  })
  return { dimension, factor, directions }
}

/** W = L^-1 S L^-T. */
export function whiten({ factor }: Whitening, sum: Matrix): number[][] {
  return multiply(multiply(factor, sum), transpose(factor))
}

/** u' S u for every direction: (1 + d_u) chi-square with n degrees of freedom. */
export function alongDirections({ directions }: Whitening, sum: Matrix): number[] {
  return directions.map(u => u.reduce((total, x, i) => total + x * dot(sum[i]!, u), 0))
}

function pairs(vectors: Matrix): number[][] {
  return vectors.flatMap((u, i) => vectors.slice(i + 1).flatMap(v => [
    u.map((x, k) => x + v[k]!),
    u.map((x, k) => x - v[k]!),
  ]))
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, x, i) => sum + x * b[i]!, 0)
}
