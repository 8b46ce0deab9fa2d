/** Runs, workers and coordinators are killed with SIGKILL at random moments: nothing is lost, nothing counted twice. */
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SuiteReport } from '../../src/suite/events.js'
import { runSuite } from '../../src/suite/run.js'
import { hasRedis, type RedisServer, startRedis } from '../suite/queue/redis-server.js'
import { killBetween, startScript } from './children.js'
import { steady } from '../suite/steady.js'
import { folderOfTheorems, runOptions } from './suite.js'

const RUNS_KILLED = 20
const WORKERS_KILLED = 200
const COORDINATORS_KILLED = 20
const THEOREMS = 24

let theorems = ''
beforeAll(async () => { theorems = await folderOfTheorems(THEOREMS) })
afterAll(() => rm(theorems, { recursive: true }))

const recordAt = async (file: string) => JSON.parse(await readFile(file, 'utf8')) as SuiteReport
const unharmed = async (seed: string): Promise<string> => steady(await runSuite(runOptions(theorems, seed)))

test(`a run with a ledger ends with the record of one that was never killed, after ${RUNS_KILLED} kills`, async () => {
  for (let killed = 0, round = 0; killed < RUNS_KILLED; round++) {
    const args = [theorems, String(round), join(theorems, `${round}.jsonl`), join(theorems, `${round}.json`)]
    for (let k = 0; await killBetween(startScript('test/crash/ledger-run.ts', ...args), 500, 1500 + 300 * k); k++) {
      killed++
    }
    expect(steady(await recordAt(join(theorems, `${round}.json`)))).toBe(await unharmed(String(round)))
  }
})

describe.skipIf(!hasRedis)('on a queue', () => {
  let server: RedisServer
  beforeAll(async () => { server = await startRedis() })
  afterAll(() => server.stop())

  const coordinator = (seed: string) => startScript('test/crash/coordinator-run.ts',
    server.url, theorems, seed, join(theorems, `${seed}.ended`), join(theorems, `${seed}.json`))

  test(`a run has the record of one on threads, each theorem once, while ${WORKERS_KILLED} workers are killed`,
    async () => {
      let killed = 0
      const enough = (): boolean => killed >= WORKERS_KILLED
      // two workers at any time
      const lane = async (): Promise<void> => {
        while (!enough()) {
          if (await killBetween(startScript('test/crash/worker-run.ts', server.url, theorems), 700, 3000)) killed++
        }
      }
      const killing = Promise.all([lane(), lane()])
      const last = startScript('test/crash/worker-run.ts', server.url, theorems)
      for (let round = 0; !enough(); round++) {
        const seed = `1${round}`
        expect(await coordinator(seed).killed).toBe(false)
        expect(steady(await recordAt(join(theorems, `${seed}.json`)))).toBe(await unharmed(seed))
        const ended = (await readFile(join(theorems, `${seed}.ended`), 'utf8')).trim().split('\n')
        expect([ended.length, new Set(ended).size]).toEqual([THEOREMS, THEOREMS])
      }
      await killing
      last.process.kill('SIGKILL')
  })

  test(`${COORDINATORS_KILLED} killed coordinators change no record`, async () => {
    const workers = [0, 1].map(() => startScript('test/crash/worker-run.ts', server.url, theorems))
    for (let killed = 0, round = 0; killed < COORDINATORS_KILLED; round++) {
      const seed = `2${round}`
      for (let k = 0; await killBetween(coordinator(seed), 700, 2000 + 300 * k); k++) killed++
      expect(steady(await recordAt(join(theorems, `${seed}.json`)))).toBe(await unharmed(seed))
    }
    for (const worker of workers) worker.process.kill('SIGKILL')
  })
})
