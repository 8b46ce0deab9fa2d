/** `assay verify`: what a script may rely on. */
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SuiteReport } from '../../src/suite/events.js'
import { run } from './fake-shell.js'

const verify = (args: string, part = {}) => run(`verify --theorems test/cli/theorems ${args}`, part)
let folder = ''
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'assay-')) })
afterAll(() => rm(folder, { recursive: true }))
const recordOf = async (name: string) => JSON.parse(await readFile(join(folder, name), 'utf8')) as SuiteReport

test.each([
  ['fine', 0], ['contrary', 1], ['mixed/ill', 2], ['open', 3], ['', 1], ['fine open', 3], ['fine mixed/ill', 2],
  ['mixed/*', 1],
])('assay verify %s exits with %d', async (patterns, code) => expect((await verify(patterns)).code).toBe(code), 20_000)

describe('the record', () => {
  test('has the skeleton that scripts rely on', async () => {
    await verify(`--json ${folder}/record.json --seed 7 --effort quick --precision 0.1`)
    const record = await recordOf('record.json')
    expect(record).toMatchObject({
      schema: 1, seed: '7', engine: { node: process.versions.node }, budget: { suiteAlpha: 1e-6, precision: 0.1 },
      summary: { theorems: 3, claims: 5, asExpected: 3, proved: 2, verified: 1, refuted: 1, undecided: 1, invalid: 0 },
    })
    expect(record.theorems.map(({ id }) => id)).toEqual(['fine', 'mixed/contrary', 'mixed/open'])
    expect(record.errors)
      .toMatchObject([{ file: 'test/cli/theorems/mixed/ill.ts', claim: null, code: 'NO_DEFAULT_EXPORT' }])
  }, 20_000)

  test('is the same for the same seed, apart from seconds', async () => {
    const texts = await Promise.all([1, 2].map(async (threads) => {
      await verify(`--json ${folder}/${threads}.json --threads ${threads}`)
      return JSON.stringify(await recordOf(`${threads}.json`), (key, value) => (key === 'seconds' ? 0 : value))
    }))
    expect(texts[0]).toBe(texts[1])
  }, 20_000)

  test('of the shards together has every theorem once', async () => {
    await Promise.all([1, 2, 3].map((i) => verify(`--shard ${i}/3 --json ${folder}/shard${i}.json`)))
    const records = await Promise.all([1, 2, 3].map((i) => recordOf(`shard${i}.json`)))
    expect(records.flatMap(({ theorems }) => theorems.map(({ id }) => id)).sort())
      .toEqual(['fine', 'mixed/contrary', 'mixed/open'])
    expect(records.map((record) => record.run.shard)).toEqual(['1/3', '2/3', '3/3'])
  }, 20_000)
})

test('a random seed is printed, so that the run can be repeated', async () => {
  const seeds = await Promise.all(['--seed random fine', '--seed random fine'].map(async (args) =>
    /^seed (\d+)/.exec((await verify(args)).out)?.[1]))
  expect(seeds[0]).toMatch(/^\d+$/)
  expect(seeds[0]).not.toBe(seeds[1])
}, 20_000)

test('the token beside a counterexample replays that claim alone, and comes out the same', async () => {
  const { out } = await verify('contrary --seed 9')
  const token = /assay replay (\S+)/.exec(out)?.[1] ?? ''
  const again = await run(`replay ${token} --theorems test/cli/theorems --json ${folder}/replay.json`)
  expect(again.code).toBe(1)
  const record = await recordOf('replay.json')
  expect(record.seed).toBe('9')
  expect(record.theorems.map(({ claims }) => claims.map(({ name }) => name))).toEqual([['wrong']])
  expect(record.theorems[0]!.claims[0]!.evidence[0]!.how).toBe(`seed 9, alpha ${1e-6 / 4}`)
}, 20_000)

test('on GitHub claims that did not come out are annotated', async () => {
  const { out } = await verify('contrary', { env: { GITHUB_ACTIONS: 'true' } })
  expect(out)
    .toContain('::error file=test/cli/theorems/mixed/contrary.ts,line=4,title=mixed/contrary › wrong%3A refuted::')
}, 20_000)

test('Ctrl-C ends the run with exit code 130 and the record of what had ended', async () => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/cli/interrupted.ts', join(folder, 'partial.json')])
  child.stdout.on('data', (text: Buffer) => { if (String(text).includes('title of fine')) child.kill('SIGINT') })
  const code = await new Promise((resolve) => { child.on('exit', resolve) })
  expect(code).toBe(130)
  const record = await recordOf('partial.json')
  expect(record.run.interrupted).toBe(true)
  expect(record.theorems.map(({ id }) => id)).toEqual(['fine'])
}, 20_000)
