/** Workers are killed with SIGKILL in the midst of pieces of one theorem: its record is that of one thread. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runSuite } from '../../src/suite/run.js'
import { between, type Child, killAfter, startScript } from '../children.js'
import { hasRedis, type RedisServer, startRedis } from '../suite/queue/redis-server.js'
import { steady } from '../suite/steady.js'
import { built } from './built.js'
import { activeOn, lostOn } from './told.js'

const KILLED = 200
const theorem = { only: 'liu2021/covariance', precision: 0.02, misprints: false }
const seed = '1'

describe.skipIf(!hasRedis)('a theorem whose pieces are run by many', () => {
  let server: RedisServer
  let [code, folder, alone] = ['', '', '']
  beforeAll(async () => {
    code = await built()
    folder = await mkdtemp(join(tmpdir(), 'assay-'))
    server = await startRedis()
    alone = steady(await runSuite({ theorems: 'theorems', patterns: [], effort: 1, seed, threads: 1, ...theorem }))
  }, 300_000)
  afterAll(async () => {
    await server.stop()
    await Promise.all([code, folder].map((path) => rm(path, { recursive: true })))
  })

  const worker = (queue: string): Child =>
    startScript('suite/queue/worker-run', [`${server.url}?queue=${queue}`, 'theorems', 'real'], code)

  /** One run: who takes the theorem is spared, and those who come afterwards die; how many, and how many at work? */
  async function harmed(queue: string, most: number): Promise<{ killed: number; atWork: number }> {
    const [active, lost] = [await activeOn(server, queue), await lostOn(server, `${queue}-blocks`)]
    const record = join(folder, `${queue}.json`)
    const first = worker(queue)
    const run = startScript('suite/queue/coordinator-run',
      [`${server.url}?queue=${queue}`, 'theorems', seed, record, JSON.stringify(theorem)], code)
    await active.begun
    let [killed, over] = [0, false]
    const lane = async (): Promise<void> => {
      while (!over && killed < most) {
        const victim = worker(queue)
        await victim.spoken
        if (await killAfter(victim, between(200, 1500))) killed++
      }
    }
    const killing = Promise.all([lane(), lane(), lane(), lane()])
    expect(await run.killed).toBe(false)
    over = true
    await killing
    first.process.kill('SIGKILL')
    expect(steady(JSON.parse(await readFile(record, 'utf8')))).toBe(alone)
    return { killed, atWork: await lost.count() }
  }

  test(`has the record of one thread while ${KILLED} of them are killed`, async () => {
    let [killed, atWork] = [0, 0]
    for (let round = 0; killed < KILLED; round++) {
      const found = await harmed(`pieces-${round}`, KILLED - killed)
      killed += found.killed
      atWork += found.atWork
    }
    expect(atWork).toBeGreaterThan(KILLED / 10)
  })
})
