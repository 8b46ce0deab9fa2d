/**
 * Is the covariance of exactly Gaussian samples the claimed one? Works from sufficient statistics alone, so one
 * simulation serves every misprint of a claim. Verified: the variance of every direction is within (1 +- precision)
 * of the claimed one.
 */
import { NumericalError } from '../numeric/errors.js'
import type { Matrix } from '../numeric/matrix.js'
import { inadmissibleCovariance, isSingular } from './admissible.js'
import { gaussianBets } from './bet-grid.js'
import type { GaussianBets } from './bet-grid.js'
import { finiteOrNull } from './check.js'
import type { Check, LogSides, Status } from './check.js'
import { covarianceEvidence } from './covariance-evidence.js'
import type { CovarianceEvidence } from './covariance-evidence.js'
import { margins, thresholds, withBias } from './margins.js'
import type { Levels, Margins, Precision } from './margins.js'
import { whitening } from './whitening.js'
import type { Whitening } from './whitening.js'

export interface CovarianceClaim extends Precision, Levels {
  /** D x D claimed covariance; not symmetric or not positive semidefinite is refuted before sampling */
  readonly claimed: Matrix
}

export interface CovarianceCheck {
  /** One look at the totals so far: n samples (growing), S the D x D sum of w w' over all of them, mean zero. */
  update(n: number, sum: Matrix): Status
  verdict(): Check<number[][]>
  /** verdict().logE of the two sides, for a tenth of its time */
  sides(): LogSides
}

interface State {
  readonly claim: CovarianceClaim
  readonly bounds: Margins
  readonly bets: GaussianBets
  readonly needed: { readonly verify: number; readonly refute: number }
  readonly prepared: Whitening | null
  status: Status
  reason: string | null
  n: number
  sum: Matrix | null
  evidence: CovarianceEvidence | null
  passedHi: boolean
  passedLo: boolean
}

/** A check of one covariance claim, guarantee `exact`. Throws `precision` and `level` for impossible settings. */
export function createCovarianceCheck(claim: CovarianceClaim): CovarianceCheck {
  const before = beforeSampling(claim.claimed)
  const bounds = margins(claim)
  const state: State = {
    claim,
    bounds,
    bets: gaussianBets(bounds),
    needed: thresholds(claim),
    prepared: before ? null : whitening(claim.claimed),
    status: before?.status ?? 'running',
    reason: before?.reason ?? null,
    n: 0, sum: null, evidence: null, passedHi: false, passedLo: false,
  }
  return { update: (n, sum) => update(state, n, sum), verdict: () => verdict(state), sides: () => sides(state) }
}

function beforeSampling(claimed: Matrix): { status: Status; reason: string } | null {
  const inadmissible = inadmissibleCovariance(claimed)
  if (inadmissible) return { status: 'refuted', reason: inadmissible }
  const singular = isSingular(claimed)
  return singular ? { status: 'degenerate', reason: 'a singular covariance is claimed; compare exactly' } : null
}

function update(state: State, n: number, sum: Matrix): Status {
  if (state.status !== 'running' || !state.prepared) return state.status
  refuseSize(state, n, sum)
  state.n = n
  state.sum = sum
  if (sum.some((row, i) => !(row[i]! >= 0) || row.some(x => !(Math.abs(x) <= 1e150)))) {
    state.status = 'invalid'
    state.reason = `the sum of ${n} outer products is no covariance; the simulation failed`
    return state.status
  }
  const evidence = covarianceEvidence(state.prepared, state.bounds, state.bets, n, sum)
  state.evidence = evidence
  state.passedHi ||= evidence.hi >= state.needed.verify
  state.passedLo ||= evidence.lo >= state.needed.verify
  const { refute } = state.needed
  if (evidence.atMost >= refute && evidence.against().refute >= refute) state.status = 'refuted'
  else if (state.passedHi && state.passedLo) state.status = 'verified'
  return state.status
}

function refuseSize(state: State, n: number, sum: Matrix): void {
  const d = state.claim.claimed.length
  if (sum.length !== d || sum.some(row => row.length !== d)) {
    throw new NumericalError('matrix-size', `a ${d} x ${d} covariance is claimed, the sum has ${sum.length} rows`)
  }
  if (!Number.isInteger(n) || n <= 0 || n < state.n) {
    throw new NumericalError('count', `totals only grow: ${n} samples after ${state.n}; give the sums over all samples`)
  }
}

function verdict(state: State): Check<number[][]> {
  const { bounds, needed, status, reason, n, sum, evidence } = state
  const against = evidence?.against()
  const estimate = sum && status !== 'invalid' ? sum.map(row => row.map(x => x / n)) : null
  return {
    status, n, reason, estimate,
    standardError: estimate && estimate.map((row, i) =>
      row.map((x, j) => Math.sqrt((estimate[i]![i]! * estimate[j]![j]! + x * x) / n))),
    logE: { ...sides(state), refute: logOf(against?.refute) },
    needed,
    side: status === 'refuted' && against ? (against.above ? 'above' : 'below') : null,
    guarantee: withBias('exact', bounds.bias),
    precision: bounds.precision,
    inner: bounds.conceded,
    bias: bounds.bias,
    bets: against?.bets ?? [],
  }
}

function sides({ evidence }: State): LogSides {
  return { hi: logOf(evidence?.hi), lo: logOf(evidence?.lo) }
}

function logOf(log: number | undefined): number | null {
  return log === undefined ? 0 : finiteOrNull(log)
}
