/** What a run is asked for. */
import type { TestGenerator } from './generator.js'
import type { Limits } from './limits.js'
import type { Perform } from './pool.js'
import type { Shard } from './plan.js'
import type { Costs } from './shards/costs.js'

export interface RunOptions {
  /** folder of the theorems */
  readonly theorems: string
  readonly patterns: readonly string[]
  /** exactly this id, whatever the patterns */
  readonly only?: string
  /** of those that match, none but these */
  readonly among?: ReadonlySet<string>
  readonly shard?: Shard | undefined
  /** what theorems are expected to cost, for shards; default: what the folder says, or the texts of the modules */
  readonly costs?: Costs
  readonly effort: number
  readonly precision: number
  readonly seed: string
  readonly misprints: boolean
  /** default: one per core */
  readonly threads?: number | undefined
  /** claims to verify in each theorem; default: all */
  readonly claims?: readonly string[]
  /** size of the suite over which the error budget is split; default: the theorems below the folder */
  readonly suiteSize?: number
  /** seconds of an earlier run by file: the longest start first */
  readonly expected?: ReadonlyMap<string, number>
  /** file of the ledger to continue; absent: none */
  readonly ledger?: string
  /** who performs the tasks; default: threads of this process */
  readonly perform?: Perform
  readonly limits?: Limits
  readonly signal?: AbortSignal
  /** how the random numbers are tested in a deep run; default: as the simulation room does */
  readonly testGenerator?: TestGenerator
  /** address of the module that verifies; tests put their own here */
  readonly job?: string
}
