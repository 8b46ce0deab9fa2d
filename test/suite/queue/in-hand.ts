/** Who has pieces in hand at the moment. */
import type { ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Queue } from 'bullmq'
import { DRAW } from '../../../src/suite/queue/draw-job.js'

/** The process that a lane is in. */
export const workerOf = (lane: string): number => Number(lane.split('.').at(-2))

/** Processes that have begun with pieces and not ended them. */
export async function withPieces(blocks: Queue): Promise<Set<number>> {
  const jobs = await blocks.getActive()
  // one that ended meanwhile is not there any more
  return new Set(jobs.flatMap((job) => (job && job.name !== DRAW ? [workerOf(job.processedBy ?? '')] : [])))
}

/** Milliseconds in which what a worker said before it was stopped is heard. */
const HEARD = 20

/**
 * Kills a worker, had it pieces in hand? It is stopped first, so that it cannot end them before it is killed.
 * @param isWanted is it to be killed? Otherwise it goes on
 */
export async function killedWithPieces(
  worker: ChildProcess, blocks: Queue, isWanted: (has: boolean) => boolean = () => true,
): Promise<boolean> {
  worker.kill('SIGSTOP')
  await sleep(HEARD)
  const has = (await withPieces(blocks)).has(worker.pid!)
  const isKilled = isWanted(has)
  worker.kill(isKilled ? 'SIGKILL' : 'SIGCONT')
  return isKilled && has
}
