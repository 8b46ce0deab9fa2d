/**
 * The side that asks: a run is offered to all hands, this thread takes blocks of it as well, and so do hands of the
 * run that is likely to follow, the next blocks of the same recording. A hand is never relied on: blocks that are not
 * there in time, or failed, are run here.
 */
import type { MessagePort } from 'node:worker_threads'
import type { BlockTask, Crew } from '../blocks.js'
import type { BlockRange } from '../trajectories.js'
import { closeJob, endBlock, ended, openJob, takeBlock, type Job } from './job.js'
import { offering, type Offer } from './offering.js'

export interface CrewOptions {
  /** hands that have come since it was last asked, one at a time */
  readonly newcomer: () => MessagePort | null
  /** milliseconds after which a block is given up on, and all hands with it; default 10,000 */
  readonly patience?: number
}

/** A crew that begins with nobody. */
export function createCrew({ newcomer, patience = 10_000 }: CrewOptions): Crew {
  let hands: Offer[] = []
  let ahead: Job | null = null
  return (task) => {
    for (let port = newcomer(); port; port = newcomer()) hands.push(offering(port))
    // code cannot cross
    if (hands.length === 0 || task.run.program.written) return null
    const offer = (run: BlockRange): Job => {
      const job = openJob(task.name, run, task.length)
      hands.forEach((hand) => hand(job))
      return job
    }
    if (ahead && !isSameRun(ahead.run, task.run)) {
      closeJob(ahead)
      ahead = null
    }
    const job = ahead ?? offer(task.run)
    ahead = offer({ ...task.run, firstBlock: task.run.firstBlock + task.run.blocks })
    if (!finish(job, task, patience)) hands = []
    return job.out
  }
}

const isSameRun = (a: BlockRange, b: BlockRange): boolean => {
  const [left, right] = [a, b].map((run) => Object.entries(run))
  return left!.length === right!.length && left!.every(([name, value]) => Object.is(value, b[name as keyof BlockRange]))
}

/** Takes blocks while there are any, then waits for those that others took; false where somebody was late. */
function finish(job: Job, task: BlockTask, patience: number): boolean {
  for (let block = takeBlock(job); block !== null; block = takeBlock(job)) {
    task.fill(block, job.out)
    endBlock(job.state, block, ended.filled)
  }
  let inTime = true
  for (let block = 0; block < job.run.blocks; block++) {
    inTime = Atomics.wait(job.state, 1 + block, 0, inTime ? patience : 0) !== 'timed-out' && inTime
    if (Atomics.load(job.state, 1 + block) !== ended.filled) task.fill(block, job.out)
  }
  return inTime
}
