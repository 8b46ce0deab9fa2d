/**
 * From a wanted precision to the two margins that are tested: verify against |d| >= outer, refute against |d| <= inner,
 * d the relative error of the claim. A bias b of the simulation costs both: outer = delta - b, inner = inner + b.
 */
import { NumericalError } from '../numeric/errors.js'
import type { Bias, Guarantee } from './check.js'

export interface Precision {
  /** relative error below which a claim counts as verified; default 0.02 */
  readonly precision?: number
  /** relative error the claim concedes, such as a proved remainder; default 0 */
  readonly inner?: number
  /** relative bias of the simulation; default none */
  readonly bias?: Bias
}

export interface Levels {
  /** probability of verifying a claim that is off by the precision; default 1e-6 */
  readonly alphaVerify?: number
  /** probability of refuting a claim within the inner margin; from the budget of the suite */
  readonly alphaRefute: number
}

export interface Margins {
  readonly precision: number
  readonly conceded: number
  readonly bias: Bias
  readonly outer: number
  readonly inner: number
}

export const NO_BIAS: Bias = { value: 0, origin: 'none' }

/** The margins of a precision. Throws `precision` unless 0 <= inner + bias < precision - bias < 1. */
export function margins({ precision = 0.02, inner = 0, bias = NO_BIAS }: Precision): Margins {
  const outer = precision - bias.value
  const reach = inner + bias.value
  if (!(inner >= 0 && bias.value >= 0 && reach < outer && outer < 1)) {
    throw new NumericalError('precision',
      `precision ${precision} has no room for inner margin ${inner} and bias ${bias.value}; simulate longer`)
  }
  return { precision, conceded: inner, bias, outer, inner: reach }
}

/** ln(1 / alpha) of both kinds. Throws `level` unless every alpha lies in (0, 1). */
export function thresholds({ alphaVerify = 1e-6, alphaRefute }: Levels): { verify: number; refute: number } {
  for (const alpha of [alphaVerify, alphaRefute]) {
    if (!(alpha > 0 && alpha < 1)) throw new NumericalError('level', `an error rate lies between 0 and 1, got ${alpha}`)
  }
  return { verify: -Math.log(alphaVerify), refute: -Math.log(alphaRefute) }
}

/** The guarantee that is left when the bias is only estimated. */
export function withBias(guarantee: Guarantee, bias: Bias): Guarantee {
  if (bias.origin !== 'estimated' || guarantee === 'asymptotic') return guarantee
  return guarantee === 'exact' ? 'conditional: estimated bias' : `${guarantee}, estimated bias`
}
