/**
 * The bets of a check: one to verify on either side, tuned to a true claim, and a fixed geometric grid
 * D_k = 0.001 * 2^k of relative errors to refute on either side. The grid is the same in every draw, so that
 * evidence may be added bet by bet over draws (pool.ts).
 */
import { logSumExp } from '../numeric/log-sum-exp.js'
import { gaussianFactor } from './factors.js'
import type { LinearFactor } from './factors.js'
import type { Margins } from './margins.js'

/** Relative errors a bet is tuned to. */
export const GRID: readonly number[] = Array.from({ length: 11 }, (_, k) => 0.001 * 2 ** k)

/** Log evidence of every bet; the grid entries below the inner margin stay 0 and do not count. */
export interface BetLogs {
  readonly hi: number
  readonly lo: number
  readonly up: readonly number[]
  readonly down: readonly number[]
}

/** First grid index whose relative error is not below the inner margin. */
export function firstBet(inner: number): number {
  return GRID.findIndex(size => size >= inner)
}

/**
 * ln of the average e-value over the kept bets of the sides that may be trusted; a side that may not counts as zero.
 * -Infinity when neither may.
 */
export function logRefutation(
  logs: Pick<BetLogs, 'up' | 'down'>, first: number, trustUp = true, trustDown = true,
): number {
  const kept = [...(trustUp ? logs.up.slice(first) : []), ...(trustDown ? logs.down.slice(first) : [])]
  return logSumExp(kept) - Math.log(2 * (GRID.length - first))
}

/** The bets on a Gaussian variance, linear in (degrees of freedom, sum of squares / claimed variance). */
export interface GaussianBets {
  readonly hi: LinearFactor
  readonly lo: LinearFactor
  readonly up: readonly LinearFactor[]
  readonly down: readonly LinearFactor[]
}

/** Likelihood ratios: 1 against 1 +- outer to verify, 1 +- inner against the grid to refute. */
export function gaussianBets({ outer, inner }: Margins): GaussianBets {
  return {
    hi: gaussianFactor(outer, 0),
    lo: gaussianFactor(-outer, 0),
    up: GRID.map(size => gaussianFactor(inner, size < inner ? inner : inner + size)),
    down: GRID.map(size => gaussianFactor(-inner, size < inner ? -inner : (1 - inner) / (1 + size) - 1)),
  }
}
