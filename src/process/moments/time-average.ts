/**
 * The exact covariances of time averages. With A_f the sum of f over the steps after burn-in, E[A_f m(theta)] for the
 * moments m that f needs follows a linear recursion driven by fourth moments, and E[A_f A_g] is summed along it:
 *
 *     E[A_f' m'] = E[A_f T m] + E[(f m)'],    E[A_f' A_g'] = E[A_f A_g] + E[A_f T g] + E[A_g T f] + E[(f g)'],
 *
 * where ' is one step later.
 */
import type { Polynomial } from '../../symbolic/rings/polynomial.js'
import type { Chain } from './chain.js'
import { nextOf, sparse, times, withOne, type Sparse } from './sparse.js'

/** Products and additions that are worth their time; beyond, variances are left to be estimated. */
const AFFORDABLE = 3e8

/**
 * Covariances of (1 / steps) sum of f over the steps after `burnIn` of a chain started at 0, for polynomials f in the
 * state; null where that takes too long. @throws StatementError where a moment of a product is not stated or does not
 * close
 */
export function averageCovariances(
  chain: Chain<number>, observables: readonly Polynomial<number>[], burnIn: number, steps: number,
): number[][] | null {
  const { polynomials: { mul, monomial } } = chain.space
  const low = withOne(chain.closure(observables.flatMap((f) => [...f.keys()])))
  const lifted = observables.map((f) => low.map((m) => mul(f, monomial(m))))
  const products = observables.flatMap((f) => observables.map((g) => mul(f, g)))
  const all = withOne(chain.closure([...lifted.flat(), ...products].flatMap((p) => [...p.keys()])))
  const step = sparse(all.map((m) => nextOf(chain, m)), all)
  const product = sparse(products, all)
  if ((step.values.length + product.values.length) * (burnIn + steps) > AFFORDABLE) return null
  let moments = Float64Array.from(all, (m) => (m === 0 ? 1 : 0))
  for (let t = 0; t < burnIn; t++) moments = times(step, moments)
  const sums = summation(low, sparse(low.map((m) => nextOf(chain, m)), low), sparse(observables, low),
    lifted.map((p) => sparse(p, all)), product)
  for (let t = 0; t < steps; t++) sums.add(moments = times(step, moments))
  return sums.covariances(steps)
}

/** E[A_f m] and E[A_f A_g], a step at a time; row (f, g) of `product` is f g. */
function summation(low: readonly number[], step: Sparse, f: Sparse, lifted: readonly Sparse[], product: Sparse) {
  const one = low.indexOf(0)
  const n = lifted.length
  const mixed = lifted.map(() => new Float64Array(low.length))
  const products = new Float64Array(n * n)
  const add = (moments: Float64Array): void => {
    const before = mixed.map((u) => times(step, u))
    const along = before.map((u) => times(f, u))
    const now = times(product, moments)
    for (let k = 0; k < n * n; k++) {
      const [i, j] = [Math.floor(k / n), k % n]
      products[k]! += along[i]![j]! + along[j]![i]! + now[k]!
    }
    lifted.forEach((rows, i) => (mixed[i] = times(rows, moments).map((x, m) => x + before[i]![m]!)))
  }
  const covariances = (steps: number): number[][] => mixed.map((u, i) =>
    mixed.map((v, j) => (products[i * n + j]! - u[one]! * v[one]!) / steps ** 2))
  return { add, covariances }
}
