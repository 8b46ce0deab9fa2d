/** How a claim is supported: plain data that says which method is to be run, and nothing of how it runs. */
import type { Theorem } from './define.js'

/** Exact moment equations of the process, compared with the claim as an identity. */
export interface Moments {
  readonly kind: 'moments'
  /** dimensions to prove the claim in; default 1, 2, 3 */
  readonly dimensions?: readonly number[]
}

/** Monte Carlo of the process with sequential verdicts. */
export interface Simulated {
  readonly kind: 'simulated'
  /** dimension of the simulated process; default 2 */
  readonly dimension?: number
  /** relative precision to which the claim is verified; default: that of the run */
  readonly precision?: number
  /**
   * Part of the stability boundary that scaled symbols stay below, 0 < reach <= 1; default 1. Noise that grows with the
   * state has heavy tails near the boundary, where no sample size would decide.
   */
  readonly reach?: number
}

/** The claim follows from another claim of the same theorem, by algebra. */
export interface Follows<Claim extends string = string> {
  readonly kind: 'follows'
  readonly claim: Claim
}

/** At this point of the parameters the claim becomes a claim of another theorem (or another claim of this one). */
export interface Limit<Name extends string = string> {
  readonly kind: 'limit'
  /** symbol -> its limit; Infinity is allowed */
  readonly at: Readonly<Record<string, number>>
  readonly symbols: readonly Name[]
  readonly theorem?: Theorem
  /** default: the claim of the same name, or the only one */
  readonly claim?: string
}

/** An independent deterministic computation of what a claim states. */
export type Oracle = (parameters: Readonly<Record<string, number | readonly (readonly number[])[]>>) =>
  { readonly left: number; readonly right: number; readonly error: number }

/** Both sides agree when computed by another method, with an error bound. */
export interface Agrees {
  readonly kind: 'agrees'
  /** default: quadrature, roots and linear algebra on the claim's own text */
  readonly oracle?: Oracle
  /** draws of the parameters at standard effort; default 20 */
  readonly draws?: number
  /** relative difference that is not told from none; default 1e-8, and 1e-4 in a limit */
  readonly precision?: number
}

/** Existence on both sides of a stated boundary, exactly and by simulation. */
export interface Threshold {
  readonly kind: 'threshold'
  /** points around the boundary over all dimensions, at standard effort; default 48 */
  readonly points?: number
}

/** Exact decisions at drawn parameters: inequalities, "iff" and "implies". */
export interface Pointwise {
  readonly kind: 'pointwise'
  /** dimensions to draw in; default 1, 2, 3 */
  readonly dimensions?: readonly number[]
  /** points over all dimensions, at standard effort; default 60 */
  readonly points?: number
}

/** The whole stationary law, not only its moments. */
export interface LawSupport {
  readonly kind: 'law'
}

/** An identity of functions, for claims that measure nothing; generator(.) and current(.) are those of the process. */
export interface IdentitySupport {
  readonly kind: 'identity'
}

export type Support<Claim extends string = string, Name extends string = string> =
  Moments | Simulated | Follows<Claim> | Limit<Name> | Agrees | Threshold | LawSupport | IdentitySupport | Pointwise

/** Proof or refutation by the exact moments of the process. */
export const moments = (options: Omit<Moments, 'kind'> = {}): Moments => ({ kind: 'moments', ...options })

/** Verification or refutation by simulating the process. */
export const simulated = (options: Omit<Simulated, 'kind'> = {}): Simulated => ({ kind: 'simulated', ...options })

/** Proof that the claim follows from another claim of the theorem: `follows('balance')`. */
export const follows = <const C extends string>(claim: C): Follows<C> => ({ kind: 'follows', claim })

/** Proof that the claim reduces to a known one: `limit({ mu: 0 }, covariance)`. */
export const limit = <const P extends Readonly<Record<string, number>>>(
  at: P, theorem?: Theorem, claim?: string,
): Limit<keyof P & string> => ({
  kind: 'limit',
  at,
  symbols: Object.keys(at) as (keyof P & string)[],
  ...(theorem && { theorem }),
  ...(claim !== undefined && { claim }),
})

/** Verification against an independent deterministic computation. */
export const agrees = (options: Omit<Agrees, 'kind'> = {}): Agrees => ({ kind: 'agrees', ...options })

/** Proof or refutation of "exists(X) iff ..." on both sides of its boundary. */
export const threshold = (options: Omit<Threshold, 'kind'> = {}): Threshold => ({ kind: 'threshold', ...options })

/** Verification, or refutation by a witness, of an inequality or an "iff" at exact points inside the hypotheses. */
export const pointwise = (options: Omit<Pointwise, 'kind'> = {}): Pointwise => ({ kind: 'pointwise', ...options })

/** Verification of a claim about a whole law. */
export const law = (): LawSupport => ({ kind: 'law' })

/** Proof or refutation of an identity of functions that measures nothing. */
export const identity = (): IdentitySupport => ({ kind: 'identity' })
