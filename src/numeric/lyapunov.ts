/**
 * The discrete Lyapunov (Stein) equation X = A X A' + Q: the stationary covariance of w -> A w + noise(Q).
 * Two independent ways, vec X = (I - A (x) A)^-1 vec Q and the doubling X <- X + A X A', A <- A^2,
 * and a bound on the error of any candidate from its residual.
 */
import { NumericalError } from './errors.js'
import {
  combine, frobeniusNorm, identity, kronecker, multiply, singularValues, solve, spectralRadius, transpose,
} from './matrix.js'
import type { Matrix } from './matrix.js'

/** A solution and a bound on the Frobenius norm of its error. */
export interface SteinSolution {
  readonly solution: number[][]
  readonly errorBound: number
}

/**
 * Solves X = A X A' + Q, both D x D, by one D^2 x D^2 linear solve (meant for D <= 10), with a bound on ||error||_F.
 * Throws `unstable` unless the spectral radius of A is below one: otherwise no stationary law has X as its covariance.
 */
export function solveStein(a: Matrix, q: Matrix): SteinSolution {
  refuseUnstable(a)
  const n = a.length
  const system = combine(1, identity(n * n), -1, kronecker(a, a))
  const flat = solve(system, q.flatMap(row => row.map(x => [x])))
  const solution = Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => flat[i * n + j]![0]!))
  return { solution, errorBound: steinErrorBound(a, q, solution) }
}

/**
 * The same solution by doubling, sum of A^k Q A'^k with 2^k terms after k steps (Smith 1968, SIAM J. Appl. Math. 16).
 * Independent of `solveStein`. Throws `unstable` as there.
 */
export function doubleStein(a: Matrix, q: Matrix): number[][] {
  refuseUnstable(a)
  let power: Matrix = a
  let sum = q.map(row => [...row])
  for (let step = 0; step < 64; step++) {
    const term = multiply(multiply(power, sum), transpose(power))
    sum = combine(1, sum, 1, term)
    if (frobeniusNorm(term) <= 1e-17 * frobeniusNorm(sum)) return sum
    power = multiply(power, power)
  }
  return sum
}

/**
 * Bound on ||X - exact||_F: (||R||_F + gamma) / sigma_min(I - A (x) A), R = A X A' + Q - X as computed and
 * gamma = (2D + 4) u (|| |A||X||A'| || + ||X|| + ||Q||) the rounding of R itself (Higham 2002, ch. 3 and 16).
 */
export function steinErrorBound(a: Matrix, q: Matrix, x: Matrix): number {
  const n = a.length
  const residual = combine(1, combine(1, multiply(multiply(a, x), transpose(a)), 1, q), -1, x)
  const products = multiply(multiply(abs(a), abs(x)), transpose(abs(a)))
  const size = frobeniusNorm(products) + frobeniusNorm(x) + frobeniusNorm(q)
  const rounding = (2 * n + 4) * Number.EPSILON * size
  const system = combine(1, identity(n * n), -1, kronecker(a, a))
  const singular = singularValues(system)
  // the computed sigma_min is itself off by a few units of rounding of the largest singular value
  const smallest = singular.at(-1)! - 4 * n * n * Number.EPSILON * singular[0]!
  return smallest > 0 ? (frobeniusNorm(residual) + rounding) / smallest : Infinity
}

function refuseUnstable(a: Matrix): void {
  const radius = spectralRadius(a)
  if (radius >= 1) {
    throw new NumericalError('unstable',
      `X = A X A' + Q needs spectral radius below 1, got ${radius}; restrict the parameters`)
  }
}

function abs(a: Matrix): number[][] {
  return a.map(row => row.map(Math.abs))
}
