/**
 * Sufficient statistics of Gaussian matrix checks: for vectors x_1 .. x_n of p recorded coordinates
 *
 *     n,   sum_k x_k,   sum_k x_k x_k'.
 *
 * Sums over pieces of a few blocks are added in the order of the pieces, so they are the same bits however the pieces
 * were shared out, and only they cross from one thread or machine to another.
 */
import { refuse } from '../symbolic/errors.js'
import { allBlocks, pieceOf, type BlockTask } from './blocks.js'
import { groupedBlocks } from './grouped-blocks.js'
import { replicasPerBlock, type Trajectories } from './trajectories.js'

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

/**
 * The statistics of what `averages` records. @throws StatementError NOT_FINITE, and BAD_RUN for blocks that are no
 * multiple of `blocksPerPiece`
 */
export function outerProducts(run: Trajectories): OuterProducts {
  const [p, replicas] = [run.program.observables.length, run.blocks * replicasPerBlock]
  const task = summing(run)
  const results = allBlocks(task)
  const totals = new Float64Array(task.width)
  for (let piece = 0; piece < task.pieces; piece++) {
    pieceOf(results, piece, task.width).forEach((x, i) => (totals[i] = totals[i]! + x))
  }
  if (totals.at(-1)! > 0) {
    refuse('NOT_FINITE', `${totals.at(-1)} of ${replicas} replicas are not finite: report the run as invalid`)
  }
  return { count: replicas, sum: totals.slice(0, p), products: square(totals.subarray(p), p) }
}

/** The pieces of `outerProducts`: sums, products of coordinates j <= i row after row, replicas that are not finite. */
export function summing(run: Trajectories): BlockTask {
  const p = run.program.observables.length
  return groupedBlocks(run, {
    name: 'sums', entries: p + p * (p + 1) / 2, put: (sums, observed) => addBlock(sums, observed, p),
  })
}

/** The statistics of two sets of replicas together. */
export function joinOuterProducts(a: OuterProducts, b: OuterProducts): OuterProducts {
  return {
    count: a.count + b.count,
    sum: a.sum.map((x, i) => x + b.sum[i]!),
    products: a.products.map((x, i) => x + b.products[i]!),
  }
}

function addBlock(sums: Float64Array, observed: Float64Array, p: number): void {
  const lanes = replicasPerBlock
  let at = p
  for (let i = 0; i < p; i++) {
    sums[i]! += total(observed, i * lanes)
    for (let j = 0; j <= i; j++) sums[at++]! += inner(observed, i * lanes, j * lanes)
  }
}

// four running sums, which do not wait for one another
function inner(x: Float64Array, i: number, j: number): number {
  let [a, b, c, d] = [0, 0, 0, 0]
  for (let k = 0; k < replicasPerBlock; k += 4) {
    a += x[i + k]! * x[j + k]!
    b += x[i + k + 1]! * x[j + k + 1]!
    c += x[i + k + 2]! * x[j + k + 2]!
    d += x[i + k + 3]! * x[j + k + 3]!
  }
  return (a + b) + (c + d)
}

function total(x: Float64Array, i: number): number {
  let [a, b, c, d] = [0, 0, 0, 0]
  for (let k = 0; k < replicasPerBlock; k += 4) {
    a += x[i + k]!
    b += x[i + k + 1]!
    c += x[i + k + 2]!
    d += x[i + k + 3]!
  }
  return (a + b) + (c + d)
}

/** The symmetric matrix whose entries j <= i are given row after row. */
function square(triangle: Float64Array, p: number): Float64Array {
  const products = new Float64Array(p * p)
  let at = 0
  for (let i = 0; i < p; i++) {
    for (let j = 0; j <= i; j++) products[i * p + j] = products[j * p + i] = triangle[at++]!
  }
  return products
}
