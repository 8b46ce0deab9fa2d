/** Workers are killed with SIGKILL with pieces of one theorem in hand: its record is that of one thread. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Queue } from 'bullmq'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runSuite } from '../../src/suite/run.js'
import { between, type Child, startScript } from '../children.js'
import { killedWithPieces } from '../suite/queue/in-hand.js'
import { hasRedis, type RedisServer, startRedis } from '../suite/queue/redis-server.js'
import { steady } from '../suite/steady.js'
import { built } from './built.js'
import { activeOn } from './told.js'

const KILLED = 200
// misprints look at the first four draws, which nobody else decides: pieces of them are all that is given away
const theorem = { effort: 0.2, precision: 0.005, misprints: true }
const [theorems, seed] = ['test/suite/queue/theorems', '1']

describe.skipIf(!hasRedis)('a theorem whose pieces are run by many', () => {
  let server: RedisServer
  let [code, folder, alone] = ['', '', '']
  beforeAll(async () => {
    code = await built()
    folder = await mkdtemp(join(tmpdir(), 'assay-'))
    server = await startRedis()
    alone = steady(await runSuite({ theorems, patterns: [], seed, threads: 1, ...theorem }))
  }, 300_000)
  afterAll(async () => {
    await server.stop()
    await Promise.all([code, folder].map((path) => rm(path, { recursive: true })))
  })

  const worker = (queue: string): Child =>
    startScript('suite/queue/worker-run', [`${server.url}?queue=${queue}`, theorems, 'real'], code)

  /** One run: who takes the theorem is spared, those who come afterwards die; how many, and how many with pieces? */
  async function harmed(queue: string, most: number): Promise<{ killed: number; withPieces: number }> {
    const active = await activeOn(server, queue)
    const blocks = new Queue(`${queue}-blocks`, { connection: { host: '127.0.0.1', port: server.port } })
    const record = join(folder, `${queue}.json`)
    const first = worker(queue)
    const run = startScript('suite/queue/coordinator-run',
      [`${server.url}?queue=${queue}`, theorems, seed, record, JSON.stringify(theorem)], code)
    await active.begun
    let [killed, withPieces, over] = [0, 0, false]
    const lane = async (): Promise<void> => {
      while (!over && killed < most) {
        const victim = worker(queue)
        await victim.spoken
        await sleep(between(200, 1500))
        if (await killedWithPieces(victim.process, blocks)) withPieces++
        if (await victim.killed) killed++
      }
    }
    const killing = Promise.all([lane(), lane(), lane(), lane()])
    expect(await run.killed).toBe(false)
    over = true
    await killing
    first.process.kill('SIGKILL')
    await blocks.close()
    expect(steady(JSON.parse(await readFile(record, 'utf8')))).toBe(alone)
    return { killed, withPieces }
  }

  test(`has the record of one thread while ${KILLED} of them are killed`, async () => {
    let [killed, withPieces] = [0, 0]
    for (let round = 0; killed < KILLED; round++) {
      const found = await harmed(`pieces-${round}`, KILLED - killed)
      killed += found.killed
      withPieces += found.withPieces
    }
    expect(withPieces).toBeGreaterThan(KILLED / 4)
  })
})
