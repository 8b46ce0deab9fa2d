/**
 * A run whose theorems are verified by workers anywhere: each is one job of a BullMQ queue, a job whose worker died is
 * taken up by another, and an answer counts once however often it was computed. Decisions and records are made here.
 */
import type { Job, Queue, QueueEvents } from 'bullmq'
import { faultOf } from '../faults.js'
import type { Outcome, Progress, Task } from '../messages.js'
import type { Perform, PoolEvents } from '../pool.js'
import type { QueueAddress } from './address.js'
import { connect, type Doors } from './connect.js'
import { isAnswerTo, nameOf, type QueuedTask, queuedTask } from './job.js'
import { takeLease } from './lease.js'

export interface QueueTimes {
  /** milliseconds after which a dead coordinator's hold on the queue lapses */
  readonly lapse: number
  /** milliseconds without any worker after which that is said */
  readonly noWorker: number
}

const usualTimes: QueueTimes = { lapse: 10_000, noWorker: 5_000 }

/** Performs tasks on a queue. Throws as `connect` and `takeLease` do. */
export const onQueue = (address: QueueAddress, notice: (text: string) => void, times = usualTimes): Perform =>
  async (tasks, { signal }, events = {}) => {
    const doors = await connect(address)
    const redis = doors.open()
    const lease = await takeLease(redis, address, times).catch((error: unknown) => { redis.disconnect(); throw error })
    const line = await openLine(doors, address)
    const stop = warnWithoutWorkers(line.queue, () => notice(
      `no worker on queue ${address.shown} yet; start one with assay worker --queue`), times.noWorker)
    try {
      return await performAll(tasks, line, signal, events)
    } finally {
      stop()
      if (signal?.aborted) await line.queue.obliterate({ force: true }).catch(() => undefined)
      await line.close()
      // from now on whoever asks for pieces takes them back
      await lease.release()
      redis.disconnect()
    }
  }

interface Line {
  readonly queue: Queue
  readonly told: QueueEvents
  close(): Promise<void>
}

async function openLine({ bullmq, open }: Doors, { name }: QueueAddress): Promise<Line> {
  const connections = [open(), open()] as const
  const queue = new bullmq.Queue(name, { connection: connections[0] })
  const told = new bullmq.QueueEvents(name, { connection: connections[1] })
  // one listener for each theorem
  for (const emitter of [queue, told]) emitter.setMaxListeners(0)
  await told.waitUntilReady()
  return {
    queue, told,
    async close() {
      await Promise.allSettled([queue.close(), told.close()])
      for (const connection of connections) connection.disconnect()
    },
  }
}

async function performAll<Result, T extends Task>(
  tasks: readonly T[], { queue, told }: Line, signal: AbortSignal | undefined, events: PoolEvents<Result, T>,
): Promise<Map<T, Outcome<Result>>> {
  const outcomes = new Map<T, Outcome<Result>>()
  const asked = await Promise.all(tasks.map(async (task) => ({ task, data: await queuedTask(task) })))
  const byName = new Map(asked.map(({ task, data }) => [nameOf(data), task]))
  const taskOf = ({ jobId }: { readonly jobId: string }): T | undefined => byName.get(jobId)
  told.on('active', (event) => { const task = taskOf(event); if (task) events.onStart?.(task) })
  told.on('progress',
    (event) => { const task = taskOf(event); if (task) events.onProgress?.(task, event.data as Progress) })
  // what an interrupted run left is answered already or still being worked on: the name finds it
  const jobs =
    await queue.addBulk(asked.map(({ data }) => ({ name: data.id, data, opts: { jobId: nameOf(data), ...keeping } })))
  const stopped = new Promise<null>((resolve) => signal?.addEventListener('abort', () => resolve(null), { once: true }))
  await Promise.all(asked.map(async ({ task, data }, k) => {
    const answer = await Promise.race([answerTo(jobs[k]!, data, told), stopped])
    if (!answer || signal?.aborted) return
    const outcome = answer.outcome as Outcome<Result>
    outcomes.set(task, outcome)
    events.onOutcome?.(task, outcome, answer.output)
    await jobs[k]!.remove().catch(() => undefined)
  }))
  return outcomes
}

/** Answers stay until the coordinator has them, and a day at most. */
const keeping = { removeOnComplete: { age: 86_400 }, removeOnFail: { age: 86_400 } } as const

async function answerTo(job: Job, task: QueuedTask, told: QueueEvents) {
  try {
    const answer: unknown = await job.waitUntilFinished(told)
    return isAnswerTo(task, answer)
      ? answer : lost(task, 'BAD_ANSWER', 'a worker answered with something that is no report')
  } catch (error) {
    return lost(task, 'LOST', `no worker could finish it: ${error instanceof Error ? error.message : String(error)}`)
  }
}

const lost = ({ file }: QueuedTask, code: string, message: string) =>
  ({ outcome: { result: null, faults: [faultOf(file, code, message)] }, output: '' })

function warnWithoutWorkers(queue: Queue, warn: () => void, patience: number): () => void {
  const timer =
    setTimeout(() => void queue.getWorkersCount().then((n) => { if (n === 0) warn() }, () => undefined), patience)
  return () => clearTimeout(timer)
}
