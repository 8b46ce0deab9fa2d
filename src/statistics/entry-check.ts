/**
 * Is the mean of a matrix (or any list) of products the claimed one, entry by entry, for samples of any law?
 * Verified when every entry is (an intersection: no correction); refuted by the average of the entries' e-values.
 * Entry (i, j) is measured in units of sqrt(S_ii S_jj), which also gives claimed zeros a relative error.
 */
import { NumericalError } from '../numeric/errors.js'
import { logMeanExp } from '../numeric/log-sum-exp.js'
import type { Matrix } from '../numeric/matrix.js'
import { inadmissibleCovariance } from './admissible.js'
import { finiteOrNull } from './check.js'
import type { Check, Status } from './check.js'
import { createMeanCheck } from './mean-check.js'
import type { MeanCheck } from './mean-check.js'
import type { MeanClaim, Tier } from './mean-claim.js'
import { margins, thresholds } from './margins.js'
import type { Levels, Precision } from './margins.js'

export interface EntryClaim extends Precision, Levels {
  /** rows x columns of claimed means */
  readonly claimed: Matrix
  /** 'covariance': symmetric second moments, whose diagonal is nonnegative; 'any': entries of either sign */
  readonly kind: 'covariance' | 'any'
  /** positive units of the entries; default for a covariance sqrt(claimed_ii claimed_jj); required for 'any' */
  readonly scale?: Matrix
  readonly tier: Exclude<Tier, 'E'>
  /** tier C: bound on Var X / scale^2 of every entry (on Var X / (E X)^2 on the diagonal of a covariance) */
  readonly cv2?: number
  readonly pilot?: number
  readonly slack?: number
  readonly guard?: number
}

export interface EntryCheck {
  /** Further samples, each rows * columns products in row order; any chunk holds whole samples. */
  update(values: Float64Array): Status
  verdict(): Check<number[][]>
  /** the checks of the entries, named "i,j" from 1 */
  entries(): readonly { readonly name: string; readonly check: Check }[]
}

interface Entry { readonly name: string; readonly offset: number; readonly check: MeanCheck }

/** A check of one matrix claim. Throws `scale` where a scale is missing, and as `createMeanCheck` does. */
export function createEntryCheck(claim: EntryClaim): EntryCheck {
  const needed = thresholds(claim)
  const reason = inadmissibleEntries(claim)
  const entries = reason ? [] : makeEntries(claim)
  const stride = claim.claimed.length * claim.claimed[0]!.length
  let status: Status = reason ? 'refuted' : joint(checksOf(entries), needed.refute).status
  const update = (values: Float64Array): Status => {
    refuseStride(values.length, stride)
    if (status !== 'running') return status
    for (const entry of entries) entry.check.update(column(values, entry.offset, stride))
    status = joint(checksOf(entries), needed.refute).status
    return status
  }
  return {
    update,
    verdict: () => reason ? impossible(claim, reason) : assemble(claim, entries),
    entries: () => entries.map(({ name, check }) => ({ name, check: check.verdict() })),
  }
}

/** The status of an intersection of claims, and the log of the averaged evidence against it. */
export function joint(checks: readonly Check[], needed: number): { status: Status; refute: number } {
  const refute = logMeanExp(checks.map(check => check.logE.refute ?? -Infinity))
  const every = (...wanted: Status[]) => checks.every(check => wanted.includes(check.status))
  const some = (wanted: Status) => checks.some(check => check.status === wanted)
  if (some('invalid')) return { status: 'invalid', refute }
  // an entry stands at alpha / C, so its own refutation already carries the average past 1 / alpha
  if (refute >= needed || some('refuted')) return { status: 'refuted', refute }
  if (every('verified')) return { status: 'verified', refute }
  return { status: every('verified', 'degenerate') ? 'degenerate' : 'running', refute }
}

function makeEntries(claim: EntryClaim): Entry[] {
  const columns = claim.claimed[0]!.length
  const places = claim.claimed.flatMap((row, i) => row.map((_, j) => [i, j] as const))
    .filter(([i, j]) => claim.kind === 'any' || j >= i)
  return places.map(([i, j]) => ({
    name: `${i + 1},${j + 1}`,
    offset: i * columns + j,
    check: createMeanCheck(entryClaim(claim, i, j, places.length)),
  }))
}

