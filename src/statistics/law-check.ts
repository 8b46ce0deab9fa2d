/**
 * Do samples follow the claimed law? u = F0(x) is uniform if they do. Refuted by Dirichlet-multinomial evidence on 32
 * equiprobable bins, or, where the simulation is biased, by the anytime band; verified when the sup distance of the
 * distribution functions is below the precision, by the same band. u falls where x rises is no distribution function.
 */
import { distance, evidence, firstFall, isAgainst, isFarther, isNearer, noSamples, place } from './binned-law.js'
import type { BinnedLaw } from './binned-law.js'
import { finiteOrNull } from './check.js'
import type { Bias, Check, Status } from './check.js'
import { anytimeBand } from './empirical-band.js'
import { margins, thresholds, withBias } from './margins.js'
import type { Levels, Margins, Precision } from './margins.js'

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
  readonly law: BinnedLaw
  status: Status
  reason: string | null
}

/** A check of one law, guarantee `exact` for independent samples. Throws `precision` and `level`. */
export function createLawCheck(claim: LawClaim): LawCheck {
  const state: State = {
    claim,
    bounds: margins(claim),
    needed: thresholds(claim),
    law: noSamples(),
    status: 'running', reason: null,
  }
  return { update: values => update(state, values), verdict: () => verdict(state) }
}

function update(state: State, values: Float64Array): Status {
  for (let i = 0; i < values.length && state.status === 'running'; i++) {
    take(state, values[i]!)
    if (state.status === 'running' && state.law.n % LOOK === 0) look(state)
  }
  return state.status
}

function take(state: State, x: number): void {
  const u = state.claim.cdf(x)
  if (!Number.isFinite(x)) return end(state, 'invalid', `sample ${state.law.n + 1} is ${x}; the simulation failed`)
  if (!(u >= -1e-9 && u <= 1 + 1e-9)) {
    return end(state, 'refuted', `inadmissible claim: a distribution function with value ${u} at ${x}`)
  }
  place(state.law, x, u)
}

function look(state: State): void {
  const { claim, law, bounds, needed } = state
  if (law.falls) {
    return end(state, 'refuted', `inadmissible claim: the distribution function falls near ${firstFall(law)}`)
  }
  const [far, near] = [anytimeBand(law.n, claim.alphaRefute), anytimeBand(law.n, claim.alphaVerify ?? 1e-6)]
  const isRefuted = bounds.inner > 0 ? isFarther(law, (atLeast) => atLeast - far > bounds.inner)
    : isAgainst(law, needed.refute)
  if (isRefuted) state.status = 'refuted'
  else if (isNearer(law, (atMost) => atMost + near <= bounds.outer)) state.status = 'verified'
}

function end(state: State, status: Status, reason: string): void {
  state.status = status
  state.reason = reason
}

function verdict(state: State): Check {
  const { bounds, law, status, reason, needed, claim } = state
  const { n } = law
  return {
    status, n, reason, needed,
    estimate: n > 0 ? distance(law).atMost : null,
    standardError: n > 0 ? anytimeBand(n, claim.alphaVerify ?? 1e-6) : null,
    logE: { hi: null, lo: null, refute: n > 0 ? finiteOrNull(evidence(law)) : 0 },
    side: null,
    guarantee: withBias('exact', bounds.bias),
    precision: bounds.precision,
    inner: bounds.conceded,
    bias: bounds.bias,
    bets: [],
  }
}
