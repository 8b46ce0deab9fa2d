/** Jobs for idle lanes on a queue, from the side that asks: each ends once, with its answer or without. */
import type { QueueEvents } from 'bullmq'
import type { Redis } from 'ioredis'
import { taskOf } from '../../simulation/pool/tasks.js'
import type { BlockRange } from '../../simulation/trajectories.js'
import { answerKey, blockJob, blocksOf, nameOfJob, resultsIn } from './block-job.js'
import type { Doors } from './connect.js'
import { type Ending, endingWithin, type Patience, type Waiting } from './ending.js'

export interface BlockJobs {
  /** The results of all pieces; null where they are late, failed, are no results, or are not wanted any more. */
  ask(kind: string, run: BlockRange, wanted: AbortSignal): Promise<Float64Array | null>
  /** The bytes of an answer to anything; null as above. */
  answerTo(kind: string, data: object, wanted: AbortSignal, waiting?: Partial<Waiting>): Promise<Buffer | null>
  /** Jobs that others have asked for and nobody has begun. */
  waitingOfOthers(): Promise<number>
  close(): Promise<void>
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
  const { waiting, unbegun } = endingsTold(told)
  queue.on('error', () => undefined)
  await told.waitUntilReady()
  async function answerTo(
    kind: string, data: object, wanted: AbortSignal, own: Partial<Waiting> = {},
  ): Promise<Buffer | null> {
    const id = nameOfJob(data)
    const hasTaker = async (): Promise<boolean> => await redis.exists(queue.toKey(`${id}:lock`)) > 0
    const ending = endingWithin({ ...at.times, ...own }, wanted, hasTaker)
    waiting.set(id, ending)
    unbegun.add(id)
    try {
      await queue.add(kind, data, { jobId: id, removeOnComplete: true, removeOnFail: true })
      return await ending.ended ? await redis.getBuffer(answerKey(name, id)) : null
    } catch {
      return null
    } finally {
      waiting.delete(id)
      unbegun.delete(id)
      // one that is being worked on goes by itself when it ends
      await Promise.allSettled([queue.remove(id), redis.del(answerKey(name, id))])
    }
  }
  return {
    async ask(kind, run, wanted) {
      return resultsIn(await answerTo(kind, blockJob(engine, kind, run), wanted), taskOf(kind, run))
    },
    answerTo,
    waitingOfOthers: async () => Math.max(0, await queue.getWaitingCount() - unbegun.size),
    async close() {
      await Promise.allSettled([queue.close(), told.close()])
      for (const connection of connections) connection.disconnect()
    },
  }
}

/** Jobs that are waited for, by their names, which are told how they end; and those of them that nobody has begun. */
function endingsTold(told: QueueEvents): { waiting: Map<string, Ending>; unbegun: Set<string> } {
  const waiting = new Map<string, Ending>()
  const unbegun = new Set<string>()
  told.on('active', ({ jobId }) => { unbegun.delete(jobId); waiting.get(jobId)?.begun() })
  told.on('waiting', ({ jobId, prev }) => { if (prev === 'active') waiting.get(jobId)?.returned() })
  told.on('completed', ({ jobId }) => waiting.get(jobId)?.end(true))
  told.on('failed', ({ jobId }) => waiting.get(jobId)?.end(false))
  told.on('error', () => undefined)
  return { waiting, unbegun }
}
