/**
 * The side that asks: a run is offered to all hands, this thread takes pieces of it as well, and so do hands of the
 * runs that are expected to follow, the next blocks of the same recording. A hand is never relied on: pieces that are
 * late, or failed, are run here.
 */
import type { MessagePort } from 'node:worker_threads'
import type { BlockTask, Crew } from '../blocks.js'
import type { BlockRange } from '../trajectories.js'
import { closeJob, ended, stateOf, waitFor, type Job } from './job.js'
import { offering, type Offer } from './offering.js'
import { fillHere, isMoreOf, jobFor, nextJob, placeIn, runPiece, type Recurring } from './recurring.js'

export interface CrewOptions {
  /** hands that have come since it was last asked, one at a time */
  readonly newcomer: () => MessagePort | null
  /** milliseconds after which a piece is late, while nobody knows what it takes; default 1,000 */
  readonly patience?: number
}

/** A crew that begins with nobody. */
export function createCrew({ newcomer, patience = 1_000 }: CrewOptions): Crew {
  const hands: Offer[] = []
  let known: Recurring[] = []
  let expected: (() => number) | null = null
  const drop = (): void => {
    known.forEach(({ jobs }) => jobs.forEach(closeJob))
    known = []
  }
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
        if (job) hands.forEach((hand) => hand(job))
      }
      const job = jobFor(task, recurring)!
      finish(job, task, recurring, patience)
      if (expected === null) drop()
      const from = placeIn(job, task)
      return job.out.subarray(from * job.width, (from + task.pieces) * job.width)
    },
  }
}

function recurringFor(run: BlockRange, known: Recurring[]): Recurring {
  const found = known.find((one) => isMoreOf(one.run, run))
  if (found) return found
  const fresh = { run, jobs: [], cost: NaN, timed: 0 }
  known.push(fresh)
  return fresh
}

/** Times as long as pieces take on average: who has taken one and needs longer is at something else, or dead. */
const LATE = 8

/**
 * Works until the pieces of the task are there: on the next that nobody has taken, wherever it is, and waits only where
 * all are taken. A piece that is late it runs itself, with nothing better to do, and waits for no other.
 */
function finish(job: Job, task: BlockTask, recurring: Recurring, patience: number): void {
  const from = placeIn(job, task)
  let inTime = true
  for (let piece = from; piece < from + task.pieces; piece++) {
    while (stateOf(job, piece) === null && runPiece(task, recurring));
    if (stateOf(job, piece) === null) {
      const { cost } = recurring
      inTime = waitFor(job, piece, !inTime ? 0 : Number.isNaN(cost) ? patience : LATE * cost) && inTime
    }
    if (stateOf(job, piece) !== ended.filled) fillHere(task, job, piece)
  }
}
