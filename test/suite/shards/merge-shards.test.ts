/** Shards that share the draws of a theorem, merged, are the run of the whole; what does not fit is refused by name. */
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SuiteReport } from '../../../src/suite/events.js'
import type { NamedRecord } from '../../../src/suite/merge.js'
import { readRecord } from '../../../src/suite/read-record.js'
import type { RunOptions } from '../../../src/suite/run-options.js'
import { runSuite } from '../../../src/suite/run.js'
import { jsonText } from '../../../src/report/json.js'
import { mergeShards } from '../../../src/suite/shards/merge-shards.js'
import { steady } from '../steady.js'

const SHARDS = 3
let folder = ''
let options: RunOptions
let whole: SuiteReport
const records: NamedRecord[] = []

/** One weight: a claim that holds, and one that is to fall. */
const text = `
import { defineTheorem, gaussian, learningRate, measured, positive, recurrence, scalar, simulated, work } from 'assay'
const source = work({
  key: 'me2026', title: 'One', authors: ['Me'], venue: 'notes', year: 2026, url: 'https://example.org',
})
export default defineTheorem({
  id: 'weight', title: 'One weight', source: source.at('page 1'),
  symbols: {
    lambda: learningRate('rate'), k: positive('curvature'), c: positive('noise'), v: measured.scalar('variance'),
  },
  given: { stability: 'lambda * k < 2' },
  process: recurrence({
    state: { x: scalar }, noise: { eta: gaussian({ variance: 'c' }) }, step: ['x = x - lambda * (k * x + eta)'],
  }),
  measure: { v: 'Cov(x)' },
  claims: {
    variance: 'v == lambda * c / (k * (2 - lambda * k))',
    wrong: { then: 'v == lambda * c / (k * (2 + lambda * k))', expected: 'refuted', corrected: 'variance' },
  },
  evidence: { variance: [simulated({ dimension: 1 })], wrong: [simulated({ dimension: 1 })] },
})
`

/** As a file keeps it. */
async function kept(name: string, report: SuiteReport): Promise<NamedRecord> {
  const file = join(folder, name)
  await writeFile(file, jsonText(report))
  return { file, report: await readRecord(file) }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-'))
  const theorems = join(folder, 'theorems')
  await mkdir(theorems)
  await writeFile(join(theorems, 'weight.ts'), text)
  const costs = { precision: 0.2, theorems: new Map([['weight', { rest: 1, draws: [1, 1, 1, 1] }]]) }
  options = { theorems, patterns: [], effort: 0.1, precision: 0.2, seed: '7', misprints: true, threads: 1, costs }
  whole = await runSuite(options)
  for (let index = 1; index <= SHARDS; index++) {
    records.push(await kept(`${index}.json`, await runSuite({ ...options, shard: { index, count: SHARDS } })))
  }
}, 120_000)
afterAll(() => rm(folder, { recursive: true }))

const changed = ({ file, report }: NamedRecord, part: object): NamedRecord =>
  ({ file, report: { ...report, part: { ...report.part!, ...part } } })
const refusalOf = (all: readonly NamedRecord[], theorems = options.theorems): Promise<Error & { code?: string }> =>
  mergeShards(all, { theorems, threads: 1 }).then(() => new Error('merged'), (error: Error) => error)

test('every shard has draws of the one theorem, and together they give its record bit for bit', async () => {
  const decided = records.map(({ report: { part } }) => Object.keys(part!.split[0]!.decisions).length)
  expect([decided.every((n) => n > 0), records.every(({ report }) => !report.theorems.length)]).toEqual([true, true])
  const merged = await mergeShards([...records].reverse(), { theorems: options.theorems, threads: 1 })
  expect(steady(merged)).toBe(steady(whole))
}, 60_000)

test('a shard of another division is refused, by its name', async () => {
  const other = changed(records[1]!, { assignment: 'another' })
  const error = await refusalOf([records[0]!, other, records[2]!])
  expect([error.code, error.message]).toEqual(['FOREIGN_SHARD', expect.stringContaining('2.json')])
})

test('a decision that is none, or that another shard has made, is refused by the name of its shard', async () => {
  const [share] = records[1]!.report.part!.split
  const [[key, value]] = Object.entries(share!.decisions) as [[string, { check: object }]]
  const none = { ...value, check: { ...value.check, n: null } }
  const damaged = { ...share!, decisions: { ...share!.decisions, [key]: none } }
  const twice = { ...records[2]!.report.part!.split[0]!, decisions: { [key]: value } }
  const bad = await refusalOf([records[0]!, changed(records[1]!, { split: [damaged] }), records[2]!])
  expect([bad.code, bad.message]).toEqual(['BAD_DECISION', expect.stringContaining('2.json')])
  const double = await refusalOf([records[0]!, records[1]!, changed(records[2]!, { split: [twice] })])
  expect([double.code, double.message]).toEqual(['DUPLICATE_DECISION', expect.stringContaining('3.json')])
})

test('a shard file cut in half is refused, and so is one whose part is of another form', async () => {
  const record = await readFile(records[0]!.file, 'utf8')
  const cut = join(folder, 'cut.json')
  await writeFile(cut, record.slice(0, record.length / 2))
  await expect(readRecord(cut)).rejects.toMatchObject({ code: 'NOT_JSON' })
  await writeFile(cut, record.replace('"suiteSize": 1', '"suiteSize": "NaN"'))
  await expect(readRecord(cut)).rejects.toMatchObject({ code: 'NOT_A_RECORD' })
})

test('without the theorem, or with another text of it, its draws are of no use', async () => {
  const elsewhere = await refusalOf(records, resolve('test/cli/theorems'))
  expect([elsewhere.code, elsewhere.message]).toEqual(['NO_SPLIT_THEOREM', expect.stringContaining('weight')])
  const other = join(folder, 'other')
  await cp(options.theorems, other, { recursive: true })
  const file = join(other, 'weight.ts')
  await writeFile(file, `${await readFile(file, 'utf8')}\n`)
  const stale = await refusalOf(records, other)
  expect([stale.code, stale.message]).toEqual(['STALE_SHARD', expect.stringContaining('1.json')])
})
