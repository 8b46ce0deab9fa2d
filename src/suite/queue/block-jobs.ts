/** Jobs for pieces on a queue, from the side that asks: each ends once, with its results or without. */
import type { Redis } from 'ioredis'
import { taskOf } from '../../simulation/pool/tasks.js'
import type { BlockRange } from '../../simulation/trajectories.js'
import { answerKey, blockJob, blockNameOf, blocksOf, resultsIn } from './block-job.js'
import type { Doors } from './connect.js'

export interface BlockJobs {
  /** The results of all pieces; null where they are late, failed, are no results, or are not wanted any more. */
  ask(kind: string, run: BlockRange, wanted: AbortSignal): Promise<Float64Array | null>
  close(): Promise<void>
}

export interface Patience {
  /** milliseconds after which a job is taken back that nobody has begun */
  readonly begin: number
  /** milliseconds after which pieces are run at home, if a worker died and no other was quick */
  readonly late: number
}

/** Less than the crew has with its hands. */
export const usualPatience: Patience = { begin: 1_000, late: 8_000 }

interface BlockQueue {
  readonly name: string
  /** fingerprint of assay and Node */
  readonly engine: string
  readonly redis: Redis
  readonly times: Patience
}

/** Opens the queue of pieces beside a queue. */
export async function openBlockJobs({ bullmq, open }: Doors, at: BlockQueue): Promise<BlockJobs> {
  const { name, engine, redis } = at
  const connections = [open(), open()] as const
  const queue = new bullmq.Queue(blocksOf(name), { connection: connections[0], streams: { events: { maxLen: 1000 } } })
  const told = new bullmq.QueueEvents(blocksOf(name), { connection: connections[1] })
  const waiting = new Map<string, Ending>()
  told.on('active', ({ jobId }) => waiting.get(jobId)?.begun())
  told.on('completed', ({ jobId }) => waiting.get(jobId)?.end(true))
  told.on('failed', ({ jobId }) => waiting.get(jobId)?.end(false))
  queue.on('error', () => undefined)
  told.on('error', () => undefined)
  await told.waitUntilReady()
  return {
    async ask(kind, run, wanted) {
      const data = blockJob(engine, kind, run)
      const [id, ending] = [blockNameOf(data), endingWithin(at.times, wanted)]
      waiting.set(id, ending)
      try {
        await queue.add(kind, data, { jobId: id, removeOnComplete: true, removeOnFail: true })
        const bytes = await ending.ended ? await redis.getBuffer(answerKey(name, id)) : null
        return resultsIn(bytes, taskOf(kind, run))
      } catch {
        return null
      } finally {
        waiting.delete(id)
        // one that is being worked on goes by itself when it ends
        await Promise.allSettled([queue.remove(id), redis.del(answerKey(name, id))])
      }
    },
    async close() {
      await Promise.allSettled([queue.close(), told.close()])
      for (const connection of connections) connection.disconnect()
    },
  }
}

interface Ending {
  /** was it completed, in time and while wanted? */
  readonly ended: Promise<boolean>
  begun(): void
  end(completed: boolean): void
}

function endingWithin({ begin, late }: Patience, wanted: AbortSignal): Ending {
  let end: (completed: boolean) => void = () => undefined
  const ended = new Promise<boolean>((resolve) => { end = resolve })
  const giveUp = (): void => end(false)
  const timer = setTimeout(giveUp, late)
  const unbegun = setTimeout(giveUp, begin)
  if (wanted.aborted) giveUp()
  wanted.addEventListener('abort', giveUp, { once: true })
  void ended.then(() => {
    for (const one of [timer, unbegun]) clearTimeout(one)
    wanted.removeEventListener('abort', giveUp)
  })
  return { ended, end, begun: () => clearTimeout(unbegun) }
}
