/**
 * The side that asks: a run is offered to all hands, this thread takes pieces of it as well, and so do hands of the
 * runs that are expected to follow, the next blocks of the same recording. A hand is never relied on: pieces that are
 * not there in time, or failed, are run here.
 */
import type { MessagePort } from 'node:worker_threads'
import type { BlockTask, Crew } from '../blocks.js'
import type { BlockRange } from '../trajectories.js'
import { closeJob, ended, HEAD, stateOf, type Job } from './job.js'
import { offering, type Offer } from './offering.js'
import { fillHere, isMoreOf, jobFor, nextJob, placeIn, runPiece, type Recurring } from './recurring.js'

export interface CrewOptions {
  /** hands that have come since it was last asked, one at a time */
  readonly newcomer: () => MessagePort | null
  /** milliseconds after which a piece is given up on, and all hands with it; default 10,000 */
  readonly patience?: number
}

/** A crew that begins with nobody. */
export function createCrew({ newcomer, patience = 10_000 }: CrewOptions): Crew {
  let hands: Offer[] = []
  let known: Recurring[] = []
  let expected: (() => number) | null = null
  const drop = (): void => {
    known.forEach(({ jobs }) => jobs.forEach(closeJob))
    known = []
  }
  const offer = (job: Job, { cost }: Recurring): void =>
    hands.forEach((hand) => hand(job, Number.isNaN(cost) ? {} : { cost }))
  const welcome = (port: MessagePort): void => {
    const hand = offering(port)
    hands.push(hand)
    known.forEach(({ jobs }) => jobs.forEach((job) => hand(job)))
  }
  return {
    expect(runs) {
      expected = runs
      if (runs === null) drop()
    },
    perform(task) {
      for (let port = newcomer(); port; port = newcomer()) welcome(port)
      // code cannot cross
      if (hands.length === 0 || task.run.program.written) return null
      const recurring = recurringFor(task.run, known)
      if (jobFor(task, recurring) === null) recurring.jobs = []
      for (const runs of [0, expected?.() ?? 0]) {
        const job = nextJob(task, runs, recurring)
        if (job) offer(job, recurring)
      }
      const job = jobFor(task, recurring)!
      if (!finish(job, task, recurring, patience)) hands = []
      if (expected === null || hands.length === 0) drop()
      const from = placeIn(job, task)
      return job.out.subarray(from * job.width, (from + task.pieces) * job.width)
    },
  }
}

function recurringFor(run: BlockRange, known: Recurring[]): Recurring {
  const found = known.find((one) => isMoreOf(one.run, run))
  if (found) return found
  const fresh = { run, jobs: [], cost: NaN }
  known.push(fresh)
  return fresh
}

/**
 * Works until the pieces of the task are there: on the next that nobody has taken, wherever it is, and waits only where
 * all are taken. @returns false where somebody was late
 */
function finish(job: Job, task: BlockTask, recurring: Recurring, patience: number): boolean {
  const from = placeIn(job, task)
  let inTime = true
  for (let piece = from; piece < from + task.pieces; piece++) {
    while (stateOf(job, piece) === 0 && runPiece(task, recurring));
    if (stateOf(job, piece) === 0) {
      inTime = Atomics.wait(job.state, HEAD + piece, 0, inTime ? patience : 0) !== 'timed-out' && inTime
    }
    if (stateOf(job, piece) !== ended.filled) fillHere(task, job, piece)
  }
  return inTime
}
