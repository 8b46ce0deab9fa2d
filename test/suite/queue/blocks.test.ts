/** Pieces of one theorem are run by several workers of a queue, and show in no bit of its record. */
import { type ChildProcess, spawn } from 'node:child_process'
import { Queue, QueueEvents } from 'bullmq'
import { Redis } from 'ioredis'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { queueAddress } from '../../../src/suite/queue/address.js'
import { onQueue } from '../../../src/suite/queue/coordinate.js'
import type { RunOptions } from '../../../src/suite/run-options.js'
import { runSuite } from '../../../src/suite/run.js'
import { hasRedis, type RedisServer, startRedis } from './redis-server.js'
import { steady } from '../steady.js'

const options: RunOptions = {
  theorems: 'theorems', patterns: [], only: 'liu2021/covariance', effort: 0.2, precision: 0.01, seed: '1',
  misprints: false, threads: 1,
}

describe.skipIf(!hasRedis)('a theorem on a queue', () => {
  let server: RedisServer
  let alone = ''
  const children: ChildProcess[] = []
  beforeAll(async () => {
    server = await startRedis()
    alone = steady(await runSuite(options))
  }, 180_000)
  afterEach(() => { for (const child of children.splice(0)) child.kill('SIGKILL') })
  afterAll(() => server.stop())

  /** Starts workers, and waits until all of them are idle. */
  const start = async (name: string, count: number): Promise<void> => {
    for (let k = 0; k < count; k++) worker(name)
    const redis = new Redis(server.port, '127.0.0.1')
    await expect.poll(() => redis.zcard(`${name}:idle`), { timeout: 60_000 }).toBe(count)
    redis.disconnect()
  }
  const worker = (name: string): ChildProcess => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'test/suite/queue/worker-run.ts',
      `${server.url}?queue=${name}`, options.theorems, 'real'], { stdio: 'ignore' })
    children.push(child)
    return child
  }
  const connection = () => ({ host: '127.0.0.1', port: server.port })
  const run = (name: string, signal?: AbortSignal) => runSuite({ ...options, ...(signal && { signal }),
    perform: onQueue(queueAddress(`${server.url}?queue=${name}`), () => undefined, { lapse: 500, noWorker: 60_000 }) })
  /** Who has run pieces, and a way to be told of each job that begins. */
  const watch = async (name: string, onActive: () => void = () => undefined) => {
    const told = new QueueEvents(`${name}-blocks`, { connection: connection() })
    const lanes = new Map<string, number>()
    told.on('active', onActive)
    told.on('completed', ({ returnvalue }) => { lanes.set(returnvalue, (lanes.get(returnvalue) ?? 0) + 1) })
    await told.waitUntilReady()
    return { lanes, close: () => told.close() }
  }
  const jobsOn = async (name: string): Promise<number> => {
    const queue = new Queue(`${name}-blocks`, { connection: connection() })
    const count = await queue.getJobCountByTypes('wait', 'active', 'completed', 'failed', 'delayed')
    await queue.close()
    return count
  }
  const soonNone = (name: string) => expect.poll(() => jobsOn(name), { timeout: 5_000 }).toBe(0)

  test('is served by several workers, has the record of one thread, and leaves no job behind', async () => {
    const { lanes, close } = await watch('three')
    await start('three', 3)
    expect(steady(await run('three'))).toBe(alone)
    expect(new Set([...lanes.keys()].map((lane) => lane.split('.').at(-2))).size).toBeGreaterThan(1)
    await soonNone('three')
    await close()
  }, 180_000)

  test('has the same record where a worker is killed in the midst of its pieces', async () => {
    let killed = ''
    const { lanes, close } = await watch('killed', () => {
      if (killed) return
      // one that runs pieces: the one that verifies never does
      const victim = children.find(({ pid }) => [...lanes.keys()].some((lane) => lane.split('.').at(-2) === `${pid}`))
      if (victim?.kill('SIGKILL')) killed = String(victim.pid)
    })
    await start('killed', 3)
    expect(steady(await run('killed'))).toBe(alone)
    expect(killed).not.toBe('')
    await soonNone('killed')
    await close()
  }, 180_000)

  test('that is interrupted leaves no pieces behind', async () => {
    const stop = new AbortController()
    const { close } = await watch('stopped', () => stop.abort())
    await start('stopped', 2)
    expect((await run('stopped', stop.signal)).run.interrupted).toBe(true)
    await soonNone('stopped')
    await close()
  }, 180_000)
})
