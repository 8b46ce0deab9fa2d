/**
 * A lane that has no theorem does what others ask for: draws of their theorems, on its own thread, and pieces of their
 * simulations, on one that knows of nothing else.
 */
import type { Job, Worker } from 'bullmq'
import type { Redis } from 'ioredis'
import { hostname } from 'node:os'
import { answerKey, type BlockJob, blocksOf, bytesOf, reader } from './block-job.js'
import { blockHand } from './block-hand.js'
import type { Doors } from './connect.js'
import { DRAW, type DrawJob } from './draw-job.js'
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
  /** decides draws; null where the worker does not fit the run */
  decide(job: DrawJob): Promise<Buffer | null>
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
export function serveBlocks(doors: Doors, name: string, options: BlockLaneOptions): BlockLane {
  const { bullmq } = doors
  const [redis, lock] = [doors.open(), Math.min(options.lapse, MOST_LAPSE)]
  const standing = standingOf(redis, name)
  const { answer, stop } = answering(standing, options)
  const reply = async (asked: Job<BlockJob | DrawJob>, token?: string): Promise<string> => {
    const bytes = await answer(asked.name, asked.data)
    if (bytes) {
      await redis.set(answerKey(name, asked.id!), bytes, 'PX', KEPT)
      return standing.lane
    }
    await asked.moveToWait(token)
    throw new bullmq.WaitingError()
  }
  const worker: Worker = new bullmq.Worker(blocksOf(name), reply, {
    name: standing.lane, connection: redis, concurrency: 1,
    lockDuration: lock, stalledInterval: lock / 2, maxStalledCount: DEATHS,
  })
  worker.on('error', () => undefined)
  return {
    busy() { standing.begin(); void worker.pause(true) },
    idle() { standing.end(() => worker.resume()) },
    async close() {
      standing.leave()
      await worker.close()
      await stop()
      redis.disconnect()
    },
  }
}

/** What a lane answers to each kind of job; null where it cannot, and another may. */
function answering(standing: Standing, { engine, unfit, decide }: BlockLaneOptions) {
  const hand = blockHand()
  const read = reader()
  async function pieces(job: BlockJob): Promise<Buffer | null> {
    if (job.engine === engine) return bytesOf(await hand.run(job.kind, read(job)))
    unfit('assay or Node differ from those of the worker that asks for help; give both the same versions')
    return null
  }
  /** a draw takes long, and nobody is to wait for this lane meanwhile */
  async function draws(job: DrawJob): Promise<Buffer | null> {
    // a queue that is paused may still bring one, even one that the theorem of this very lane will wait for
    if (!standing.isFree()) return null
    standing.begin()
    return decide(job).finally(() => standing.end())
  }
  return {
    answer: (kind: string, job: BlockJob | DrawJob) =>
      (kind === DRAW ? draws(job as DrawJob) : pieces(job as BlockJob)),
    stop: hand.stop,
  }
}

type Standing = ReturnType<typeof standingOf>

/** Whether a lane is idle: while it has nothing that takes long, and a moment after. */
function standingOf(redis: Redis, name: string) {
  const lane = `${hostname()}.${process.pid}.${lanes++}`
  let begun = 0
  let timer: NodeJS.Timeout | undefined
  let silent = sayIdle(redis, name, lane)
  const leave = (): void => { clearTimeout(timer); silent(); silent = () => undefined }
  return {
    lane, leave,
    isFree: () => begun === 0,
    begin() { begun++; leave() },
    end(then: () => void = () => undefined) {
      if (--begun > 0) return
      timer = setTimeout(() => { then(); silent = sayIdle(redis, name, lane) }, PAUSE)
    },
  }
}
