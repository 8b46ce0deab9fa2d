/** Pieces of one theorem are run by several workers of a queue, and show in no bit of its record. */
import { type ChildProcess, spawn } from 'node:child_process'
import { Queue, QueueEvents } from 'bullmq'
import { Redis } from 'ioredis'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { queueAddress } from '../../../src/suite/queue/address.js'
import { onQueue } from '../../../src/suite/queue/coordinate.js'
import type { RunOptions } from '../../../src/suite/run-options.js'
import { runSuite } from '../../../src/suite/run.js'
import { killedWithPieces, withPieces, workerOf } from './in-hand.js'
import { hasRedis, type RedisServer, startRedis } from './redis-server.js'
import { steady } from '../steady.js'

// misprints look at the first four draws, which nobody else decides: pieces of them are all that is given away
const options: RunOptions = {
  theorems: 'test/suite/queue/theorems', patterns: [], effort: 0.2, precision: 0.01, seed: '1', misprints: true,
  threads: 1,
}

describe.skipIf(!hasRedis)('a theorem on a queue', () => {
  let server: RedisServer
  let [alone, url] = ['', '']
  const children: ChildProcess[] = []
  let [told, queue]: [QueueEvents?, Queue?] = []
  /** processes that have answered with pieces */
  const served = new Set<number>()
  beforeAll(async () => {
    server = await startRedis()
    url = `${server.url}?queue=queue`
    for (let k = 0; k < 3; k++) {
      children.push(spawn(process.execPath, ['--import', 'tsx', 'test/suite/queue/worker-run.ts', url,
        options.theorems, 'real'], { stdio: 'ignore' }))
    }
    alone = steady(await runSuite(options))
    const redis = new Redis(server.port, '127.0.0.1')
    await vi.waitUntil(async () => await redis.zcard('queue:idle') === 3, { timeout: 60_000 })
    redis.disconnect()
  }, 180_000)
  beforeEach(async () => {
    const connection = { host: '127.0.0.1', port: server.port }
    queue = new Queue('queue-blocks', { connection })
    told = new QueueEvents('queue-blocks', { connection })
    served.clear()
    told.on('completed', ({ returnvalue }) => void served.add(workerOf(returnvalue)))
    await told.waitUntilReady()
  })
  afterEach(() => Promise.all([told!.close(), queue!.close()]))
  afterAll(async () => {
    for (const child of children) child.kill('SIGKILL')
    await server.stop()
  })

  const run = (signal?: AbortSignal) => runSuite({ ...options, ...(signal && { signal }),
    perform: onQueue(queueAddress(url), () => undefined, { lapse: 500, noWorker: 60_000 }) })
  const soonNoJobs = () => expect.poll(() => queue!.getJobCountByTypes('wait', 'active', 'completed', 'failed',
    'delayed'), { timeout: 10_000 }).toBe(0)

  test('is served by several workers, has the record of one thread, and leaves no job behind', async () => {
    expect(steady(await run())).toBe(alone)
    // beside the one that has the theorem
    expect(served.size).toBeGreaterThan(0)
    await soonNoJobs()
  }, 180_000)

  test('has the same record where a worker is killed with pieces in hand', async () => {
    let killed = false
    told!.on('active', () => void kill())
    async function kill(): Promise<void> {
      const working = await withPieces(queue!)
      const victim = killed ? undefined : children.find(({ pid }) => working.has(pid!))
      if (!victim) return
      // one that has ended them meanwhile goes on
      const isFirst = (has: boolean): boolean => has && !killed
      killed = await killedWithPieces(victim, queue!, isFirst) || killed
    }
    expect(steady(await run())).toBe(alone)
    expect(killed).toBe(true)
    await soonNoJobs()
  }, 180_000)

  test('that is interrupted leaves no pieces behind', async () => {
    const stop = new AbortController()
    told!.on('active', () => stop.abort())
    expect((await run(stop.signal)).run.interrupted).toBe(true)
    await soonNoJobs()
  }, 180_000)
})
