/**
 * Lyapunov's equation for random maps, X - E[A' X A] = W. P -> E[A' P A] preserves positive semidefinite matrices, so
 * for any positive definite W its spectral radius is below 1 if and only if X is positive definite (Neumann; Krein and
 * Rutman 1948). A is the action of s' = M s + b on the monomials of degree d/2, so that X decides E|s|^d.
 */
import { solveLinear } from '../../symbolic/linear.js'
import type { Ring } from '../../symbolic/ring.js'
import { Q, rational, type Rational } from '../../symbolic/rings/rational.js'
import type { Chain } from '../moments/chain.js'
import { monomialsOfDegree } from './homogeneous.js'
import { wholeMultiples } from './whole-numbers.js'

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

/** The map of an affine chain for moments of an even degree. */
export function lyapunovMap(
  chain: Chain<Rational>, coordinates: readonly number[], degree: number,
): LyapunovMap<Rational> {
  const rows = actionOf(chain, monomialsOfDegree(chain, coordinates, degree / 2))
  const pairs = rows.flatMap((_, i) => rows.slice(i).map((__, j): [number, number] => [i, i + j]))
  const images = meanProducts(chain, rows, pairs)
  const matrix = pairs.map(([k, l], row) => pairs.map(([i, j], column) => {
    const { sums, scale } = images[column]!
    const entry = rational(i === j ? sums[k]![l]! : sums[k]![l]! + sums[l]![k]!, scale)
    return Q.sub(row === column ? Q.one : Q.zero, entry)
  }))
  return { ring: Q, size: rows.length, pairs, matrix }
}

/** The X whose image is the identity. @throws SingularMatrix where 1 is an eigenvalue of P -> E[A' P A] */
export function lyapunovSolution<T>({ ring, pairs, matrix, size }: LyapunovMap<T>): T[][] {
  const solution = solveLinear(matrix, pairs.map(([k, l]) => [k === l ? ring.one : ring.zero]), ring)
  return symmetric(pairs, solution.map((row) => row[0]!), size)
}

type Image<T> = Omit<LyapunovMap<T>, 'ring'> & { readonly ring: Pick<Ring<T>, 'zero' | 'add' | 'mul'> }

/** X - E[A' X A]. */
export function lyapunovImage<T>({ ring, pairs, matrix, size }: Image<T>, x: Matrix<T>): T[][] {
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

/** scale E[A_ik A_jl] for all k and l, in whole numbers: millions of products, and one fraction in the end. */
interface Products {
  readonly scale: bigint
  readonly sums: readonly (readonly bigint[])[]
}

function meanProducts(
  chain: Chain<Rational>, rows: readonly Term<Rational>[][], pairs: LyapunovMap<Rational>['pairs'],
): Products[] {
  const whole = rows.map((terms) => {
    const { values, scale } = wholeMultiples(terms.map(([, , x]) => x))
    return { scale, terms: terms.map(([column, random], n): Term<bigint> => [column, random, values[n]!]) }
  })
  const noise = wholeNoise(chain, [...new Set(rows.flat().map(([, random]) => random))])
  return pairs.map(([i, j]) => ({
    scale: whole[i]!.scale * whole[j]!.scale * noise.scale,
    sums: productsOf(whole[i]!.terms, whole[j]!.terms, noise.moments, rows.length),
  }))
}

/** scale E[r s] for all noise monomials r and s. */
function wholeNoise({ operator, space: { atoms } }: Chain<Rational>, randoms: readonly number[]) {
  const { values, scale } =
    wholeMultiples(randoms.flatMap((r) => randoms.map((s) => operator.moment(atoms.product(r, s)))))
  const n = randoms.length
  return {
    scale, moments: new Map(randoms.map((r, i) => [r, new Map(randoms.map((s, j) => [s, values[i * n + j]!]))])),
  }
}

function productsOf(
  p: readonly Term<bigint>[], q: readonly Term<bigint>[], moments: ReadonlyMap<number, ReadonlyMap<number, bigint>>,
  size: number,
): bigint[][] {
  const sums = Array.from({ length: size }, () => Array.from({ length: size }, () => 0n))
  for (const [k, r, x] of p) {
    const row = moments.get(r)!
    for (const [l, s, y] of q) {
      const e = row.get(s)!
      if (e !== 0n) sums[k]![l]! += x * y * e
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
