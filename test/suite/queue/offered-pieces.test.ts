/** What a thread gets from the queue: results of others where they can be, and its own bits whatever they answer. */
import { Queue, Worker } from 'bullmq'
import type { Redis } from 'ioredis'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { allBlocks, pieceOf } from '../../../src/simulation/blocks.js'
import { isClosed, openJob, sayCost, stateOf, untaken, type Job } from '../../../src/simulation/pool/job.js'
import { offering } from '../../../src/simulation/pool/offering.js'
import { averaging, type Trajectories } from '../../../src/simulation/trajectories.js'
import { queueAddress } from '../../../src/suite/queue/address.js'
import { answerKey } from '../../../src/suite/queue/block-job.js'
import { connect, type Doors } from '../../../src/suite/queue/connect.js'
import { sayIdle } from '../../../src/suite/queue/idle.js'
import { lookElsewhere } from '../../../src/suite/queue/elsewhere.js'
import { serveBlocks } from '../../../src/suite/queue/serve-blocks.js'
import { address } from '../../simulation/address.js'
import { diagonalMomentum } from '../../simulation/programs.js'
import { hasRedis, type RedisServer, startRedis } from './redis-server.js'

const run: Trajectories = {
  program: diagonalMomentum(2), parameters: [0.5, 0.3, 1, 0.7, 1, 1.2], start: new Float64Array(4), address,
  firstBlock: 0, blocks: 64, burnIn: 5, steps: 4,
}
const task = averaging(run)
const times = { begin: 300, late: 600 }

