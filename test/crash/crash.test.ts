/** Runs, workers and coordinators are killed with SIGKILL at random moments: nothing is lost, nothing counted twice. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { between, type Child, killAfter, startScript } from '../children.js'
import { hasRedis, type RedisServer, startRedis } from '../suite/queue/redis-server.js'
import { writeTheorems } from '../suite/small-theorems.js'
import { steady } from '../suite/steady.js'
import { built } from './built.js'
import { stalledOn } from './told.js'

const RUNS_KILLED = 20
const WORKERS_KILLED = 200
const COORDINATORS_KILLED = 20
const THEOREMS = 60

let [code, folder, theorems] = ['', '', '']
beforeAll(async () => {
  code = await built()
  folder = await mkdtemp(join(tmpdir(), 'assay-'))
  theorems = join(folder, 'theorems')
  await writeTheorems(theorems, THEOREMS, 'refuted')
})
afterAll(() => Promise.all([code, folder].map((path) => rm(path, { recursive: true }))))

const recordAt = async (file: string): Promise<string> => steady(JSON.parse(await readFile(file, 'utf8')))

describe('a run with a ledger', () => {
  const verify = (name: string, ...more: readonly string[]): Child => startScript('cli/fake-run',
    ['verify', '--theorems', theorems, '--threads', '2', '--json', join(folder, `${name}.json`), ...more], code)

  test(`ends with the record of one that was never killed, after ${RUNS_KILLED} kills`, async () => {
    for (let killed = 0, round = 0; killed < RUNS_KILLED; round++) {
      const [harmed, whole] = [`${round}.harmed`, `${round}.whole`]
      const again = (): Child => verify(harmed, '--seed', String(round), '--ledger', join(folder, `${round}.jsonl`))
      for (let k = 0; await killAfter(again(), between(300, 900 + 300 * k)); k++) killed++
      await verify(whole, '--seed', String(round)).killed
      expect(await recordAt(join(folder, `${harmed}.json`))).toBe(await recordAt(join(folder, `${whole}.json`)))
    }
  })
})

describe.skipIf(!hasRedis)('on a queue', () => {
  let server: RedisServer
  const whole = new Map<string, Promise<string>>()
  const names = Array.from({ length: THEOREMS }, (_, k) => `t${k}`).sort()
  beforeAll(async () => { server = await startRedis() })
  afterAll(() => server.stop())

  const worker = (queue: string): Child =>
    startScript('suite/queue/worker-run', [`${server.url}?queue=${queue}`, theorems], code)
  const recordOf = (queue: string, seed: string): string => join(folder, `${queue}.${seed}.json`)
  const coordinator = (queue: string, seed: string): Child => startScript('suite/queue/coordinator-run',
    [`${server.url}?queue=${queue}`, theorems, seed, recordOf(queue, seed)], code)
  /** The record of a run that nobody harms, by the same route. */
  const unharmed = (seed: string): Promise<string> => {
    if (!whole.has(seed)) whole.set(seed, undisturbed(seed))
    return whole.get(seed)!
  }
  const undisturbed = async (seed: string): Promise<string> => {
    const serving = worker(`whole-${seed}`)
    await coordinator(`whole-${seed}`, seed).killed
    serving.process.kill('SIGKILL')
    return recordAt(recordOf(`whole-${seed}`, seed))
  }

  test(`a run has its record, each theorem once, while ${WORKERS_KILLED} workers are killed`, async () => {
    const stalled = await stalledOn(server, 'workers')
    let killed = 0
    // three workers at any time that will be killed, and one that will not
    const lane = async (): Promise<void> => {
      while (killed < WORKERS_KILLED) {
        const victim = worker('workers')
        await victim.spoken
        if (await killAfter(victim, between(100, 1200))) killed++
      }
    }
    const killing = Promise.all([lane(), lane(), lane()])
    const last = worker('workers')
    for (let seed = 0; killed < WORKERS_KILLED; seed++) {
      const run = coordinator('workers', String(seed))
      expect(await run.killed).toBe(false)
      expect(run.printed().trim().split('\n').sort()).toEqual(names)
      expect(await recordAt(recordOf('workers', String(seed)))).toBe(await unharmed(String(seed)))
    }
    await killing
    last.process.kill('SIGKILL')
    // most of them had a job in hand
    expect(await stalled.count()).toBeGreaterThan(WORKERS_KILLED / 4)
  })

  test(`${COORDINATORS_KILLED} killed coordinators change no record`, async () => {
    const workers = [worker('coordinators'), worker('coordinators')]
    for (let killed = 0, seed = 0; killed < COORDINATORS_KILLED; seed++) {
      const again = (): Child => coordinator('coordinators', String(seed))
      for (let k = 0; await killAfter(again(), between(300, 900 + 300 * k)); k++) killed++
      expect(await recordAt(recordOf('coordinators', String(seed)))).toBe(await unharmed(String(seed)))
    }
    for (const one of workers) one.process.kill('SIGKILL')
  })
})
