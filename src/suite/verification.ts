/** What the suite asks of the room that verifies one theorem. */
import type { Theorem } from '../theorem/define.js'
import type { VerifyOptions } from '../verify/options.js'
import type { Progress, Verification } from '../verify/verify-theorem.js'

export type Verify = (
  theorem: Theorem, options: VerifyOptions, progress: (p: Progress) => void,
) => Promise<Verification>

/** What a run asks of a worker. */
export interface TheoremRequest extends VerifyOptions {
  /** number of theorems over which the error budget was split: part of every replay token */
  readonly suiteSize: number
}
