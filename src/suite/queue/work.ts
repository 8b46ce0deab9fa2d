/**
 * A worker of a queue: takes one theorem at a time for each of its threads, and answers with its report. Lanes without
 * a theorem run pieces of the simulations of others, here or on other machines.
 */
import type { Job, Worker } from 'bullmq'
import { availableParallelism } from 'node:os'
import { moduleUrl } from '../bootstrap.js'
import { discoverTheorems, type TheoremFile } from '../discover.js'
import type { Hand } from '../hand.js'
import { engineFingerprint, fingerprintOf } from '../ledger/fingerprint.js'
import { limitsAt } from '../limits.js'
import type { Progress } from '../messages.js'
import { createSeat, type Seat } from '../seat.js'
import type { TheoremRequest } from '../verification.js'
import type { QueueAddress } from './address.js'
import { connect, type Doors } from './connect.js'
import type { Answer, QueuedTask } from './job.js'
import { offerBlocks } from './offer-blocks.js'
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
  const elsewhere = await offerBlocks(doors, address.name, engine)
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
  /** offers pieces to lanes that are idle */
  readonly elsewhere: Hand
  readonly options: WorkOptions
}

function openLane(house: House, unfit: (why: string) => void) {
  const { doors, address: { name }, files, engine, elsewhere, options } = house
  const { bullmq, open } = doors
  const { lapse = 30_000 } = options
  const connection = open()
  const seats = laneSeats(options, elsewhere)
  const blocks = serveBlocks(doors, name, { engine, lapse, unfit })
  const answer = async (asked: Job<QueuedTask>, token?: string): Promise<Answer> => {
    const file = files.get(asked.data.id)
    const why = await whyUnfit(asked.data, file)
    if (why !== null) unfit(why)
    const ending = why === null ? await perform(seats.at(asked.data.request as TheoremRequest), asked, file!) : null
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

/** One thread for a lane, as long as runs of one effort come in. */
function laneSeats({ job = moduleUrl('suite/jobs/verify'), signal }: WorkOptions, elsewhere: Hand) {
  let seat: Seat | null = null
  let effortOfSeat = NaN
  const leave = async (): Promise<void> => { await seat?.leave() }
  return {
    leave,
    at({ effort }: TheoremRequest): Seat {
      if (seat && effort === effortOfSeat) return seat
      void leave()
      effortOfSeat = effort
      seat = createSeat({ job, limits: limitsAt(effort), signal })
      seat.hire(elsewhere)
      return seat
    },
  }
}

async function perform(seat: Seat, asked: Job<QueuedTask>, { path }: TheoremFile): Promise<Answer | null> {
  const { id, file, request } = asked.data
  const tell = (progress: Progress): void => void asked.updateProgress(progress).catch(() => undefined)
  return seat.perform({ id, file, path, request }, tell)
}

async function whyUnfit({ id, fingerprint }: QueuedTask, file: TheoremFile | undefined): Promise<string | null> {
  if (!file) return `the run asks for ${id}, which is not among these theorems; give the worker the same folder`
  return await fingerprintOf(file.path) === fingerprint ? null
    : `${id}, assay or Node differ from those of the run; give the worker the same versions of all three`
}
