/** What every kind of process answers for itself: its moments, their existence, and its wrong versions. */
import type { DiffusionMoments } from '../../process/ito/diffusion-moments.js'
import type { Chain, ExpandOptions } from '../../process/moments/chain.js'
import type { Stability } from '../../process/stability/certify.js'
import type { Expression } from '../../symbolic/expression.js'
import type { Rational } from '../../symbolic/rings/rational.js'
import type { CompiledTheorem } from '../../theorem/compile.js'
import type { Support } from '../../theorem/support.js'
import type { Base } from '../algebra.js'
import type { ProcessMisprint } from '../process-misprints.js'
import type { Recording } from '../recording.js'
import type { SampledProcess } from '../sampled-process.js'
import type { AveragesWanted } from '../text-averages.js'

export interface ProcessKind {
  /** is it a text, of which moments can be computed? */
  readonly hasMoments: boolean
  /** are there steps in matrices, to be compared with others and to be read in every dimension at once? */
  readonly hasSteps: boolean
  /** evidence that reads it without sampling, fast enough for every misprint of it */
  readonly readers: ReadonlySet<Support['kind']>
  /** What is known of the stationary law; `chain` expands the steps. @throws StatementError where there are none */
  stationary<T>(compiled: CompiledTheorem, options: ExpandOptions<T>, chain: () => Chain<T>): DiffusionMoments<T>
  /** Are the moments of an even degree finite, and approached from every start? */
  stability(base: Base<Rational>, degree: number): Stability
  /** Are the fourth moments infinite? @throws StatementError UNSTABLE where the second are */
  isHeavyTailed(base: Base<number>): boolean
  /** What a simulation runs, whose means of some measures are off by at most a share. @throws StatementError */
  sampled(base: Base<number>, measures: readonly Expression[], share: number): SampledProcess
  /** Samples of averages over it. @throws StatementError for a process that cannot be simulated */
  averages(wanted: AveragesWanted): Recording
  /** every misprint of it, in a fixed order */
  misprints(compiled: CompiledTheorem): readonly ProcessMisprint[]
}