function entryClaim(claim: EntryClaim, i: number, j: number, entries: number): MeanClaim {
  const { claimed, kind, scale, alphaRefute, ...shared } = claim
  const common = { ...shared, claimed: claimed[i]![j]!, alphaRefute: alphaRefute / entries, name: `${i + 1},${j + 1}` }
  if (kind === 'covariance' && i === j) return { ...common, support: 'nonnegative' }
  const unit = scale?.[i]?.[j] ?? (kind === 'covariance' ? Math.sqrt(claimed[i]![i]! * claimed[j]![j]!) : undefined)
  if (unit === undefined) {
    throw new NumericalError('scale', `entry ${i + 1},${j + 1} has no scale; give sqrt(S_ii S_jj) of the two factors`)
  }
  // a claimed variance of zero leaves no unit: the entry then starts out degenerate and is compared exactly
  return unit > 0 ? { ...common, support: 'real', scale: unit } : { ...common, claimed: 0, support: 'real' }
}

function inadmissibleEntries({ claimed, kind }: EntryClaim): string | null {
  if (kind === 'covariance') return inadmissibleCovariance(claimed)
  return claimed.flat().every(Number.isFinite) ? null : 'inadmissible claim: a matrix that is not finite'
}

function refuseStride(length: number, stride: number): void {
  if (length % stride !== 0) {
    throw new NumericalError('matrix-size', `${length} numbers are no whole number of samples of ${stride} entries`)
  }
}

function column(values: Float64Array, offset: number, stride: number): Float64Array {
  const entry = new Float64Array(values.length / stride)
  for (let i = 0; i < entry.length; i++) entry[i] = values[offset + i * stride]!
  return entry
}

function checksOf(entries: readonly Entry[]): Check[] {
  return entries.map(entry => entry.check.verdict())
}

function assemble(claim: EntryClaim, entries: readonly Entry[]): Check<number[][]> {
  const checks = checksOf(entries)
  const { status, refute } = joint(checks, thresholds(claim).refute)
  const worst = checks.reduce((a, b) => ((b.logE.refute ?? -Infinity) > (a.logE.refute ?? -Infinity) ? b : a))
  const least = (side: 'hi' | 'lo') => Math.min(...checks.map(check => check.logE[side] ?? -Infinity))
  return {
    ...worst,
    status,
    n: Math.max(...checks.map(check => check.n)),
    reason: checks.find(check => check.reason !== null)?.reason ?? null,
    estimate: spread(claim, entries, checks, 'estimate'),
    standardError: spread(claim, entries, checks, 'standardError'),
    logE: { hi: finiteOrNull(least('hi')), lo: finiteOrNull(least('lo')), refute: finiteOrNull(refute) },
    needed: thresholds(claim),
    side: status !== 'refuted' ? null : worst.side ?? sideOf(worst),
    bets: checks.flatMap(check => check.bets),
  }
}

function sideOf({ bets }: Check): 'above' | 'below' {
  const best = (side: 'up' | 'down') => Math.max(...bets.flatMap(bet => bet[side]), 0)
  return best('up') >= best('down') ? 'above' : 'below'
}

function spread(
  claim: EntryClaim, entries: readonly Entry[], checks: readonly Check[], field: 'estimate' | 'standardError',
): number[][] | null {
  const found = new Map(entries.map((entry, k) => [entry.name, checks[k]![field]]))
  const at = (i: number, j: number) => found.get(`${i + 1},${j + 1}`) ?? found.get(`${j + 1},${i + 1}`) ?? null
  const rows = claim.claimed.map((row, i) => row.map((_, j) => at(i, j)))
  return rows.every(row => row.every(x => x !== null)) ? rows as number[][] : null
}

function impossible(claim: EntryClaim, reason: string): Check<number[][]> {
  const bounds = margins(claim)
  return {
    status: 'refuted', n: 0, estimate: null, standardError: null, logE: { hi: 0, lo: 0, refute: 0 },
    needed: thresholds(claim), side: null, guarantee: 'exact', reason, bets: [],
    precision: bounds.precision, inner: bounds.conceded, bias: bounds.bias,
  }
}
