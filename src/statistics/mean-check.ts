/**
 * Is the mean of a stream the claimed one? Four families of e-processes at fixed thresholds: verified when "off by the
 * precision or more" is excluded on both sides, refuted when the averaged evidence against "within the inner margin"
 * passes 1 / alpha. Valid at every stopping time (Ville), so any running check may be continued, never restarted.
 */
import { NumericalError } from '../numeric/errors.js'
import { firstBet, gaussianBets, logRefutation } from './bet-grid.js'
import type { BetLogs, GaussianBets } from './bet-grid.js'
import { finiteOrNull } from './check.js'
import type { Check, Status } from './check.js'
import { applyFactor } from './factors.js'
import { settleClaim } from './mean-claim.js'
import type { MeanClaim, SettledClaim } from './mean-claim.js'
import { streamBets } from './stream-bets.js'
import { count, emptyTally, isBalanced, meanAndVariance } from './tally.js'
import type { Tally } from './tally.js'
import { BLOCK, freshWealth, play, readWealth } from './wealth.js'
import type { Wealth } from './wealth.js'

export interface MeanCheck {
  /**
   * Takes the next samples of X, in the order of their generation; looks every 32 samples whatever the chunks.
   * Once decided, further samples are ignored. NaN, infinities, |X| > 1e150 and negative values of a nonnegative
   * quantity make the check `invalid`.
   */
  update(values: Float64Array): Status
  /** Tier E only: `degrees` further squares whose sum divided by the claimed mean is `ratio`; one look. */
  updateSums(degrees: number, ratio: number): Status
  verdict(): Check
}

interface State {
  readonly claim: SettledClaim
  readonly first: number
  readonly gaussian: GaussianBets | null
  readonly tally: Tally
  readonly y: Float64Array
  wealth: Wealth | null
  status: Status
  reason: string | null
  passedHi: boolean
  passedLo: boolean
}

/** A check of one scalar claim. Throws for impossible settings (`precision`, `level`, `scale`, `cv2`, `tier`). */
export function createMeanCheck(claim: MeanClaim): MeanCheck {
  const settled = settleClaim(claim)
  const state: State = {
    claim: settled,
    first: firstBet(settled.margins.inner),
    gaussian: settled.tier === 'E' ? gaussianBets(settled.margins) : null,
    tally: emptyTally(),
    y: new Float64Array(BLOCK),
    wealth: settled.tier === 'C' && !settled.unitless
      ? freshWealth(streamBets(settled.margins, settled.cv2, settled.nonnegative)) : null,
    status: settled.verdict?.status ?? 'running',
    reason: settled.verdict?.reason ?? null,
    passedHi: false,
    passedLo: false,
  }
  return {
    update: values => update(state, values),
    updateSums: (degrees, ratio) => updateSums(state, degrees, ratio),
    verdict: () => verdict(state),
  }
}

function update(state: State, values: Float64Array): Status {
  for (let from = 0; from < values.length && state.status === 'running';) {
    const room = BLOCK - state.tally.n % BLOCK
    const size = Math.min(room, values.length - from)
    const good = standardise(state, values, from, size)
    count(state.tally, state.y, good)
    if (state.wealth && state.status === 'running') play(state.wealth, state.y, good)
    if (size === room && state.status === 'running') look(state)
    from += size
  }
  return state.status
}

/** Fills y with relative errors up to the first bad sample, which ends the check; returns how many are good. */
function standardise(state: State, values: Float64Array, from: number, size: number): number {
  const { claimed, scale, nonnegative } = state.claim
  for (let i = 0; i < size; i++) {
    const x = values[from + i]!
    if (!(Math.abs(x) <= 1e150) || (nonnegative && x < 0)) {
      state.status = 'invalid'
      state.reason = `sample ${state.tally.n + i + 1} is ${x}; the simulation failed or left its support`
      return i
    }
    state.y[i] = (x - claimed) / scale
  }
  return size
}

function updateSums(state: State, degrees: number, ratio: number): Status {
  if (!state.gaussian) throw new NumericalError('tier', 'sums decide only for tier E; give the samples themselves')
  if (state.status !== 'running') return state.status
  if (!(Number.isInteger(degrees) && degrees >= 0 && ratio >= 0 && ratio < Infinity)) {
    state.status = 'invalid'
    state.reason = `a sum of ${degrees} squares is ${ratio}; the simulation failed`
    return state.status
  }
  state.tally.n += degrees
  state.tally.sum += ratio - degrees
  look(state)
  return state.status
}

