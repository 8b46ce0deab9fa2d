/**
 * A worker of a queue: takes one theorem at a time for each of its threads, and answers with its report. Lanes without
 * a theorem decide draws of those of others, here or on other machines, and run pieces of their simulations.
 */
import type { Job, Worker } from 'bullmq'
import { availableParallelism } from 'node:os'
import { moduleUrl } from '../bootstrap.js'
import { discoverTheorems, type TheoremFile } from '../discover.js'
import { engineFingerprint, fingerprintOf } from '../ledger/fingerprint.js'
import type { DecidedDraws } from '../jobs/decide-draws.js'
import { limitsAt } from '../limits.js'
import type { Progress } from '../messages.js'
import { createSeat, type Seat } from '../seat.js'
import type { TheoremRequest } from '../verification.js'
import type { QueueAddress } from './address.js'
import { connect, type Doors } from './connect.js'
import { bytesOfDecisions, type DrawJob } from './draw-job.js'
import { type Elsewhere, lookElsewhere } from './elsewhere.js'
import type { Answer, QueuedTask } from './job.js'
import { serveBlocks } from './serve-blocks.js'

export interface WorkOptions {
  /** folder of the theorems: the same files as the coordinator's */
  readonly theorems: string
  readonly threads?: number | undefined
  /** stops the worker; what it was doing goes back to the queue */
  readonly signal: AbortSignal
  readonly notice: (text: string) => void
  /** address of the module that verifies; tests put their own here */
  readonly job?: string
  /** milliseconds after which the job of a dead worker goes to another */
  readonly lapse?: number
}

/** Five workers that die on one theorem are no accident. */
const DEATHS = 5

/**
 * Serves a queue until the signal, or until it meets a run of other theorems or another engine.
 * @returns null where it was told to stop, and otherwise why it does not fit the run
 */
export async function serveQueue(address: QueueAddress, options: WorkOptions): Promise<string | null> {
  const doors = await connect(address)
  const files = new Map((await discoverTheorems(options.theorems)).map((file) => [file.id, file]))
  const threads = options.threads ?? availableParallelism()
  const engine = await engineFingerprint()
  const elsewhere = await lookElsewhere(doors, address.name, engine)
  const house = { doors, address, files, engine, elsewhere, options }
  return new Promise((resolve) => {
    const lanes = Array.from({ length: threads }, () => openLane(house, (why) => void leave(why)))
    let left = false
    async function leave(why: string | null): Promise<void> {
      if (left) return
      left = true
      await Promise.all(lanes.map((lane) => lane.close()))
      await elsewhere.stop()
      resolve(why)
    }
    options.signal.addEventListener('abort', () => void leave(null), { once: true })
    options.notice(`${threads === 1 ? '1 thread serves' : `${threads} threads serve`} queue ${address.shown}`)
  })
}

/** What all lanes of a worker share. */
interface House {
  readonly doors: Doors
  readonly address: QueueAddress
  readonly files: ReadonlyMap<string, TheoremFile>
  readonly engine: string
  /** lanes that are idle */
  readonly elsewhere: Elsewhere
  readonly options: WorkOptions
}

function openLane(house: House, unfit: (why: string) => void) {
  const { doors, address: { name }, engine, elsewhere, options } = house
  const { bullmq, open } = doors
  const { lapse = 30_000 } = options
  const connection = open()
  const seats = laneSeats(options, elsewhere)
  const perform = performing(house, seats, unfit)
  const decide = async ({ task }: DrawJob): Promise<Buffer | null> => {
    const ending = await perform(task, () => undefined)
    return ending && bytesOfDecisions(ending.outcome.result as DecidedDraws | null)
  }
  const blocks = serveBlocks(doors, name, { engine, lapse, unfit, decide })
  const answer = async (asked: Job<QueuedTask>, token?: string): Promise<Answer> => {
    const ending =
      await perform(asked.data, (progress) => void asked.updateProgress(progress).catch(() => undefined))
    if (ending) return ending
    await asked.moveToWait(token)
    throw new bullmq.WaitingError()
  }
  const whileBusy = (asked: Job<QueuedTask>, token?: string): Promise<Answer> => {
    blocks.busy()
    return answer(asked, token).finally(() => blocks.idle())
  }
  const worker: Worker = new bullmq.Worker(name, whileBusy, {
    connection, concurrency: 1, lockDuration: lapse, stalledInterval: lapse / 2, maxStalledCount: DEATHS,
  })
  // a coordinator that stopped has taken its jobs away; a server that went away comes back
  worker.on('error', () => undefined)
  return {
    async close() {
      await worker.close()
      await Promise.all([seats.leave(), blocks.close()])
      connection.disconnect()
    },
  }
}

/**
 * What became of a task; null where this worker does not fit the run, or was stopped. One after the other: a theorem
 * waits for a draw that was begun.
 */
function performing({ files }: House, seats: ReturnType<typeof laneSeats>, unfit: (why: string) => void) {
  let last: Promise<unknown> = Promise.resolve()
  async function begin(task: QueuedTask, tell: (progress: Progress) => void): Promise<Answer | null> {
    const file = files.get(task.id)
    const why = await whyUnfit(task, file)
    if (why !== null) {
      unfit(why)
      return null
    }
    const { id, file: shown, request } = task
    return seats.at(request as TheoremRequest).perform({ id, file: shown, path: file!.path, request }, tell)
  }
  return (task: QueuedTask, tell: (progress: Progress) => void): Promise<Answer | null> => {
    const next = last.then(() => begin(task, tell))
    last = next.catch(() => undefined)
    return next
  }
}

/** One thread for a lane, as long as runs of one effort come in. */
function laneSeats({ job = moduleUrl('suite/jobs/verify-share'), signal }: WorkOptions, elsewhere: Elsewhere) {
  let seat: Seat | null = null
  let effortOfSeat = NaN
  const leave = async (): Promise<void> => { await seat?.leave() }
  return {
    leave,
    at({ effort }: TheoremRequest): Seat {
      if (seat && effort === effortOfSeat) return seat
      void leave()
      effortOfSeat = effort
      seat = createSeat({ job, limits: limitsAt(effort), signal, takers: elsewhere.takers })
      seat.hire(elsewhere.hand)
      return seat
    },
  }
}

async function whyUnfit({ id, fingerprint }: QueuedTask, file: TheoremFile | undefined): Promise<string | null> {
  if (!file) return `the run asks for ${id}, which is not among these theorems; give the worker the same folder`
  return await fingerprintOf(file.path) === fingerprint ? null
    : `${id}, assay or Node differ from those of the run; give the worker the same versions of all three`
}
