/**
 * Lyapunov's equation for random maps, X - E[A' X A] = W. P -> E[A' P A] preserves positive semidefinite matrices, so
 * for any positive definite W its spectral radius is below 1 if and only if X is positive definite (Neumann; Krein and
 * Rutman 1948). A is the action of s' = M s + b on the monomials of degree d/2, so that X decides E|s|^d.
 */
import { solveLinear } from '../../symbolic/linear.js'
import type { Ring } from '../../symbolic/ring.js'
import type { Chain } from '../moments/chain.js'
import { monomialsOfDegree } from './homogeneous.js'

export type Matrix<T> = readonly (readonly T[])[]

/** The map X -> X - E[A' X A] on symmetric matrices. */
export interface LyapunovMap<T> {
  readonly ring: Ring<T>
  readonly size: number
  /** places (k, l) with k <= l, in the order of rows and columns */
  readonly pairs: readonly (readonly [number, number])[]
  /** row (k, l), column (i, j): how entry (i, j) of X enters entry (k, l) of the image */
  readonly matrix: Matrix<T>
}

/** The map of an affine chain for moments of an even degree, over any ring. */
export function lyapunovMap<T>(chain: Chain<T>, coordinates: readonly number[], degree: number): LyapunovMap<T> {
  const { ring } = chain.space
  const rows = actionOf(chain, monomialsOfDegree(chain, coordinates, degree / 2))
  const pairs = rows.flatMap((_, i) => rows.slice(i).map((__, j): [number, number] => [i, i + j]))
  const images = pairs.map(([i, j]) => products(chain, rows[i]!, rows[j]!, rows.length))
  const matrix = pairs.map(([k, l], row) => pairs.map(([i, j], column) => {
    const image = images[column]!
    const entry = i === j ? image[k]![l]! : ring.add(image[k]![l]!, image[l]![k]!)
    return ring.sub(row === column ? ring.one : ring.zero, entry)
  }))
  return { ring, size: rows.length, pairs, matrix }
}

/** The X whose image is the identity. @throws SingularMatrix where 1 is an eigenvalue of P -> E[A' P A] */
export function lyapunovSolution<T>({ ring, pairs, matrix, size }: LyapunovMap<T>): T[][] {
  const solution = solveLinear(matrix, pairs.map(([k, l]) => [k === l ? ring.one : ring.zero]), ring)
  return symmetric(pairs, solution.map((row) => row[0]!), size)
}

/** X - E[A' X A]. */
export function lyapunovImage<T>({ ring, pairs, matrix, size }: LyapunovMap<T>, x: Matrix<T>): T[][] {
  const entries = pairs.map(([i, j]) => x[i]![j]!)
  const dot = (row: readonly T[]): T => row.reduce((sum, c, n) => ring.add(sum, ring.mul(c, entries[n]!)), ring.zero)
  return symmetric(pairs, matrix.map(dot), size)
}

/** Entry of A: coefficient, and the noise monomial that multiplies it. */
type Term<T> = readonly [column: number, random: number, coefficient: T]

/** The rows of A, term by term, before any expectation. */
function actionOf<T>({ operator, space }: Chain<T>, basis: readonly number[]): Term<T>[][] {
  const column = new Map(basis.map((m, i) => [m, i]))
  return basis.map((m) => [...operator.raw(m)].flatMap(([monomial, x]): Term<T>[] => {
    const [state, random] = space.atoms.split(monomial)
    return column.has(state) ? [[column.get(state)!, random, x]] : []
  }))
}

/** E[A_ik A_jl] for all k and l. */
function products<T>({ operator, space }: Chain<T>, p: readonly Term<T>[], q: readonly Term<T>[], size: number): T[][] {
  const { ring, atoms } = space
  const sums = Array.from({ length: size }, () => Array.from({ length: size }, () => ring.zero))
  for (const [k, r, x] of p) {
    for (const [l, s, y] of q) {
      const e = operator.moment(atoms.product(r, s))
      if (!ring.isZero(e)) sums[k]![l] = ring.add(sums[k]![l]!, ring.mul(ring.mul(x, y), e))
    }
  }
  return sums
}

function symmetric<T>(pairs: LyapunovMap<T>['pairs'], entries: readonly T[], size: number): T[][] {
  const x: T[][] = Array.from({ length: size }, () => [])
  pairs.forEach(([i, j], n) => {
    x[i]![j] = entries[n]!
    x[j]![i] = entries[n]!
  })
  return x
}
