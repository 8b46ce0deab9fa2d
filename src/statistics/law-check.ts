/**
 * Do samples follow the claimed law? u = F0(x) is uniform if they do. Refuted by Dirichlet-multinomial evidence on 32
 * equiprobable bins, or, where the simulation is biased, by the anytime band; verified when the sup distance of the
 * distribution functions is below the precision, by the same band. u falls where x rises is no distribution function.
 */
import { finiteOrNull } from './check.js'
import type { Bias, Check, Status } from './check.js'
import { logUniformityEvidence } from './dirichlet-multinomial.js'
import { anytimeBand } from './empirical-band.js'
import { margins, thresholds, withBias } from './margins.js'
import type { Levels, Margins, Precision } from './margins.js'

const BINS = 32
/** for the sup distance: known to 1 / FINE */
const FINE = 4096
const LOOK = 512

export interface LawClaim extends Precision, Levels {
  /** claimed distribution function, values in [0, 1] */
  readonly cdf: (x: number) => number
  /** largest sup distance of the distribution functions that counts as the same law; default 0.02 */
  readonly precision?: number
  /** of the simulated distribution function, in sup distance */
  readonly bias?: Bias
}

export interface LawCheck {
  /** Independent samples, in order; looks every 512. */
  update(values: Float64Array): Status
  /** `estimate` is the sup distance of the empirical law from the claim, `standardError` the band around it. */
  verdict(): Check
}

interface State {
  readonly claim: LawClaim
  readonly bounds: Margins
  readonly needed: { readonly verify: number; readonly refute: number }
  readonly counts: Float64Array
  /** smallest and largest x of every fine bin */
  readonly least: Float64Array
  readonly most: Float64Array
  n: number
  status: Status
  reason: string | null
}

/** A check of one law, guarantee `exact` for independent samples. Throws `precision` and `level`. */
export function createLawCheck(claim: LawClaim): LawCheck {
  const state: State = {
    claim,
    bounds: margins(claim),
    needed: thresholds(claim),
    counts: new Float64Array(FINE),
    least: new Float64Array(FINE).fill(Infinity),
    most: new Float64Array(FINE).fill(-Infinity),
    n: 0, status: 'running', reason: null,
  }
  return { update: values => update(state, values), verdict: () => verdict(state) }
}

function update(state: State, values: Float64Array): Status {
  for (let i = 0; i < values.length && state.status === 'running'; i++) {
    place(state, values[i]!)
    if (state.status === 'running' && state.n % LOOK === 0) look(state)
  }
  return state.status
}

function place(state: State, x: number): void {
  const u = state.claim.cdf(x)
  if (!Number.isFinite(x)) return end(state, 'invalid', `sample ${state.n + 1} is ${x}; the simulation failed`)
  if (!(u >= -1e-9 && u <= 1 + 1e-9)) {
    return end(state, 'refuted', `inadmissible claim: a distribution function with value ${u} at ${x}`)
  }
  const bin = Math.min(Math.max(Math.floor(u * FINE), 0), FINE - 1)
  state.counts[bin]! += 1
  state.least[bin] = Math.min(state.least[bin]!, x)
  state.most[bin] = Math.max(state.most[bin]!, x)
  state.n++
}

function look(state: State): void {
  const { claim, bounds, n } = state
  const fall = firstFall(state)
  if (fall !== null) return end(state, 'refuted', `inadmissible claim: the distribution function falls near ${fall}`)
  const { atLeast, atMost } = distance(state)
  const band = anytimeBand(n, claim.alphaRefute)
  const far = bounds.inner > 0 ? atLeast - band > bounds.inner : evidence(state) >= state.needed.refute
  if (far) state.status = 'refuted'
  else if (atMost + anytimeBand(n, claim.alphaVerify ?? 1e-6) <= bounds.outer) state.status = 'verified'
}

function end(state: State, status: Status, reason: string): void {
  state.status = status
  state.reason = reason
}

/** A point where some x of a higher bin lies below an x of a lower bin: there F0 decreases. */
function firstFall({ least, most }: State): number | null {
  let highest = -Infinity
  for (let j = 0; j < FINE; j++) {
    if (least[j]! < highest) return least[j]!
    highest = Math.max(highest, most[j]!)
  }
  return null
}

/** Bounds on sup |F_n - F0| from the fine counts. */
function distance({ counts, n }: State): { atLeast: number; atMost: number } {
  let [below, atLeast, atMost] = [0, 0, 0]
  for (let j = 0; j < FINE; j++) {
    const before = below / n
    below += counts[j]!
    const after = below / n
    atLeast = Math.max(atLeast, Math.abs(after - (j + 1) / FINE))
    atMost = Math.max(atMost, after - j / FINE, (j + 1) / FINE - before)
  }
  return { atLeast, atMost }
}

function evidence({ counts }: State): number {
  const coarse = new Float64Array(BINS)
  counts.forEach((count, j) => { coarse[Math.floor(j * BINS / FINE)]! += count })
  return logUniformityEvidence(coarse)
}

function verdict(state: State): Check {
  const { bounds, n, status, reason, needed, claim } = state
  return {
    status, n, reason, needed,
    estimate: n > 0 ? distance(state).atMost : null,
    standardError: n > 0 ? anytimeBand(n, claim.alphaVerify ?? 1e-6) : null,
    logE: { hi: null, lo: null, refute: n > 0 ? finiteOrNull(evidence(state)) : 0 },
    side: null,
    guarantee: withBias('exact', bounds.bias),
    precision: bounds.precision,
    inner: bounds.conceded,
    bias: bounds.bias,
    bets: [],
  }
}
