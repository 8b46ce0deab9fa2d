/**
 * The claim "the mean is `claimed`", made complete: which law the samples follow (tier), how errors are scaled,
 * and whether there is anything to sample at all.
 */
import { NumericalError } from '../numeric/errors.js'
import type { Bias, Guarantee, Status } from './check.js'
import { margins, thresholds, withBias } from './margins.js'
import type { Levels, Margins, Precision } from './margins.js'

/**
 * E: X = s^2 z^2 with z exactly standard normal, claimed = s^2 (exact) · C: a bound `cv2` is given (conditional)
 * · A: twice a pilot estimate stands for the bound, with a guard against dominant samples (asymptotic).
 */
export type Tier = 'E' | 'C' | 'A'

export interface MeanClaim extends Precision, Levels {
  readonly claimed: number
  /** unit of relative error, positive; default |claimed|, and for nonnegative support always that */
  readonly scale?: number
  readonly support: 'nonnegative' | 'real'
  readonly tier: Tier
  /** tier C. nonnegative: bound on Var X / (E X)^2; real: bound on Var X / scale^2 */
  readonly cv2?: number
  /** tier A: samples that only set the variance bound, rounded up to a multiple of 32; default 1024 */
  readonly pilot?: number
  /** tier A: factor on the pilot's variance; default 2 */
  readonly slack?: number
  /** tier A: largest share of the sum of squares one sample may carry; default 0.05 */
  readonly guard?: number
  /** name of the component in pooled evidence; default 'mean' */
  readonly name?: string
}

export interface SettledClaim {
  readonly name: string
  readonly claimed: number
  readonly scale: number
  readonly nonnegative: boolean
  readonly tier: Tier
  readonly cv2: number
  readonly pilot: number
  readonly slack: number
  readonly guard: number
  readonly margins: Margins
  readonly needed: { readonly verify: number; readonly refute: number }
  readonly guarantee: Guarantee
  /** a claimed mean of 0 without a unit: only samples that are 0 agree with it */
  readonly unitless: boolean
  /** decided before any sample: an impossible claim, or one without randomness */
  readonly verdict: { readonly status: Status; readonly reason: string } | null
}

/** Fills the defaults. Throws `precision`, `level`, `scale`, `cv2` for settings that no claim can have. */
export function settleClaim(claim: MeanClaim): SettledClaim {
  const nonnegative = claim.support === 'nonnegative'
  const bounds = margins(claim)
  refuseSettings(claim)
  const unitless = claim.claimed === 0 && (nonnegative || claim.scale === undefined)
  return {
    name: claim.name ?? 'mean',
    claimed: claim.claimed,
    scale: unitless ? 1 : claim.scale ?? Math.abs(claim.claimed),
    unitless,
    nonnegative,
    tier: claim.tier,
    cv2: claim.cv2 ?? NaN,
    pilot: claim.tier === 'A' || unitless ? claim.pilot ?? 1024 : 0,
    slack: claim.slack ?? 2,
    guard: claim.guard ?? 0.05,
    margins: bounds,
    needed: thresholds(claim),
    guarantee: guaranteeOf(claim, bounds.bias),
    verdict: beforeSampling(claim, nonnegative),
  }
}

function refuseSettings({ tier, support, scale, claimed, cv2 }: MeanClaim): void {
  if (scale !== undefined && !(scale > 0 && scale < Infinity)) {
    throw new NumericalError('scale', `the scale of a claim is positive and finite, got ${scale}`)
  }
  if (support === 'nonnegative' && scale !== undefined && scale !== claimed && claimed > 0) {
    throw new NumericalError('scale', `a nonnegative mean is its own scale, not ${scale}; leave scale out`)
  }
  if (tier === 'C' && !(cv2 !== undefined && cv2 > 0 && cv2 < Infinity)) {
    throw new NumericalError('cv2', `tier C needs a positive bound cv2, got ${cv2}; give one or use tier A`)
  }
  if (tier === 'E' && support !== 'nonnegative') {
    throw new NumericalError('tier', 'tier E is for squares of Gaussian values, which are nonnegative; use tier C or A')
  }
}

function guaranteeOf({ tier, cv2 }: MeanClaim, bias: Bias): Guarantee {
  return withBias(tier === 'E' ? 'exact' : tier === 'C' ? `conditional: cv2 <= ${cv2}` : 'asymptotic', bias)
}

function beforeSampling({ claimed, tier }: MeanClaim, nonnegative: boolean): SettledClaim['verdict'] {
  if (!Number.isFinite(claimed)) return { status: 'refuted', reason: `inadmissible claim: a mean of ${claimed}` }
  if (nonnegative && claimed < 0) {
    return { status: 'refuted', reason: `inadmissible claim: a mean of ${claimed} for a nonnegative quantity` }
  }
  // squares of exact normals are 0 only where nothing is drawn at all
  if (claimed === 0 && tier === 'E') {
    return { status: 'degenerate', reason: 'a claimed mean of 0 has no scale; compare exactly or give one' }
  }
  return null
}
