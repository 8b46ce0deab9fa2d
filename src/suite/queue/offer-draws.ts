/**
 * Offers draws of the theorems of this process to idle lanes of the queue. Small theorems are done sooner than others
 * could load them: draws are offered of those that take a while.
 */
import type { Redis } from 'ioredis'
import { areFree, takeLast, type DrawBoard } from '../draw-board.js'
import type { DrawEnded, Task } from '../messages.js'
import type { DrawTakers } from '../perform.js'
import type { BlockJobs } from './block-jobs.js'
import { DRAW, decisionsIn, type DrawJob } from './draw-job.js'
import { idleLanes } from './idle.js'
import { queuedTask } from './job.js'

export interface DrawOffers extends DrawTakers {
  /** is there a draw that somebody could take? */
  areOpen(): boolean
  stop(): void
}

interface Offer {
  readonly task: Task
  readonly board: DrawBoard
  readonly signal: AbortSignal
  readonly since: number
  readonly ended: (draw: DrawEnded) => void
}

/** Milliseconds from one look at who is idle to the next. */
const TICK = 100
/** Milliseconds that a theorem takes before its draws are offered. */
const GRAIN = 300
/** A draw takes its time, and is taken back when the worker that has it is gone; one that nobody begins at once. */
const waiting = { begin: 300, late: null } as const

/** Begins to offer. @param name of the queue */
export function offerDraws(redis: Redis, name: string, jobs: BlockJobs): DrawOffers {
  const offers = new Set<Offer>()
  const open = (): Offer | undefined =>
    [...offers].find(({ board, since }) => areFree(board) && performance.now() - since >= GRAIN)
  let unbegun = 0
  /** Asks for one draw; whoever has answered is free for the next. */
  async function ask(offer: Offer): Promise<void> {
    let isBegun = false
    const begin = (): void => { if (!isBegun) unbegun--; isBegun = true }
    unbegun++
    const isAnswered = await askForLast(offer, jobs, begin)
    begin()
    if (isAnswered) give(1)
  }
  function give(lanes: number): void {
    for (let lane = unbegun; lane < lanes; lane++) {
      const offer = open()
      if (offer) void ask(offer)
    }
  }
  const timer = setInterval(() => {
    if (open()) void idleLanes(redis, name).then((lanes) => give(lanes ?? 0), () => undefined)
  }, TICK)
  return {
    offer(task, board, ended, signal) {
      const offer = { task, board, ended, signal, since: performance.now() }
      offers.add(offer)
      signal.addEventListener('abort', () => offers.delete(offer), { once: true })
    },
    areOpen: () => open() !== undefined,
    stop: () => clearInterval(timer),
  }
}

/** Asks for the last draw of a theorem and tells what became of it; has anybody answered? */
async function askForLast({ task, board, signal, ended }: Offer, jobs: BlockJobs, onBegin: () => void) {
  const draw = takeLast(board)
  if (draw === null) return false
  const found = await queuedTask({ ...task, request: { ...task.request as object, draws: [draw] } })
    .then((own): DrawJob => ({ task: own }))
    .then((job) => jobs.answerTo(DRAW, job, signal, { ...waiting, onBegin }))
    .then(decisionsIn, () => null)
  if (!signal.aborted) ended({ draw, found })
  return found !== null
}
