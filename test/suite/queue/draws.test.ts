/** Draws of one theorem are decided by several workers of a queue, and show in no bit of its record. */
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
  theorems: 'theorems', patterns: [], only: 'liu2021/covariance', effort: 1, precision: 0.05, seed: '1',
  misprints: false, threads: 1,
}

describe.skipIf(!hasRedis)('draws of a theorem on a queue', () => {
  let server: RedisServer
  let alone = ''
  const children: ChildProcess[] = []
  beforeAll(async () => {
    server = await startRedis()
    alone = steady(await runSuite(options))
  }, 180_000)
  afterEach(() => { for (const child of children.splice(0)) child.kill('SIGKILL') })
  afterAll(() => server.stop())

  /** Starts two workers, and waits until both are idle. */
  const start = async (name: string): Promise<void> => {
    for (let k = 0; k < 2; k++) {
      children.push(spawn(process.execPath, ['--import', 'tsx', 'test/suite/queue/worker-run.ts',
        `${server.url}?queue=${name}`, options.theorems, 'real'], { stdio: 'ignore' }))
    }
    const redis = new Redis(server.port, '127.0.0.1')
    await expect.poll(() => redis.zcard(`${name}:idle`), { timeout: 60_000 }).toBe(2)
    redis.disconnect()
  }
  const connection = () => ({ host: '127.0.0.1', port: server.port })
  /** Draws that were begun and answered, and a way to be told of each that begins. */
  async function watch(name: string, onBegin: () => void = () => undefined) {
    const [queue, told] = [new Queue(`${name}-blocks`, { connection: connection() }),
      new QueueEvents(`${name}-blocks`, { connection: connection() })]
    const draws = new Set<string>()
    let answered = 0
    told.on('added', ({ jobId, name: kind }) => { if (kind === 'draw') draws.add(jobId) })
    told.on('active', ({ jobId }) => { if (draws.has(jobId)) onBegin() })
    told.on('completed', ({ jobId }) => { if (draws.has(jobId)) answered++ })
    await told.waitUntilReady()
    return {
      answered: () => answered,
      left: () => queue.getJobCountByTypes('wait', 'active', 'delayed'),
      close: async () => { await told.close(); await queue.close() },
    }
  }
  const run = (name: string) => runSuite({ ...options,
    perform: onQueue(queueAddress(`${server.url}?queue=${name}`), () => undefined, { lapse: 500, noWorker: 60_000 }) })

  test('are decided by whoever is idle, and give the record of one thread', async () => {
    const watching = await watch('draws')
    await start('draws')
    expect(steady(await run('draws'))).toBe(alone)
    expect(watching.answered()).toBeGreaterThan(0)
    expect(await watching.left()).toBe(0)
    await watching.close()
  }, 180_000)

  test('are decided at home where the worker that has one is killed', async () => {
    let taker = 0
    let killed: ChildProcess | undefined
    const redis = new Redis(server.port, '127.0.0.1')
    const watching = await watch('killed', () => {
      killed ??= children.find((child) => child.pid === taker)
      killed?.kill('SIGKILL')
    })
    await start('killed')
    // when one has the theorem, the other alone is idle
    const verifying = new QueueEvents('killed', { connection: connection() })
    verifying.on('active', () => void redis.zrange('killed:idle', '0', '-1').then((left) => {
      taker = Number(left[0]?.split('.').at(-2))
    }))
    await verifying.waitUntilReady()
    expect(steady(await run('killed'))).toBe(alone)
    expect(killed?.signalCode ?? null).toBe('SIGKILL')
    redis.disconnect()
    await verifying.close()
    await watching.close()
  }, 180_000)
})
