/** What a verification of one theorem is asked to spend and to guarantee. */
import type { Decided } from './decided.js'

export interface VerifyOptions {
  /** multiplier of draws and samples; 1 is standard */
  readonly effort: number
  /** relative precision delta within which a simulated claim is verified, 0 < delta < 1 */
  readonly precision: number
  readonly seed: string
  /** probability of verifying a claim that is wrong by more than `precision` */
  readonly alphaVerify: number
  /** probability of refuting a true claim, this theorem's share of the suite's */
  readonly alphaRefute: number
  readonly misprints: boolean
  /** decisions of simulated draws that are known already, by their keys */
  readonly decisions?: ReadonlyMap<string, Decided>
  /** names of the claims to verify; absent: all of them */
  readonly claims?: readonly string[]
}
