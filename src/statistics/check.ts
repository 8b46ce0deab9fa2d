/**
 * What every statistical check answers: one shape, plain data. A status is reached at a stopping time and then stays;
 * `running` may be continued with fresh samples for ever, since e-processes are valid at every sample size (Ville).
 */

/** degenerate: the sample shows no randomness (or the claim allows none), so an exact comparison must decide. */
export type Status = 'running' | 'verified' | 'refuted' | 'invalid' | 'degenerate'

/** What the error rate rests on: nothing but independence, a stated moment bound, or a large sample. */
export type Guarantee = 'exact' | `conditional: ${string}` | 'asymptotic'

/** A bound on |simulated / ideal - 1|, with where it comes from; an estimated one weakens the guarantee. */
export interface Bias {
  readonly value: number
  readonly origin: 'none' | 'contraction' | 'exact recursion' | 'remainder' | 'estimated'
}

/** Logs of the evidence against: mean too high, mean too low (both wanted to verify), and the claim itself. */
export interface LogEvidence {
  readonly hi: number | null
  readonly lo: number | null
  readonly refute: number | null
}

/** The evidence that is wanted to verify. */
export type LogSides = Pick<LogEvidence, 'hi' | 'lo'>

/** Log wealth of each bet of one component against "not above" and "not below"; what the pool over draws adds up. */
export interface BetLog {
  readonly component: string
  readonly up: readonly number[]
  readonly down: readonly number[]
}

/** Estimate is a number for scalar claims, rows of numbers for matrix claims. */
export interface Check<Estimate = number> {
  readonly status: Status
  /** samples used when the status was reached */
  readonly n: number
  readonly estimate: Estimate | null
  readonly standardError: Estimate | null
  readonly logE: LogEvidence
  /** the logs needed: ln(1 / alpha) of either kind */
  readonly needed: { readonly verify: number; readonly refute: number }
  /** where the truth lies relative to a refuted claim */
  readonly side: 'above' | 'below' | null
  readonly guarantee: Guarantee
  /** why there is nothing to sample, or what was wrong with the samples */
  readonly reason: string | null
  readonly precision: number
  readonly inner: number
  readonly bias: Bias
  readonly bets: readonly BetLog[]
}

/** The number, or null where JSON has none. */
export function finiteOrNull(x: number): number | null {
  return Number.isFinite(x) ? x : null
}