function look(state: State): void {
  const { claim, tally } = state
  if (!state.gaussian && !state.wealth) {
    if (tally.n >= claim.pilot) endPilot(state)
    return
  }
  const logs = logsOf(state)
  const { trustHi, trustLo } = trust(state)
  state.passedHi ||= trustHi && logs.hi >= claim.needed.verify
  state.passedLo ||= trustLo && logs.lo >= claim.needed.verify
  if (logRefutation(logs, state.first, trustLo, trustHi) >= claim.needed.refute) state.status = 'refuted'
  else if (state.passedHi && state.passedLo) state.status = 'verified'
}

/** The pilot's samples set the variance bound and are no evidence themselves. */
function endPilot(state: State): void {
  const { claim, tally } = state
  const { mean, variance } = meanAndVariance(tally)
  // the variance of equal numbers is what rounding left of their square
  if (variance <= 1e-24 + 1e-12 * mean ** 2 || claim.unitless) {
    return settleWithoutChance(state, mean, Math.sqrt(variance / tally.n))
  }
  const cv2 = claim.slack * variance / (claim.nonnegative ? (1 + mean) ** 2 : 1)
  state.wealth = freshWealth(streamBets(claim.margins, cv2, claim.nonnegative))
}

/** Relative error, and absolute where there is no unit, within which samples without chance are those claimed. */
const SAME = 1e-9
const ZERO = 1e-6
/** Standard errors by which a mean must differ from a claimed 0 that leaves no room for chance. */
const APART = 6

/** Samples that do not vary are compared with the claim; so are those of a claim that lets nothing vary. */
function settleWithoutChance(state: State, mean: number, error: number): void {
  const { claim, tally } = state
  const isSame = Math.abs(mean) <= (claim.unitless ? ZERO : SAME)
  if (isSame) {
    state.status = 'degenerate'
    state.reason = `${tally.n} samples without variance, all as claimed`
  } else if (Math.abs(mean) > APART * error) {
    state.status = 'refuted'
    state.reason =
      `${tally.n} samples of mean ${claim.claimed + claim.scale * mean} where the claim leaves no room for chance`
  }
}

/** Betting needs no moments, so for nonnegative samples dominance only discredits "the mean is lower". */
function trust({ claim, tally }: State): { trustHi: boolean; trustLo: boolean } {
  const balanced = claim.tier !== 'A' || isBalanced(tally, claim.guard)
  return { trustHi: balanced, trustLo: balanced || claim.nonnegative }
}

function logsOf({ gaussian, wealth, tally }: State): BetLogs {
  if (wealth) return readWealth(wealth)
  if (!gaussian) return { hi: 0, lo: 0, up: [], down: [] }
  const at = (factor: GaussianBets['hi']) => applyFactor(factor, tally.n, tally.n + tally.sum)
  return { hi: at(gaussian.hi), lo: at(gaussian.lo), up: gaussian.up.map(at), down: gaussian.down.map(at) }
}

function verdict(state: State): Check {
  const { claim, status, reason, tally: { n } } = state
  const logs = logsOf(state)
  const { trustHi, trustLo } = trust(state)
  const started = logs.up.length > 0 && n > 0
  const refute = started ? logRefutation(logs, state.first, trustLo, trustHi) : 0
  const above = Math.max(...logs.up, 0) >= Math.max(...logs.down, 0)
  return {
    status, n, reason,
    ...estimateOf(state),
    logE: { hi: finiteOrNull(logs.hi), lo: finiteOrNull(logs.lo), refute: finiteOrNull(refute) },
    needed: claim.needed,
    side: status !== 'refuted' || n === 0 ? null : above ? 'above' : 'below',
    guarantee: claim.guarantee,
    precision: claim.margins.precision,
    inner: claim.margins.conceded,
    bias: claim.margins.bias,
    bets: started ? [{ component: claim.name, up: trusted(logs.up, trustLo), down: trusted(logs.down, trustHi) }] : [],
  }
}

/** Evidence that may not be trusted must not enter a pool either: no evidence is wealth 1 at most. */
function trusted(logs: readonly number[], trust: boolean): number[] {
  return logs.map(log => (trust ? log : Math.min(log, 0)))
}

function estimateOf({ claim, tally }: State): { estimate: number | null; standardError: number | null } {
  if (tally.n === 0) return { estimate: null, standardError: null }
  const { mean, variance } = meanAndVariance(tally)
  const estimate = claim.claimed + claim.scale * mean
  const spread = claim.tier === 'E' ? estimate * Math.sqrt(2 / tally.n) : claim.scale * Math.sqrt(variance / tally.n)
  return { estimate: finiteOrNull(estimate), standardError: finiteOrNull(spread) }
}
