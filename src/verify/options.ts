/** What a verification of one theorem is asked to spend and to guarantee. */
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
  /** names of the claims to verify; absent: all of them */
  readonly claims?: readonly string[]
}
