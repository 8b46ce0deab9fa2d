/** A place for one thread at a time: whoever dies in it is replaced, and blamed only if it was alone. */
import { faultOf } from './faults.js'
import type { Hand } from './hand.js'
import { type Limits, usualLimits } from './limits.js'
import type { Outcome, Progress, Task } from './messages.js'
import { type DrawTakers, type Ending, perform as performOn } from './perform.js'
import { startThread, type Thread } from './thread.js'

export interface SeatOptions {
  /** address of the module whose default export is the Job */
  readonly job: string
  readonly limits?: Limits
  /** stops the thread; what it was doing has no outcome */
  readonly signal?: AbortSignal
  /** others who may decide draws of the theorems; absent: nobody */
  readonly takers?: DrawTakers
}

export interface Seat {
  /** The outcome of one task, and what its module printed; null where the signal stopped it. */
  perform(task: Task, onProgress: (p: Progress) => void): Promise<{ outcome: Outcome; output: string } | null>
  /** Has a hand for its simulations from now on, whichever thread sits there. */
  hire(hand: Hand): void
  leave(): Promise<void>
}

export function createSeat({ job, limits = usualLimits, signal, takers }: SeatOptions): Seat {
  let thread: Thread | null = null
  const hands: Hand[] = []
  const leave = async (): Promise<void> => {
    const leaving = thread
    thread = null
    await leaving?.stop()
  }
  signal?.addEventListener('abort', () => void thread?.stop(), { once: true })

  async function perform(task: Task, onProgress: (p: Progress) => void): ReturnType<Seat['perform']> {
    const alone = thread === null
    thread ??= startWith(hands, job, limits)
    const ending = await performOn(thread, task, limits, { onProgress, takers })
    if (signal?.aborted) return null
    if (ending.kind === 'done') return ending
    await leave()
    return ending.kind === 'died' && alone ? blamed(task, ending) : perform(task, onProgress)
  }
  const hire = (hand: Hand): void => {
    hands.push(hand)
    thread?.hire(hand.port())
  }
  return { perform, hire, leave }
}

function startWith(hands: readonly Hand[], job: string, limits: Limits): Thread {
  const thread = startThread(job, limits)
  hands.forEach((hand) => thread.hire(hand.port()))
  return thread
}

const blamed = ({ file }: Task, { death, output }: Ending & { kind: 'died' }) =>
  ({ outcome: { result: null, faults: [faultOf(file, death.code, death.message)] }, output })
