/** `assay verify --ledger`: nothing is verified twice, and nothing is lost when a run is killed. */
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SuiteReport } from '../../src/suite/events.js'
import { between, killAfter, startScript } from '../children.js'
import { writeTheorems } from '../suite/small-theorems.js'
import { steady } from '../suite/steady.js'
import { run } from './fake-shell.js'

const names = Array.from({ length: 16 }, (_, k) => `t${k}`)
let folder = ''
const verify = (args = '') => run(`verify --theorems ${folder}/theorems ${args}`)
const theorem = (name: string): string => `${folder}/theorems/${name}.ts`

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-'))
  await writeTheorems(join(folder, 'theorems'), names.length, 'verified')
})
afterAll(() => rm(folder, { recursive: true }))

const recordOf = async (file: string) => JSON.parse(await readFile(file, 'utf8')) as SuiteReport

/** Runs until it ends by itself or is killed after so many milliseconds; was it killed? */
const runFor = (milliseconds: number, json: string): Promise<boolean> => killAfter(
  startScript('cli/fake-run', ['verify', '--theorems', `${folder}/theorems`, '--threads', '2',
    '--ledger', `${folder}/ledger.jsonl`, '--json', json]), milliseconds)

test('a run that is killed again and again ends with the record of one that never was', async () => {
  const [whole, resumed] = [join(folder, 'whole.json'), join(folder, 'resumed.json')]
  let killed = 0
  // ever later, so that a slow machine gets through as well
  while (await runFor(700 + 150 * killed + between(0, 150), resumed)) killed++
  await verify(`--json ${whole}`)
  const record = await recordOf(resumed)
  expect(killed).toBeGreaterThan(0)
  expect(record.run.ledger!.kept).toBeGreaterThan(0)
  expect(steady(record)).toBe(steady(await recordOf(whole)))
}, 120_000)

test('a theorem is verified again when its text or the conditions change, and others are kept', async () => {
  const ledger = `--ledger ${join(folder, 'second.jsonl')} --json ${join(folder, 'second.json')}`
  const keptAfter = async (args: string) => {
    await verify(`${ledger} ${args}`)
    return (await recordOf(join(folder, 'second.json'))).run.ledger!.kept
  }
  expect(await keptAfter('')).toBe(0)
  expect(await keptAfter('')).toBe(names.length)
  expect(await keptAfter('--seed 2')).toBe(0)
  await appendFile(theorem('t3'), '// a remark\n')
  expect(await keptAfter('--seed 2')).toBe(names.length - 1)
}, 60_000)

test('what a ledger spared is said on the first line', async () => {
  const { out } = await verify(`--ledger ${join(folder, 'second.jsonl')}`)
  expect(out).toContain(`${names.length - 1} kept from the ledger`)
}, 20_000)

test('a file that is no ledger is refused before anything is verified', async () => {
  await writeFile(join(folder, 'diary'), 'dear diary\n')
  const { code, error, out } = await verify(`--ledger ${join(folder, 'diary')}`)
  expect([code, out]).toEqual([2, ''])
  expect(error).toContain('is no ledger')
}, 20_000)
