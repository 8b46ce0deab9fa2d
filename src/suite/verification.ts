/** What the suite asks of the room that verifies one theorem. */
import type { Theorem } from '../theorem/define.js'
import type { VerifyOptions } from '../verify/options.js'
import type { Progress } from '../verify/progress.js'
import type { Share } from '../verify/shared-draws.js'
import type { Verification } from '../verify/verify-theorem.js'
import { alphaVerify, shareOf } from './budget.js'

export type Verify = (
  theorem: Theorem, options: VerifyOptions, progress: (p: Progress) => void, share?: Share | null,
) => Promise<Verification>

/** What a run asks of a worker. */
export interface TheoremRequest extends VerifyOptions {
  /** number of theorems over which the error budget was split: part of every replay token */
  readonly suiteSize: number
}

type Asked = Pick<VerifyOptions, 'effort' | 'precision' | 'seed' | 'misprints' | 'claims'>

/** What a run of these options asks of a worker, with each theorem's share of the suite's error. */
export const requestOf = (
  { effort, precision, seed, misprints, claims }: Asked, suiteSize: number,
): TheoremRequest => ({
  effort, precision, seed, misprints, suiteSize, alphaVerify, alphaRefute: shareOf(suiteSize),
  ...(claims && { claims }),
})
