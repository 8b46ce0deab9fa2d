/** What the reporting thread and a worker say to each other, over a port that no theorem module can reach. */
import type { MessagePort } from 'node:worker_threads'
import type { Theorem } from '../theorem/define.js'
import type { StatementFault } from '../verify/evidence.js'
import type { Decided } from '../verify/decided.js'
import type { Progress } from '../verify/progress.js'
import type { Share } from '../verify/shared-draws.js'
import type { DrawBoard } from './draw-board.js'

export type { Progress }

/** Sent over the worker's public port, once, before anything foreign is imported. */
export interface Hello {
  readonly port: MessagePort
  /** module whose default export is a Job */
  readonly job: string
  /** brings the ports of threads that help with simulations */
  readonly hands: MessagePort
}

/** One theorem module, and what the job is to do with it. */
export interface Task<Request = unknown> {
  readonly id: string
  readonly file: string
  readonly path: string
  readonly request: Request
}

/** What a worker is told, one task at a time. */
export type Order =
  /** `isShared`: others may decide draws of the theorem */
  | { readonly kind: 'task'; readonly task: Task; readonly isShared: boolean }
  | ({ readonly kind: 'drawEnded' } & DrawEnded)

/** Decisions by their keys. */
export type Decisions = readonly (readonly [string, Decided])[]

/** What became of a draw that somebody else had: its decisions, or null where it is free again. */
export interface DrawEnded {
  readonly draw: number
  readonly found: Decisions | null
}

export type Reply<Result = unknown> =
  /** the worker is up and begins with the task */
  | { readonly kind: 'started' }
  | { readonly kind: 'imported' }
  | { readonly kind: 'progress'; readonly progress: Progress }
  /** draws that others may decide */
  | { readonly kind: 'shares'; readonly board: DrawBoard }
  /** an earlier module of this worker altered a global: nothing was tried */
  | { readonly kind: 'spoiled' }
  | { readonly kind: 'done'; readonly outcome: Outcome<Result> }

/** What became of one module; a fault without a result means that nothing was found out about it. */
export interface Outcome<Result = unknown> {
  readonly result: Result | null
  readonly faults: readonly StatementFault[]
}

/** What a worker does with a well-formed theorem module, with others where its draws may be shared. */
export type Job<Request = never, Result = unknown> = (
  theorem: Theorem, task: Task<Request>, progress: (p: Progress) => void, share?: Share | null,
) => Promise<Outcome<Result>>
