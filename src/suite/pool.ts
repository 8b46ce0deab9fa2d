/**
 * Many tasks on a few long-lived threads. Each module's outcome is the same for any number of threads:
 * it depends on the module and its task only.
 */
import { type Hand, startHand } from './hand.js'
import type { Outcome, Progress, Task } from './messages.js'
import { createSeat, type Seat, type SeatOptions } from './seat.js'

export interface PoolOptions extends SeatOptions {
  readonly threads: number
  /** do threads that have no task help the others with their simulations? default false */
  readonly helping?: boolean
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
  const seats = new Set(Array.from({ length: lanes }, () => createSeat(options)))
  const hands: Hand[] = []
  const help = (): void => {
    if (options.helping && seats.size > 0 && !options.signal?.aborted) hands.push(handOf(seats))
  }
  for (let spare = options.threads - lanes; spare > 0; spare--) help()
  await Promise.all([...seats].map(async (seat) => {
    await runLane(seat, waiting, options, events, outcomes)
    seats.delete(seat)
    help()
  })).finally(() => Promise.all(hands.map((hand) => hand.stop())))
  return outcomes
}

function handOf(seats: ReadonlySet<Seat>): Hand {
  const hand = startHand()
  seats.forEach((seat) => seat.hire(hand))
  return hand
}

// every lane takes its next task from the one queue
async function runLane<Result, T extends Task>(
  seat: Seat, waiting: Iterable<T>, options: PoolOptions, events: PoolEvents<Result, T>,
  outcomes: Map<T, Outcome<Result>>,
): Promise<void> {
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
