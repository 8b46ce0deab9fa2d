/**
 * All the evidence that (n, S), S the sum of w w' over exactly Gaussian independent w of mean zero, holds about a
 * claimed covariance. To refute: the average of three e-values (inverse-Wishart mixture, directions, trace). To verify:
 * the scalar tests at the extreme eigenvalues of W, with no price for the dimension since lambda_max(W) >= u' W u.
 */
import { logMeanExp } from '../numeric/log-sum-exp.js'
import { symmetricEigen, trace } from '../numeric/matrix.js'
import type { Matrix } from '../numeric/matrix.js'
import { firstBet, logRefutation } from './bet-grid.js'
import type { BetLogs, GaussianBets } from './bet-grid.js'
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
  /** at least `against().refute`, and all that a look needs as long as it is small */
  readonly atMost: number
  /** all evidence against the claim, which takes far longer than the rest */
  against(): EvidenceAgainst
}

export interface EvidenceAgainst {
  readonly refute: number
  readonly above: boolean
  /** the trace and the diagonal entries, for the pool over draws */
  readonly bets: readonly BetLog[]
}

/** The evidence of n samples with sum of outer products S about a prepared claim. */
export function covarianceEvidence(
  claim: Whitening, { inner }: Margins, bets: GaussianBets, n: number, sum: Matrix,
): CovarianceEvidence {
  const whitened = whiten(claim, sum)
  const eigenvalues = symmetricEigen(whitened).values.map(w => Math.max(w, 0))
  let known: EvidenceAgainst | null = null
  return {
    hi: applyFactor(bets.hi, n, eigenvalues.at(-1)!),
    lo: applyFactor(bets.lo, n, eigenvalues[0]!),
    atMost: largestRatio(eigenvalues, n, inner),
    against: () => known ??= evidenceAgainst(claim, inner, bets, n, { sum, whitened, eigenvalues }),
  }
}

/**
 * The largest likelihood of any covariance over the largest of the claim's, with a nat for rounding: whatever is
 * averaged below is a likelihood ratio of all of W, of a direction or of the trace, and none of these exceeds it.
 */
function largestRatio(eigenvalues: readonly number[], n: number, inner: number): number {
  return 1 + n / 2 * eigenvalues.reduce((sum, w) => {
    const ratio = w / n / Math.min(Math.max(w / n, 1 - inner), 1 + inner)
    return sum + ratio - 1 - Math.log(ratio)
  }, 0)
}

interface Seen {
  readonly sum: Matrix
  readonly whitened: Matrix
  readonly eigenvalues: readonly number[]
}

function evidenceAgainst(
  claim: Whitening, inner: number, bets: GaussianBets, n: number, { sum, whitened, eigenvalues }: Seen,
): EvidenceAgainst {
  const first = firstBet(inner)
  const all = (degrees: number, q: number): Sides => {
    const at = (factor: LinearFactor) => applyFactor(factor, degrees, q)
    return { up: bets.up.map(at), down: bets.down.map(at) }
  }
  const directions = alongDirections(claim, sum).map(q => all(n, q))
  const axes = directions.slice(0, claim.dimension)
  const total = all(n * claim.dimension, trace(whitened))
  const refute = logMeanExp([
    logWishartEvidence(eigenvalues, n, inner),
    logMeanExp(directions.map(logs => logRefutation(logs, first))),
    logRefutation(total, first),
  ])
  const strongest = (side: 'up' | 'down') => Math.max(...[total, ...directions].flatMap(logs => logs[side]))
  return {
    refute,
    above: strongest('up') >= strongest('down'),
    bets: [named('trace', total), ...axes.map((logs, i) => named(`variance ${i + 1}`, logs))],
  }
}

type Sides = Pick<BetLogs, 'up' | 'down'>

function named(component: string, { up, down }: Sides): BetLog {
  return { component, up, down }
}
