/** A lane that has no theorem runs pieces that others ask for, on a thread of its own. */
import type { Job, Worker } from 'bullmq'
import { once } from 'node:events'
import { hostname } from 'node:os'
import { ended, openJob, stateOf } from '../../simulation/pool/job.js'
import { offering } from '../../simulation/pool/offering.js'
import { taskOf } from '../../simulation/pool/tasks.js'
import type { BlockRange } from '../../simulation/trajectories.js'
import { startHand } from '../hand.js'
import { answerKey, type BlockJob, blocksOf, bytesOf, reader } from './block-job.js'
import type { Doors } from './connect.js'
import { sayIdle } from './idle.js'

export interface BlockLane {
  /** there is a theorem: what was begun is finished, and nothing else is taken */
  busy(): void
  idle(): void
  close(): Promise<void>
}

export interface BlockLaneOptions {
  /** fingerprint of assay and Node */
  readonly engine: string
  /** milliseconds after which the job of a dead worker goes to another */
  readonly lapse: number
  /** a job of another assay or Node has come */
  unfit(why: string): void
}

/** An answer that nobody fetches is gone after so many milliseconds. */
const KEPT = 60_000
/** Milliseconds in which the next theorem would have come. */
const PAUSE = 50
/** A piece takes less than a second; who is silent for longer is dead. */
const MOST_LAPSE = 4_000
const DEATHS = 5

let lanes = 0

/** Opens a lane, which is idle. */
export function serveBlocks(
  { bullmq, open }: Doors, name: string, { engine, lapse, unfit }: BlockLaneOptions,
): BlockLane {
  const [redis, lane] = [open(), `${hostname()}.${process.pid}.${lanes++}`]
  const lock = Math.min(lapse, MOST_LAPSE)
  const hand = blockHand()
  const read = reader()
  const answer = async (asked: Job<BlockJob>, token?: string): Promise<string> => {
    if (asked.data.engine !== engine) {
      unfit('assay or Node differ from those of the worker that asks for help; give both the same versions')
      await asked.moveToWait(token)
      throw new bullmq.WaitingError()
    }
    const results = await hand.run(asked.data.kind, read(asked.data))
    await redis.set(answerKey(name, asked.id!), bytesOf(results), 'PX', KEPT)
    return lane
  }
  const worker: Worker = new bullmq.Worker(blocksOf(name), answer, {
    connection: redis, concurrency: 1, lockDuration: lock, stalledInterval: lock / 2, maxStalledCount: DEATHS,
  })
  worker.on('error', () => undefined)
  let timer: NodeJS.Timeout | undefined
  let silent = sayIdle(redis, name, lane)
  const stop = (): void => { clearTimeout(timer); silent(); silent = () => undefined }
  return {
    busy() { stop(); void worker.pause(true) },
    idle() {
      stop()
      timer = setTimeout(() => { worker.resume(); silent = sayIdle(redis, name, lane) }, PAUSE)
    },
    async close() {
      stop()
      await worker.close()
      await hand.stop()
      redis.disconnect()
    },
  }
}

/** A thread that is started when it is first needed. */
function blockHand() {
  let started: ReturnType<typeof startOne> | null = null
  const startOne = () => {
    const hand = startHand()
    const port = hand.port()
    return { hand, port, offer: offering(port) }
  }
  return {
    /** The results of all pieces. Rejects where one failed or the thread died. */
    async run(kind: string, run: BlockRange): Promise<Float64Array> {
      const { pieces, width } = taskOf(kind, run)
      const { offer, port } = started ??= startOne()
      const job = openJob(kind, run, pieces, width)
      const over = once(port, 'message')
      offer(job, { answer: true })
      await Promise.race([over, once(port, 'close').then(() => { started = null })])
      for (let piece = 0; piece < pieces; piece++) {
        if (stateOf(job, piece) !== ended.filled) throw new Error(`piece ${piece} of ${pieces} failed`)
      }
      return job.out
    },
    stop: async (): Promise<void> => { started?.port.close(); await started?.hand.stop() },
  }
}
