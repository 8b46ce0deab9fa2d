/**
 * First passage of the discrete chain that simulates a diffusion, x' = x + a dt + b sqrt(dt) xi with a Brownian bridge
 * between steps: it leaves past `to` in the step from x to y surely where y is beyond, else with probability exp(-2 (to
 * - x)(to - y) / (b^2 dt)).
 */
import { insideNormal } from './inside-normal.js'
import { gradedEdges, stepsUntilExit, type KilledChain, type Steps } from './killed-chain.js'
import { reflected, type Motion } from './mean-passage.js'
import { normalCdf } from './normal.js'

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

/** First panels in standard deviations of a step, and how they grow. */
interface Fineness {
  readonly first: number
  readonly growth: number
}

const COARSE: Fineness = { first: 0.8, growth: 1.3 }
const FINE: Fineness = { first: 0.6, growth: 1.25 }

/** Mean and variance of the passage time of the chain. Throws `singular-matrix` where the chain never leaves. */
export function chainPassage(motion: Motion, { from, to, dt, farthest }: ChainOptions): ChainPassage {
  if (from > to) return chainPassage(reflected(motion), { from: -from, to: -to, dt, farthest: -farthest })
  const options = { from, to, dt, farthest }
  const [coarse, fine] = [stepsOn(motion, options, COARSE), stepsOn(motion, options, FINE)]
  const mean = fine.mean - 0.5
  return {
    mean: mean * dt,
    cv2: (fine.square - fine.mean + 0.25) / mean ** 2 - 1,
    error: 10 * Math.abs(fine.mean - coarse.mean) * dt,
  }
}

function stepsOn(motion: Motion, { from, to, dt, farthest }: ChainOptions, { first, growth }: Fineness): Steps {
  const width = (x: number): number => first * Math.sqrt(motion.variance(x) * dt)
  const edges = gradedEdges({ below: farthest, above: to }, { below: width(farthest), above: width(to) }, growth)
  return stepsUntilExit(bridged(motion, to, dt, farthest), edges, from)
}

/** The chain killed at `to`; what goes beyond `farthest` is put there. */
const bridged = ({ drift, variance }: Motion, to: number, dt: number, farthest: number): KilledChain => ({
  stays: (x, add) => {
    const [middle, spread] = [x + drift(x) * dt, Math.sqrt(variance(x) * dt)]
    insideNormal(middle, spread, farthest, to, 1, (y, weight) =>
      add(y, weight * -Math.expm1(-2 * (to - x) * (to - y) / spread ** 2)))
    add(farthest, normalCdf((farthest - middle) / spread))
  },
})
