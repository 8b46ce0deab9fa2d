/**
 * How many steps a Markov chain makes until it leaves an interval. With K f(x) = E[f(x'); the step stays | x], the
 * number N of steps has u = E N and v = E N^2 from
 *
 *     u = 1 + K u,      v = 2 u - 1 + K v.
 *
 * Both are polynomials on each panel of a mesh, right at its Gauss nodes (collocation). A chain says what K does to a
 * smooth function, as a sum over points that need not be nodes: its transition density may be singular. No sample is
 * drawn.
 */
import { NumericalError } from './errors.js'
import { solve } from './matrix.js'
import { gaussLegendre } from './quadrature.js'

export interface KilledChain {
  /** calls `add` so that K f(x) = sum of weight * f(point), for functions that are smooth on the panels */
  stays(x: number, add: (point: number, weight: number) => void): void
}

export interface Steps {
  /** E N */
  readonly mean: number
  /** E N^2 */
  readonly square: number
}

const ORDER = 10
const { nodes, weights: gaussWeights } = gaussLegendre(ORDER)

/**
 * Moments of N from a start.
 * @param edges ends of the panels, increasing
 * Throws `singular-matrix` where the chain never leaves.
 */
export function stepsUntilExit(chain: KilledChain, edges: readonly number[], from: number): Steps {
  const row = (x: number): Float64Array => {
    const weights = new Float64Array((edges.length - 1) * ORDER)
    chain.stays(x, (point, weight) => spread(weights, edges, point, weight))
    return weights
  }
  const system = nodesOf(edges).map((x, i) => Array.from(row(x), (k, j) => (i === j ? 1 : 0) - k))
  const mean = solve(system, system.map(() => [1])).map(([u]) => u!)
  const square = solve(system, mean.map((u) => [2 * u - 1])).map(([v]) => v!)
  const start = row(from)
  const [u, v] = [mean, square].map((f) => f.reduce((sum, x, j) => sum + start[j]! * x, 0)) as [number, number]
  return { mean: 1 + u, square: 2 * (1 + u) - 1 + v }
}

/**
 * Edges from one end to the other: panels of a first width at both ends that grow by a factor towards the middle.
 * Throws `grid` for ends that are not finite and widths that are not positive.
 */
export function gradedEdges(
  { below, above }: { below: number; above: number }, first: { below: number; above: number }, growth: number,
): number[] {
  const middle = (below + above) / 2
  if (!(first.below > 0 && first.above > 0 && Number.isFinite(above - below))) {
    throw new NumericalError('grid',
      `no grid on (${below}, ${above}) with panels ${first.below} and ${first.above} wide at its ends`)
  }
  const half = (reach: number, width: number): number[] => {
    const offsets = [0]
    while (offsets.at(-1)! + 1.5 * width < reach) {
      offsets.push(offsets.at(-1)! + width)
      width = Math.min(width * growth, reach / 3)
    }
    return offsets
  }
  const left = half(middle - below, first.below).map((offset) => below + offset)
  const right = half(above - middle, first.above).map((offset) => above - offset)
  return [...left, middle, ...right.reverse()]
}

const nodesOf = (edges: readonly number[]): number[] => edges.slice(1).flatMap((right, p) => {
  const left = edges[p]!
  return Array.from(nodes, (t) => (left + right) / 2 + t * (right - left) / 2)
})

/** Adds the weight of a point to the nodes of its panel, as Lagrange's polynomials divide it. */
function spread(row: Float64Array, edges: readonly number[], point: number, weight: number): void {
  const panel = panelOf(edges, point)
  const [left, right] = [edges[panel]!, edges[panel + 1]!]
  const t = (2 * point - left - right) / (right - left)
  let total = 0
  for (let j = 0; j < ORDER; j++) {
    const distance = t - nodes[j]!
    if (distance === 0) return void (row[panel * ORDER + j]! += weight)
    total += shares[j] = barycentric[j]! / distance
  }
  for (let j = 0; j < ORDER; j++) row[panel * ORDER + j]! += weight * shares[j]! / total
}

const shares = new Float64Array(ORDER)

/** Weights of the barycentric formula at Gauss nodes: (-1)^j sqrt((1 - x^2) w) (Wang and Xiang 2012). */
const barycentric = Float64Array.from(nodes, (x, j) =>
  (j % 2 ? -1 : 1) * Math.sqrt((1 - x * x) * gaussWeights[j]!))

function panelOf(edges: readonly number[], point: number): number {
  let [low, high] = [0, edges.length - 1]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (point < edges[middle]!) high = middle
    else low = middle
  }
  return low
}
