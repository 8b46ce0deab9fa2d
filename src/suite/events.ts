/** What a run tells while it goes on; every hook is optional, as in vitest's reporters. */
import type { RunReport, StatementFault, TheoremReport } from '../verify/evidence.js'
import type { TheoremFile } from './discover.js'
import type { FallenClaim } from './fallen.js'
import type { GeneratorReport } from './generator.js'
import type { Progress } from './messages.js'
import type { Part } from './shards/part.js'

/** How a run was asked for, as far as it decides the results. */
export interface RunConditions {
  readonly effort: number
  readonly misprints: boolean
  readonly patterns: readonly string[]
  /** "2/3", or null for the whole */
  readonly shard: string | null
}

/** The record of a whole run, with its conditions. */
export interface SuiteReport extends RunReport {
  /** published claims that fell, each with its counterexample and its correction */
  readonly fallen: readonly FallenClaim[]
  /** of a shard: decided draws of theorems that are split, for `assay merge` */
  readonly part?: Part
  readonly run: RunConditions & {
    readonly interrupted: boolean
    /** what the test of the random numbers found; null below deep effort */
    readonly generator: GeneratorReport | null
    /** file of the ledger, and how many theorems it spared */
    readonly ledger?: { readonly file: string; readonly kept: number }
  }
}

export interface RunStart {
  /** in the order in which they are started */
  readonly theorems: readonly TheoremFile[]
  readonly seed: string
  readonly threads: number
  /** theorems whose reports the ledger holds; they are told by onTheoremDone at once */
  readonly kept?: number
  /** seconds by file, from an earlier run */
  readonly expected: ReadonlyMap<string, number>
}

export interface RunEvents {
  onRunStart?(start: RunStart): void
  onTheoremStart?(theorem: TheoremFile): void
  onProgress?(theorem: TheoremFile, progress: Progress): void
  /** after its result and its faults, if any, were told */
  onTheoremEnd?(theorem: TheoremFile): void
  /** `output` is what the module printed */
  onTheoremDone?(report: TheoremReport, output: string): void
  onFault?(fault: StatementFault): void
  onRunEnd?(report: SuiteReport): void | Promise<void>
}

/** Several listeners as one, told in order. */
export function broadcast(listeners: readonly RunEvents[]): Required<RunEvents> {
  return {
    onRunStart: (start) => listeners.forEach((l) => l.onRunStart?.(start)),
    onTheoremStart: (theorem) => listeners.forEach((l) => l.onTheoremStart?.(theorem)),
    onProgress: (theorem, progress) => listeners.forEach((l) => l.onProgress?.(theorem, progress)),
    onTheoremEnd: (theorem) => listeners.forEach((l) => l.onTheoremEnd?.(theorem)),
    onTheoremDone: (report, output) => listeners.forEach((l) => l.onTheoremDone?.(report, output)),
    onFault: (fault) => listeners.forEach((l) => l.onFault?.(fault)),
    async onRunEnd(report) {
      for (const listener of listeners) await listener.onRunEnd?.(report)
    },
  }
}
