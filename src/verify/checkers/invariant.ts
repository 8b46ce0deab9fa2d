/**
 * A covariance from replicas that start at the exact law. To verify: the whole state keeps its covariance closely
 * enough that the stationary one is within the precision. To refute: what is measured has another covariance than
 * claimed.
 */
import { cholesky, solve, symmetricEigen, transpose, type Matrix } from '../../numeric/matrix.js'
import { NumericalError } from '../../numeric/errors.js'
import { joinOuterProducts, noOuterProducts, type OuterProducts } from '../../simulation/outer-products.js'
import type { Check, LogSides, Status } from '../../statistics/check.js'
import { createCovarianceCheck, type CovarianceCheck } from '../../statistics/covariance-check.js'
import type { Value } from '../../symbolic/value.js'
import type { StationaryRecording } from '../stationary-recording.js'
import { rowsOf, spreadsOf, type Checker, type Levels } from './checker.js'
import { looks } from './looks.js'

/** The largest |u'Xu / u'Yu - 1| over all directions u; infinite where Y is no covariance. */
export function relativeDistance(x: Matrix, y: Matrix): number {
  try {
    const factor = cholesky(y)
    const half = transpose(solve(factor, x))
    return Math.max(...symmetricEigen(solve(factor, half)).values.map((value) => Math.abs(value - 1)))
  } catch (error) {
    if (error instanceof NumericalError) return Infinity
    throw error
  }
}

/** @param away relative distance of the claimed covariance from the exact one, which verifying has to make up for */
export function invarianceChecker(
  { plan, recording, state, measured }: StationaryRecording, predicted: Value<number>, away: number, levels: Levels,
): Checker {
  const claimed = rowsOf(predicted)
  const claim = createCovarianceCheck({ claimed, ...levels, bias: recording.bias })
  const left = (levels.precision - away) / (1 + away)
  const kept = left > 0
    ? createCovarianceCheck({ claimed: plan.covariance, ...levels, precision: (1 - plan.contraction) * left }) : null
  let totals: OuterProducts = noOuterProducts(0)
  const look = looks((): Status => {
    const own = claim.update(totals.count, block(totals, measured))
    return together(own, kept?.update(totals.count, block(totals, state)))
  }, 'running')
  return {
    recording,
    update: ({ sums }) => {
      totals = joinOuterProducts(totals.count ? totals : noOuterProducts(sums!.sum.length), sums!)
      return look.due(totals.count)
    },
    verdict: () => {
      look.last()
      return verdict(claim, kept, totals.count)
    },
    sides: () => {
      look.last()
      return kept?.sides() ?? UNSEEN
    },
    target: () => ({ claimed, units: spreadsOf(claimed) }),
    cv2: () => 2,
    dimension: state.length,
    budget: (4 * (60 + 25 * state.length)) / ((1 - plan.contraction) * levels.precision) ** 2,
  }
}

/** Without a check of the whole state nothing is known for the claim. */
const UNSEEN: LogSides = { hi: 0, lo: 0 }

function together(own: Status, whole: Status = 'running'): Status {
  if (own !== 'running' && own !== 'verified') return own
  return whole === 'refuted' ? 'invalid' : whole
}

/** The claim's own evidence against it, and that of the whole state for it. */
function verdict(claim: CovarianceCheck, kept: CovarianceCheck | null, n: number): Check<number[][]> {
  const [own, whole] = [claim.verdict(), kept?.verdict()]
  const status = together(own.status, whole?.status)
  const { hi, lo } = whole?.logE ?? UNSEEN
  return {
    ...own, status,
    n: status === 'refuted' ? own.n : n,
    logE: { hi, lo, refute: own.logE.refute },
    reason: status === 'invalid'
      ? own.reason ?? whole?.reason ?? 'the simulation leaves the law that the moment equations give' : own.reason,
  }
}

/** The entries of a sum of outer products at chosen coordinates. */
function block({ products, sum }: OuterProducts, chosen: readonly number[]): number[][] {
  const p = sum.length
  return chosen.map((i) => chosen.map((j) => products[i * p + j]!))
}
