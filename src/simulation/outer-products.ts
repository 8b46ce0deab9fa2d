/**
 * Sufficient statistics of Gaussian matrix checks: for vectors x_1 .. x_n of p recorded coordinates
 *
 *     n,   sum_k x_k,   sum_k x_k x_k',
 *
 * as running sums in the order of the replicas: adding blocks in their order gives the same bits however the blocks
 * were shared out.
 */
import { refuse } from '../symbolic/errors.js'
import type { Recorded } from './trajectories.js'

export interface OuterProducts {
  readonly count: number
  readonly sum: Float64Array
  /** p x p, symmetric, row after row */
  readonly products: Float64Array
}

/** The statistics of nothing, for p coordinates. */
export function noOuterProducts(p: number): OuterProducts {
  return { count: 0, sum: new Float64Array(p), products: new Float64Array(p * p) }
}

/** The statistics with more replicas added; `coordinates` chooses p observables (default: all of them). */
export function addOuterProducts(
  before: OuterProducts, recorded: Recorded, coordinates?: readonly number[],
): OuterProducts {
  const { replicas, values, nonFinite } = recorded
  if (nonFinite > 0) {
    refuse('NOT_FINITE', `${nonFinite} of ${replicas} replicas are not finite: report the run as invalid`)
  }
  const p = before.sum.length
  const chosen = coordinates ?? Array.from({ length: p }, (_, i) => i)
  if (chosen.length !== p) refuse('BAD_SHAPE', `${chosen.length} coordinates for statistics of ${p}: give ${p}`)
  const columns = chosen.map((i) => values.subarray(i * replicas, (i + 1) * replicas))
  const products = new Float64Array(p * p)
  for (let i = 0; i < p; i++) {
    for (let j = 0; j <= i; j++) {
      products[i * p + j] = inner(before.products[i * p + j]!, columns[i]!, columns[j]!)
      products[j * p + i] = products[i * p + j]!
    }
  }
  return { count: before.count + replicas, sum: before.sum.map((start, i) => total(start, columns[i]!)), products }
}

/** The statistics of two sets of replicas together. */
export function joinOuterProducts(a: OuterProducts, b: OuterProducts): OuterProducts {
  return {
    count: a.count + b.count,
    sum: a.sum.map((x, i) => x + b.sum[i]!),
    products: a.products.map((x, i) => x + b.products[i]!),
  }
}

function inner(start: number, x: Float64Array, y: Float64Array): number {
  let sum = start
  for (let k = 0; k < x.length; k++) sum += x[k]! * y[k]!
  return sum
}

function total(start: number, x: Float64Array): number {
  let sum = start
  for (let k = 0; k < x.length; k++) sum += x[k]!
  return sum
}
