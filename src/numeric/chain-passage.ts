/**
 * First passage of the discrete chain that simulates a diffusion, x' = x + a dt + b sqrt(dt) xi with a Brownian bridge
 * between steps: it leaves past `to` in the step from x to y surely where y is beyond, else with probability exp(-2 (to
 * - x)(to - y) / (b^2 dt)). With K the density of steps that stay, the number N of steps has u = E N and v = E N^2 from
 *
 *     u = 1 + K u,      v = 2 u - 1 + K v,
 *
 * solved by Nystrom's method on Gauss panels as wide as a few standard deviations of a step. No sample is drawn.
 */
import { solve } from './matrix.js'
import { reflected, type Motion } from './mean-passage.js'
import { normalCdf, normalDensity } from './normal.js'
import { gaussLegendre } from './quadrature.js'

export interface ChainPassage {
  /** E of the time (N - 1/2) dt, which puts the passage in the middle of its step */
  readonly mean: number
  /** Var / mean^2 of that time */
  readonly cv2: number
  /** ten times the disagreement of two grids in the mean: an estimate, not a proof */
  readonly error: number
}

export interface ChainOptions {
  readonly from: number
  readonly to: number
  /** time step */
  readonly dt: number
  /**
   * the path is taken to stay there when it goes further from `to`; it should spend a negligible share of time beyond
   */
  readonly farthest: number
}

const ORDER = 8
/** widths of panels in standard deviations of a step */
const COARSE = 3.2
const FINE = 2.4

/** Mean and variance of the passage time of the chain. Throws `singular-matrix` where the chain never leaves. */
export function chainPassage(motion: Motion, { from, to, dt, farthest }: ChainOptions): ChainPassage {
  if (from > to) return chainPassage(reflected(motion), { from: -from, to: -to, dt, farthest: -farthest })
  const options = { from, to, dt, farthest }
  const [coarse, fine] = [stepsOf(motion, options, COARSE), stepsOf(motion, options, FINE)]
  const mean = fine.mean - 0.5
  return {
    mean: mean * dt,
    cv2: (fine.square - fine.mean + 0.25) / mean ** 2 - 1,
    error: 10 * Math.abs(fine.mean - coarse.mean) * dt,
  }
}

interface Steps {
  readonly mean: number
  readonly square: number
}

function stepsOf(motion: Motion, { from, to, dt, farthest }: ChainOptions, width: number): Steps {
  const grid = gridOf(motion, to, dt, farthest, width)
  const row = (x: number): Float64Array => stayingFrom(x, motion, to, dt, grid)
  const system = Array.from(grid.nodes, (x, i) => Array.from(row(x), (k, j) => (i === j ? 1 : 0) - k))
  const mean = solve(system, system.map(() => [1])).map(([u]) => u!)
  const square = solve(system, mean.map((u) => [2 * u - 1])).map(([v]) => v!)
  const start = row(from)
  const [u, v] = [mean, square].map((f) => f.reduce((sum, x, j) => sum + start[j]! * x, 0)) as [number, number]
  return { mean: 1 + u, square: 2 * (1 + u) - 1 + v }
}

interface Grid {
  /** decreasing from panel to panel */
  readonly nodes: Float64Array
  readonly weights: Float64Array
  readonly left: number
}

/** Panels from `to` down to `farthest`. */
function gridOf({ variance }: Motion, to: number, dt: number, farthest: number, width: number): Grid {
  const rule = gaussLegendre(ORDER)
  const [nodes, weights]: [number[], number[]] = [[], []]
  const deviation = (x: number): number => Math.sqrt(variance(x) * dt)
  let right = to
  while (right > farthest) {
    const across = width * deviation(right)
    const left = right - Math.min(across, width * deviation(right - across))
    rule.nodes.forEach((t, i) => {
      nodes.push((left + right) / 2 + t * (right - left) / 2)
      weights.push(rule.weights[i]! * (right - left) / 2)
    })
    right = left
  }
  return { nodes: Float64Array.from(nodes), weights: Float64Array.from(weights), left: right }
}

/** Weights of the nodes in E[f(x'); the step stays]; what goes beyond the grid counts as its farthest node. */
function stayingFrom(
  x: number, { drift, variance }: Motion, to: number, dt: number, { nodes, weights, left }: Grid,
): Float64Array {
  const [middle, spread] = [x + drift(x) * dt, Math.sqrt(variance(x) * dt)]
  const row = nodes.map((y, j) => {
    const stays = -Math.expm1(-2 * (to - x) * (to - y) / spread ** 2)
    return weights[j]! * normalDensity((y - middle) / spread) / spread * stays
  })
  const last = nodes.length - ORDER
  row[last] = row[last]! + normalCdf((left - middle) / spread)
  return row
}