describe.skipIf(!hasRedis)('pieces that are offered on a queue', () => {
  let server: RedisServer
  let doors: Doors
  let redis: Redis
  const closing: (() => unknown)[] = []
  beforeAll(async () => {
    server = await startRedis()
    doors = await connect(queueAddress(server.url))
    redis = doors.open()
  })
  afterEach(async () => { for (const close of closing.splice(0).reverse()) await close() })
  afterAll(async () => {
    redis.disconnect()
    await server.stop()
  })

  /** Pieces that have ended so. */
  const having = (job: Job, how: number): number[] =>
    Array.from({ length: job.pieces }, (_, k) => k).filter((k) => stateOf(job, k) === how)
  /** Offers all pieces, as if each took ten milliseconds. */
  async function given(name: string, patience = times): Promise<Job> {
    const { hand, stop } = await lookElsewhere(doors, name, 'engine', patience)
    closing.push(stop)
    const job = openJob(task.name, run, task.pieces, task.width)
    const port = hand.port()
    closing.push(() => port.close())
    sayCost(job, 10)
    offering(port)(job)
    return job
  }
  /** Offers all pieces in a run, and waits until at least one has ended. */
  async function offered(
    name: string, begin: (job: Job) => void = () => undefined, patience = times,
  ): Promise<Job> {
    await redis.set(`${name}:coordinator`, 'me')
    const job = await given(name, patience)
    begin(job)
    await expect.poll(() => [...having(job, 1), ...having(job, 2)], { timeout: 12_000 }).not.toEqual([])
    return job
  }
  /** A worker that answers with these bytes. */
  function answering(name: string, bytes: Buffer | null): void {
    const worker = new Worker(`${name}-blocks`, async ({ id }) => {
      if (bytes) await redis.set(answerKey(name, id!), bytes)
    }, { connection: { host: '127.0.0.1', port: server.port } })
    closing.push(() => worker.close(), sayIdle(redis, name, 'liar'))
  }
  const lane = (name: string, engine: string): string[] => {
    const unfit: string[] = []
    const serving = serveBlocks(doors, name, { engine, lapse: 600, decide: async () => null, unfit: (why) => {
      unfit.push(why)
      void serving.close()
    } })
    if (engine === 'engine') closing.push(() => serving.close())
    return unfit
  }
  const waiting = async (name: string): Promise<number> => {
    const queue = new Queue(`${name}-blocks`, { connection: { host: '127.0.0.1', port: server.port } })
    const count = await queue.getJobCountByTypes('wait', 'active', 'completed', 'failed', 'delayed')
    await queue.close()
    return count
  }

  test('come back as the bits that they would be here', async () => {
    lane('good', 'engine')
    // its thread takes a while to start
    const job = await offered('good', undefined, { begin: 10_000, late: 10_000 })
    const filled = (): number[] => having(job, 1)
    await expect.poll(() => filled().length, { timeout: 4_000 }).toBeGreaterThan(3)
    const [here, there] = [allBlocks(task), job.out].map((out) => filled().map((k) => [...pieceOf(out, k, job.width)]))
    expect(there).toEqual(here)
  }, 20_000)

  test.each([
    ['nothing', null],
    ['half an answer', Buffer.alloc(12)],
    ['no numbers', Buffer.alloc(8 * task.width * task.pieces, 255)],
  ])('are left to be run at home where a worker answers with %s', async (what, bytes) => {
    const name = `liar-${what.length}`
    answering(name, bytes)
    expect(having(await offered(name), 1)).toEqual([])
  }, 20_000)

  test('are not answered by a worker of another version: that one leaves, and they are taken back', async () => {
    const unfit = lane('other', 'another engine')
    const job = await offered('other')
    expect(unfit).toEqual([expect.stringContaining('differ')])
    expect(having(job, 1)).toEqual([])
    await expect.poll(() => waiting('other'), { timeout: 4_000 }).toBe(0)
  }, 20_000)

  test('that nobody begins are taken back at once when they are not wanted any more', async () => {
    closing.push(sayIdle(redis, 'unwanted', 'asleep'))
    const job = await offered('unwanted', ({ state }) => {
      setTimeout(() => Atomics.store(state, 1, 1), 150)
    })
    expect(isClosed(job)).toBe(true)
    await expect.poll(() => waiting('unwanted'), { timeout: 4_000 }).toBe(0)
  }, 20_000)

  test('are asked of nobody where others wait for the lanes that are idle', async () => {
    closing.push(sayIdle(redis, 'taken', 'asleep'))
    const queue = new Queue('taken-blocks', { connection: { host: '127.0.0.1', port: server.port } })
    closing.push(() => queue.close())
    await queue.addBulk([1, 2].map((k) => ({ name: 'averages', data: { k } })))
    await redis.set('taken:coordinator', 'me')
    const job = await given('taken')
    await new Promise((wake) => setTimeout(wake, 400))
    expect(untaken(job)).toBe(job.pieces)
    await queue.obliterate({ force: true })
    await expect.poll(() => untaken(job), { timeout: 4_000 }).toBeLessThan(job.pieces)
  }, 20_000)

  test('are asked of nobody where no run holds the queue', async () => {
    lane('nobody', 'engine')
    const job = await given('nobody')
    await new Promise((wake) => setTimeout(wake, 400))
    expect(untaken(job)).toBe(job.pieces)
  }, 20_000)

  test('a lane that has a theorem begins no draw, even where its paused queue still brings one', async () => {
    let decided = 0
    const serving = serveBlocks(doors, 'busy', {
      engine: 'engine', lapse: 600, unfit: () => undefined,
      decide: async () => { decided++; return Buffer.from('{}') },
    })
    const queue = new Queue('busy-blocks', { connection: { host: '127.0.0.1', port: server.port } })
    closing.push(() => queue.close(), () => serving.close())
    await expect.poll(async () => (await queue.getWorkers()).length, { timeout: 4_000 }).toBeGreaterThan(0)
    await new Promise((wake) => setTimeout(wake, 200))
    serving.busy()
    await queue.add('draw', {})
    await new Promise((wake) => setTimeout(wake, 400))
    expect(decided).toBe(0)
    serving.idle()
    await expect.poll(() => decided, { timeout: 4_000 }).toBe(1)
  }, 20_000)
})
