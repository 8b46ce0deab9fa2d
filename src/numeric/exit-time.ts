/**
 * How long a chain x' = m(x) + s(x) xi with Gaussian steps stays between two ends. With K the density of steps that
 * stay, the number N of steps until it is outside has u = E N and v = E N^2 from
 *
 *     u = 1 + K u,      v = 2 u - 1 + K v,
 *
 * solved by Nystrom's method on Gauss panels as wide as a few deviations of a step. No sample is drawn.
 */
import { NumericalError } from './errors.js'
import { solve } from './matrix.js'
import { normalDensity } from './normal.js'
import { gaussLegendre } from './quadrature.js'

/** Mean and standard deviation of the next value of the chain, given the present one. */
export interface GaussianChain {
  mean(x: number): number
  deviation(x: number): number
}

export interface ExitTime {
  /** E N, at least 1 */
  readonly mean: number
  /** Var N / (E N)^2 */
  readonly cv2: number
  /** ten times the disagreement of two grids in the mean, and rounding: an estimate, not a proof */
  readonly error: number
}

export interface Ends {
  readonly from: number
  readonly below: number
  readonly above: number
}

const ORDER = 10
/** widths of panels in deviations of a step */
const COARSE = 2.2
const FINE = 1.6
const MOST_NODES = 1000
/**
 * Rounding in the solution, as a multiple of the square of the mean: the system is as ill-conditioned as exits are
 * rare.
 */
const ROUNDING = 1e-14

/**
 * Mean and spread of the exit time. Throws `interval` unless below < from < above, `singular-matrix` where the chain
 * never leaves, `grid` where the interval is too wide for its steps.
 */
export function exitTime(chain: GaussianChain, ends: Ends): ExitTime {
  const { from, below, above } = ends
  if (!(below < from && from < above)) {
    throw new NumericalError('interval', `cannot leave (${below}, ${above}) from ${from}; start between the ends`)
  }
  const [coarse, fine] = [stepsOf(chain, ends, COARSE), stepsOf(chain, ends, FINE)]
  return {
    mean: fine.mean,
    cv2: fine.square / fine.mean ** 2 - 1,
    error: 10 * Math.abs(fine.mean - coarse.mean) + ROUNDING * fine.mean ** 2,
  }
}

interface Steps {
  readonly mean: number
  readonly square: number
}

function stepsOf(chain: GaussianChain, { from, below, above }: Ends, width: number): Steps {
  const { nodes, weights } = gridOf(chain, below, above, width)
  const row = (x: number): number[] => {
    const [middle, spread] = [chain.mean(x), chain.deviation(x)]
    return nodes.map((y, j) => weights[j]! * normalDensity((y - middle) / spread) / spread)
  }
  const system = nodes.map((x, i) => row(x).map((k, j) => (i === j ? 1 : 0) - k))
  const mean = solve(system, nodes.map(() => [1])).map(([u]) => u!)
  const square = solve(system, mean.map((u) => [2 * u - 1])).map(([v]) => v!)
  const start = row(from)
  const [u, v] = [mean, square].map((f) => f.reduce((sum, x, j) => sum + start[j]! * x, 0)) as [number, number]
  return { mean: 1 + u, square: 2 * (1 + u) - 1 + v }
}

/** Panels from one end to the other, none wider than so many deviations of a step from its ends. */
function gridOf(
  { deviation }: GaussianChain, below: number, above: number, width: number,
): { nodes: number[]; weights: number[] } {
  const narrowest = Math.min(...[below, (below + above) / 2, above].map(deviation))
  const panels = Math.ceil((above - below) / (width * narrowest))
  if (!(panels * ORDER <= MOST_NODES)) {
    throw new NumericalError('grid', `(${below}, ${above}) is ${panels} panels of steps wide, too many for a grid`)
  }
  const rule = gaussLegendre(ORDER)
  const half = (above - below) / panels / 2
  const all = Array.from({ length: panels }, (_, p) => below + (2 * p + 1) * half)
  return {
    nodes: all.flatMap((middle) => Array.from(rule.nodes, (t) => middle + t * half)),
    weights: all.flatMap(() => Array.from(rule.weights, (w) => w * half)),
  }
}
