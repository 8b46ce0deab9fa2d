/**
 * All the evidence that (n, S), S the sum of w w' over exactly Gaussian independent w of mean zero, holds about a
 * claimed covariance. To refute: the average of three e-values (inverse-Wishart mixture, directions, trace). To verify:
 * the scalar tests at the extreme eigenvalues of W, with no price for the dimension since lambda_max(W) >= u' W u.
 */
import { logMeanExp } from '../numeric/log-sum-exp.js'
import { symmetricEigen, trace } from '../numeric/matrix.js'
import type { Matrix } from '../numeric/matrix.js'
import { firstBet, gaussianBets, logRefutation } from './bet-grid.js'
import type { BetLogs } from './bet-grid.js'
import type { BetLog } from './check.js'
import { applyFactor } from './factors.js'
import type { LinearFactor } from './factors.js'
import type { Margins } from './margins.js'
import { alongDirections, whiten } from './whitening.js'
import type { Whitening } from './whitening.js'
import { logWishartEvidence } from './wishart-evidence.js'

export interface CovarianceEvidence {
  readonly hi: number
  readonly lo: number
  readonly refute: number
  readonly above: boolean
  /** the trace and the diagonal entries, for the pool over draws */
  readonly bets: readonly BetLog[]
}

/** The evidence of n samples with sum of outer products S about a prepared claim. */
export function covarianceEvidence(claim: Whitening, bounds: Margins, n: number, sum: Matrix): CovarianceEvidence {
  const bets = gaussianBets(bounds)
  const first = firstBet(bounds.inner)
  const whitened = whiten(claim, sum)
  const eigenvalues = symmetricEigen(whitened).values.map(w => Math.max(w, 0))
  const all = (degrees: number, q: number): BetLogs => {
    const at = (factor: LinearFactor) => applyFactor(factor, degrees, q)
    return { hi: at(bets.hi), lo: at(bets.lo), up: bets.up.map(at), down: bets.down.map(at) }
  }
  const directions = alongDirections(claim, sum).map(q => all(n, q))
  const axes = directions.slice(0, claim.dimension)
  const total = all(n * claim.dimension, trace(whitened))
  const refute = logMeanExp([
    logWishartEvidence(eigenvalues, n, bounds.inner),
    logMeanExp(directions.map(logs => logRefutation(logs, first))),
    logRefutation(total, first),
  ])
  const strongest = (side: 'up' | 'down') => Math.max(...[total, ...directions].flatMap(logs => logs[side]))
  return {
    hi: applyFactor(bets.hi, n, eigenvalues.at(-1)!),
    lo: applyFactor(bets.lo, n, eigenvalues[0]!),
    refute,
    above: strongest('up') >= strongest('down'),
    bets: [named('trace', total), ...axes.map((logs, i) => named(`variance ${i + 1}`, logs))],
  }
}

function named(component: string, { up, down }: BetLogs): BetLog {
  return { component, up, down }
}
