/**
 * Lyapunov's equation for random maps. P -> E[A' P A] preserves positive semidefinite matrices, hence its spectral
 * radius
 * is below 1 if and only if X - E[A' X A] = I has a positive definite solution (Neumann; Krein and Rutman 1948).
 * A is the action of s' = M s + b on the monomials of degree d/2, so that X decides E|s|^d.
 */
import { solveLinear } from '../../symbolic/linear.js'
import type { Chain } from '../moments/chain.js'
import { monomialsOfDegree } from './homogeneous.js'

/** Entry of A: coefficient, and the noise monomial that multiplies it. */
type Term<T> = readonly [column: number, random: number, coefficient: T]

/** X - E[A' X A] = I, over any field. @throws SingularMatrix where 1 is an eigenvalue of the map */
export function lyapunovSolution<T>(chain: Chain<T>, coordinates: readonly number[], degree: number): T[][] {
  const { ring } = chain.space
  const rows = actionOf(chain, monomialsOfDegree(chain, coordinates, degree / 2))
  const pairs = rows.flatMap((_, i) => rows.slice(i).map((__, j): [number, number] => [i, i + j]))
  const images = pairs.map(([i, j]) => products(chain, rows[i]!, rows[j]!, rows.length))
  const matrix = pairs.map(([k, l], row) => pairs.map(([i, j], column) => {
    const image = images[column]!
    const entry = i === j ? image[k]![l]! : ring.add(image[k]![l]!, image[l]![k]!)
    return ring.sub(row === column ? ring.one : ring.zero, entry)
  }))
  const solution = solveLinear(matrix, pairs.map(([k, l]) => [k === l ? ring.one : ring.zero]), ring)
  return symmetric(pairs, solution.map((row) => row[0]!), rows.length)
}

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

function symmetric<T>(pairs: readonly (readonly [number, number])[], entries: readonly T[], size: number): T[][] {
  const x: T[][] = Array.from({ length: size }, () => [])
  pairs.forEach(([i, j], n) => {
    x[i]![j] = entries[n]!
    x[j]![i] = entries[n]!
  })
  return x
}
