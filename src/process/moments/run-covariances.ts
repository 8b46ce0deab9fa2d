/**
 * Runs whose ends are made up for. With the potential f of h (f - T f = h - E h) and g = f - h, from any state s_0
 *
 *     X = (1 / k) (h(s_1) + ... + h(s_k) + g(s_k) - g(s_0)) = E h + (1 / k) sum_{t < k} (f(s_t+1) - T f(s_t)),
 *
 * the stationary mean and a martingale; so X has no bias, and Cov(X_a, X_b) is exactly
 *
 *     (1 / k^2) sum_{t < k} (E[f_a f_b](s_t+1) - E[T f_a T f_b](s_t)).
 */
import type { Polynomial } from '../../symbolic/rings/polynomial.js'
import type { Chain } from './chain.js'
import { average } from './measure.js'
import { nextOf, sparse, times, withOne } from './sparse.js'

/** h with its potential f, its stationary mean, and g. */
export interface Corrected {
  readonly h: Polynomial<number>
  readonly potential: Polynomial<number>
  readonly mean: number
  readonly end: Polynomial<number>
}

/** Completes h and its potential. @throws StatementError NOT_CLOSED, NO_STATIONARY */
export function corrected(h: Polynomial<number>, potential: Polynomial<number>, chain: Chain<number>): Corrected {
  const { polynomials, ring } = chain.space
  const moments = new Map([[0, 1], ...chain.moments([...h.keys()].filter((m) => m !== 0))])
  return { h, potential, mean: average(h, moments, ring), end: polynomials.sub(potential, h) }
}

/**
 * Covariances of the X of runs of each of the `lengths`, which rise, over starts with the given moments.
 * @throws StatementError where a fourth moment is not stated or does not close
 */
export function runCovariances(
  chain: Chain<number>, all: readonly Corrected[], startingMoment: (monomial: number) => number,
  lengths: readonly number[],
): number[][][] {
  const { atoms } = chain.space
  const low = withOne(chain.closure(all.flatMap(({ h }) => [...h.keys()])))
  const products = low.map((a) => low.map((b) => atoms.product(a, b)))
  const monomials = withOne(chain.closure(products.flat()))
  const place = new Map(monomials.map((m, i) => [m, i]))
  const places = products.map((row) => row.map((m) => place.get(m)!))
  const step = sparse(monomials.map((m) => nextOf(chain, m)), monomials)
  const after = all.map(({ potential }) => coefficients(potential, low))
  const before = all.map(({ end, mean }) => coefficients(end, low).map((x, i) => x + (low[i] === 0 ? mean : 0)))
  const [sumBefore, sumAfter] = [new Float64Array(monomials.length), new Float64Array(monomials.length)]
  let moments: Float64Array = Float64Array.from(monomials, startingMoment)
  let t = 0
  return lengths.map((k) => {
    for (; t < k; t++) {
      add(sumBefore, moments)
      add(sumAfter, moments = times(step, moments))
    }
    const [own, gone] = [forms(after, sumAfter, places), forms(before, sumBefore, places)]
    return own.map((row, a) => row.map((x, b) => (x - gone[a]![b]!) / k ** 2))
  })
}

const coefficients = (p: Polynomial<number>, monomials: readonly number[]): number[] =>
  monomials.map((m) => p.get(m) ?? 0)

function add(sum: Float64Array, x: Float64Array): void {
  for (let i = 0; i < sum.length; i++) sum[i]! += x[i]!
}

/** p' M q for all pairs of vectors, M the matrix of moments of products. */
function forms(vectors: readonly number[][], moments: Float64Array, places: readonly number[][]): number[][] {
  const moved = vectors.map((p) => places.map((row) => row.reduce((sum, at, j) => sum + p[j]! * moments[at]!, 0)))
  return vectors.map((p) => moved.map((q) => q.reduce((sum, x, i) => sum + p[i]! * x, 0)))
}
