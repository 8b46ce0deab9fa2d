/**
 * Many tasks on a few long-lived threads. Each module's outcome is the same for any number of threads:
 * it depends on the module and its task only.
 */
import type { Outcome, Progress, Task } from './messages.js'
import { createSeat, type SeatOptions } from './seat.js'

export interface PoolOptions extends SeatOptions {
  readonly threads: number
}

export interface PoolEvents<Result, T extends Task = Task> {
  onStart?(task: T): void
  onProgress?(task: T, progress: Progress): void
  onOutcome?(task: T, outcome: Outcome<Result>, output: string): void
}

/** A way of performing tasks: on threads of this process, or elsewhere. */
export type Perform = typeof runTasks

/** Performs every task, starting them in the order given; tasks that the signal stopped have no outcome. */
export async function runTasks<Result, T extends Task = Task>(
  tasks: readonly T[], options: PoolOptions, events: PoolEvents<Result, T> = {},
): Promise<Map<T, Outcome<Result>>> {
  const outcomes = new Map<T, Outcome<Result>>()
  const waiting = tasks.values()
  const lanes = Math.max(1, Math.min(options.threads, tasks.length))
  await Promise.all(Array.from({ length: lanes }, () => runLane(waiting, options, events, outcomes)))
  return outcomes
}

// every lane takes its next task from the one queue
async function runLane<Result, T extends Task>(
  waiting: Iterable<T>, options: PoolOptions, events: PoolEvents<Result, T>, outcomes: Map<T, Outcome<Result>>,
): Promise<void> {
  const seat = createSeat(options)
  for (const task of waiting) {
    if (options.signal?.aborted) break
    events.onStart?.(task)
    const ending = await seat.perform(task, (progress) => events.onProgress?.(task, progress))
    if (!ending) break
    const outcome = ending.outcome as Outcome<Result>
    outcomes.set(task, outcome)
    events.onOutcome?.(task, outcome, ending.output)
  }
  await seat.leave()
}
