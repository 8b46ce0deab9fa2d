/** What the reporting thread and a worker say to each other, over a port that no theorem module can reach. */
import type { MessagePort } from 'node:worker_threads'
import type { Theorem } from '../theorem/define.js'
import type { StatementFault } from '../verify/evidence.js'
import type { Progress } from '../verify/verify-theorem.js'

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

export type Reply<Result = unknown> =
  /** the worker is up and begins with the task */
  | { readonly kind: 'started' }
  | { readonly kind: 'imported' }
  | { readonly kind: 'progress'; readonly progress: Progress }
  /** an earlier module of this worker altered a global: nothing was tried */
  | { readonly kind: 'spoiled' }
  | { readonly kind: 'done'; readonly outcome: Outcome<Result> }

/** What became of one module; a fault without a result means that nothing was found out about it. */
export interface Outcome<Result = unknown> {
  readonly result: Result | null
  readonly faults: readonly StatementFault[]
}

/** What a worker does with a well-formed theorem module. */
export type Job<Request = never, Result = unknown> =
  (theorem: Theorem, task: Task<Request>, progress: (p: Progress) => void) => Promise<Outcome<Result>>
