/**
 * How long a chain x' = m(x, z) + s(x, z) xi stays between two ends, where xi is standard normal and z another standard
 * normal variable, or none. With one, the transition density may be singular, as at a step of size zero where
 * s(x, 0) = 0: the integral over z has panels that shrink towards 0, as the mesh has towards the ends.
 */
import { NumericalError } from './errors.js'
import { FARTHEST, insideNormal } from './inside-normal.js'
import { gradedEdges, stepsUntilExit, type KilledChain, type Steps } from './killed-chain.js'
import { normalDensity } from './normal.js'
import { gaussLegendre } from './quadrature.js'

/** Mean and standard deviation of the next value of the chain, given the present one and z. */
export interface GaussianChain {
  mean(x: number, z: number): number
  deviation(x: number, z: number): number
  /** does the step depend on z? */
  readonly mixed?: boolean
}

export interface ExitTime {
  /** E N, at least 1 */
  readonly mean: number
  /** Var N / (E N)^2 */
  readonly cv2: number
  /** ten times the disagreement of two grids in the mean, rounding, and what both share: an estimate, not a proof */
  readonly error: number
}

export interface Ends {
  readonly from: number
  readonly below: number
  readonly above: number
}

/** How fine the mesh is: first panels in deviations of a step, and how they grow. */
interface Fineness {
  readonly first: number
  readonly growth: number
}

const PLAIN: readonly [Fineness, Fineness] = [{ first: 0.8, growth: 1.15 }, { first: 0.6, growth: 1.1 }]
/** Steps of all sizes make the solution singular at the ends, like d log d. */
const MIXED: readonly [Fineness, Fineness] = [{ first: 2e-2, growth: 6 }, { first: 4e-3, growth: 4 }]
const MOST_PANELS = 100
/**
 * Rounding in the solution, as a multiple of the square of the mean: the system is as ill-conditioned as exits are
 * rare.
 */
const ROUNDING = 1e-14
/** Relative error of the points of a step near the ends, where a mixed chain is singular: both meshes share them. */
const SHARED = 1e-7

/**
 * Mean and spread of the exit time. Throws `interval` unless below < from < above, `singular-matrix` where the chain
 * never leaves, `grid` where the interval is too wide for its steps.
 */
export function exitTime(chain: GaussianChain, ends: Ends): ExitTime {
  const { from, below, above } = ends
  if (!(below < from && from < above)) {
    throw new NumericalError('interval', `cannot leave (${below}, ${above}) from ${from}; start between the ends`)
  }
  const [coarse, fine] =
    (chain.mixed ? MIXED : PLAIN).map((fineness) => stepsOn(chain, ends, fineness)) as [Steps, Steps]
  return {
    mean: fine.mean,
    cv2: fine.square / fine.mean ** 2 - 1,
    error: 10 * Math.abs(fine.mean - coarse.mean) + ROUNDING * fine.mean ** 2 + (chain.mixed ? SHARED * fine.mean : 0),
  }
}

function stepsOn(chain: GaussianChain, ends: Ends, { first, growth }: Fineness): Steps {
  const width = (x: number): number => first * chain.deviation(x, 1)
  const all = gradedEdges(ends, { below: width(ends.below), above: width(ends.above) }, growth)
  const even = isMirrored(chain, ends)
  const edges = even ? all.filter((x) => x >= 0) : all
  if (!(edges.length <= MOST_PANELS)) {
    throw new NumericalError('grid', `(${ends.below}, ${ends.above}) is ${edges.length} panels, too many for a grid`)
  }
  const whole = killed(chain, ends, growth)
  return even ? stepsUntilExit(folded(whole), edges, Math.abs(ends.from)) : stepsUntilExit(whole, edges, ends.from)
}

/** Is the chain its own mirror image, as far as three points show? Then the time is an even function of the start. */
const isMirrored = ({ mean, deviation }: GaussianChain, { below, above }: Ends): boolean =>
  below === -above && [0.13, 0.54, 0.91].every((share) => [-1.7, 0.6].every((z) =>
    mean(-share * above, z) === -mean(share * above, z)
      && deviation(-share * above, z) === deviation(share * above, z)))

const folded = ({ stays }: KilledChain): KilledChain =>
  ({ stays: (x, add) => stays(x, (y, weight) => add(Math.abs(y), weight)) })

/** The chain killed where it is seen outside the ends. */
function killed(chain: GaussianChain, { below, above }: Ends, growth: number): KilledChain {
  const mixture = chain.mixed ? normalRule(growth) : [{ z: 0, weight: 1 }]
  return {
    stays: (x, add) => {
      for (const { z, weight } of mixture) {
        const [m, s] = [chain.mean(x, z), chain.deviation(x, z)]
        const isEven = m === chain.mean(x, -z) && s === chain.deviation(x, -z)
        insideNormal(m, s, below, above, isEven ? weight : weight / 2, add)
        if (!isEven) insideNormal(chain.mean(x, -z), chain.deviation(x, -z), below, above, weight / 2, add)
      }
    },
  }
}

const ORDER = 8

interface Weighted {
  readonly z: number
  readonly weight: number
}

const SMALLEST_PANEL = 1e-5
const rules = new Map<number, readonly Weighted[]>()

/** E f(z) of |z|, z standard normal, and a function that may be singular at 0: panels that grow from there. */
function normalRule(growth: number): readonly Weighted[] {
  const known = rules.get(growth)
  if (known) return known
  const { nodes, weights } = gaussLegendre(ORDER)
  const edges = [0, SMALLEST_PANEL]
  while (edges.at(-1)! < FARTHEST) edges.push(edges.at(-1)! + Math.min(edges.at(-1)! * (growth - 1), growth / 4))
  const points = edges.slice(1).flatMap((right, p) => Array.from(nodes, (t, j): Weighted => {
    const half = (right - edges[p]!) / 2
    const z = edges[p]! + half * (1 + t)
    return { z, weight: weights[j]! * half * normalDensity(z) }
  }))
  const total = points.reduce((sum, { weight }) => sum + weight, 0)
  const rule = points.map(({ z, weight }) => ({ z, weight: weight / total }))
  rules.set(growth, rule)
  return rule
}
