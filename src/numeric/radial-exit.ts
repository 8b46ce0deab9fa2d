/**
 * How long a chain w' = m(r) w / r + s(r) xi in n dimensions stays within a distance from 0, r = |w| and xi standard
 * normal in all of them: r is a chain of its own, whose steps have the noncentral chi law. Its mean is the solution of
 * u = 1 + E[u(r'); r' inside], which is smooth up to the end, and so are the densities.
 */
import { NumericalError } from './errors.js'
import type { ExitTime } from './exit-time.js'
import { stepsUntilExit, type KilledChain, type Steps } from './killed-chain.js'
import { noncentralChiDensity } from './noncentral-chi.js'
import { FARTHEST } from './inside-normal.js'
import { gaussLegendre } from './quadrature.js'

/** Length of the mean of the next point and deviation of every coordinate, given the present distance. */
export interface RadialChain {
  readonly dimension: number
  mean(r: number): number
  deviation(r: number): number
}

/** Panels of the mesh, and of the mean over a step, in deviations of a step. */
interface Fineness {
  readonly mesh: number
  readonly step: number
}

const COARSE: Fineness = { mesh: 1.3, step: 1.2 }
const FINE: Fineness = { mesh: 1, step: 0.9 }
const ORDER = 10
const MOST_PANELS = 100
/** Rounding in the solution, as a multiple of the square of the mean. */
const ROUNDING = 1e-14

/**
 * Mean and spread of the number of steps from the distance `from` until the chain is first seen beyond `above`.
 * Throws `interval` unless 0 <= from < above, `singular-matrix` where the chain never leaves, `grid` where the interval
 * is too wide for its steps.
 */
export function radialExit(chain: RadialChain, from: number, above: number): ExitTime {
  if (!(from >= 0 && from < above)) {
    throw new NumericalError('interval', `cannot leave the distance ${above} from ${from}; start within`)
  }
  const [coarse, fine] = [COARSE, FINE].map((fineness) => stepsOn(chain, from, above, fineness)) as [Steps, Steps]
  return {
    mean: fine.mean,
    cv2: fine.square / fine.mean ** 2 - 1,
    error: 10 * Math.abs(fine.mean - coarse.mean) + ROUNDING * fine.mean ** 2,
  }
}

function stepsOn(chain: RadialChain, from: number, above: number, { mesh, step }: Fineness): Steps {
  const edges = [0]
  while (edges.at(-1)! < above) {
    const width = mesh * chain.deviation(edges.at(-1)!)
    const rest = above - edges.at(-1)!
    edges.push(rest < 1.5 * width ? above : edges.at(-1)! + width)
    if (!(width > 0) || edges.length > MOST_PANELS) {
      throw new NumericalError('grid', `the distance ${above} is more than ${MOST_PANELS} steps away: no grid is made`)
    }
  }
  return stepsUntilExit(within(chain, above, step), edges, from)
}

/** The chain killed where it is seen beyond the end. */
const within = (chain: RadialChain, above: number, step: number): KilledChain => ({
  stays: (r, add) => {
    const [m, s] = [Math.abs(chain.mean(r)), chain.deviation(r)]
    const low = Math.max(0, m - FARTHEST * s)
    const high = Math.min(above, m + (FARTHEST + Math.sqrt(chain.dimension)) * s)
    if (!(low < high)) return
    const density = noncentralChiDensity(chain.dimension, m, s)
    const { nodes, weights } = gaussLegendre(ORDER)
    const panels = Math.ceil((high - low) / (step * s))
    const half = (high - low) / panels / 2
    for (let p = 0; p < panels; p++) {
      for (let j = 0; j < ORDER; j++) {
        const y = low + half * (2 * p + 1 + nodes[j]!)
        add(y, half * weights[j]! * density(y))
      }
    }
  },
})
