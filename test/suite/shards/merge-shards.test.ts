/** Shards that share the draws of a theorem, merged, are the run of the whole; what does not fit is refused by name. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SuiteReport } from '../../../src/suite/events.js'
import type { NamedRecord } from '../../../src/suite/merge.js'
import { readRecord } from '../../../src/suite/read-record.js'
import type { RunOptions } from '../../../src/suite/run-options.js'
import { runSuite } from '../../../src/suite/run.js'
import { isHomeOf } from '../../../src/suite/shards/home.js'
import { mergeShards } from '../../../src/suite/shards/merge-shards.js'
import type { Home, SplitShare } from '../../../src/suite/shards/part.js'
import { steady } from '../steady.js'
import { folderOf, shardsOf, weightModule } from './small-shards.js'

let folder = ''
let options: RunOptions
let whole: SuiteReport
let records: NamedRecord[] = []

/** One weight: a claim that holds, and one that is to fall. */
const text = weightModule(
  `variance: 'v == lambda * c / (k * (2 - lambda * k))',
   wrong: { then: 'v == lambda * c / (k * (2 + lambda * k))', expected: 'refuted', corrected: 'variance' }`,
  'variance: [moments(), simulated({ dimension: 1 })], wrong: [simulated({ dimension: 1 })]')

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-'))
  options = await folderOf(folder, text)
  whole = await runSuite(options)
  records = await shardsOf(folder, options)
}, 120_000)
afterAll(() => rm(folder, { recursive: true }))

const changed = ({ file, report }: NamedRecord, part: object): NamedRecord =>
  ({ file, report: { ...report, part: { ...report.part!, ...part } } })
const refusalOf = (all: readonly NamedRecord[], theorems = options.theorems): Promise<Error & { code?: string }> =>
  mergeShards(all, { theorems, threads: 1 }).then(() => new Error('merged'), (error: Error) => error)

const merged = (all: readonly NamedRecord[]): Promise<SuiteReport> =>
  mergeShards(all, { theorems: options.theorems, threads: 1 })
const shareOf = ({ report }: NamedRecord): SplitShare => report.part!.split[0]!
const isHome = (one: NamedRecord): boolean => shareOf(one).home !== undefined
/** The records with one share changed: that of the home, or the first of the others. */
const withShare = (atHome: boolean, change: (share: SplitShare) => SplitShare): NamedRecord[] => {
  const place = records.findIndex((one) => isHome(one) === atHome)
  return records.map((one, k) => (k === place ? changed(one, { split: [change(shareOf(one))] }) : one))
}

test('every shard has draws of the one theorem, one is its home, and they give its record bit for bit', async () => {
  const decided = records.map((one) => Object.keys(shareOf(one).decisions).length)
  expect([decided.every((n) => n > 0), records.every(({ report }) => !report.theorems.length)]).toEqual([true, true])
  expect(records.filter(isHome)).toHaveLength(1)
  expect(steady(await merged([...records].reverse()))).toBe(steady(whole))
}, 60_000)

test('what the home found is taken as it is: merging proves nothing and tries no misprint', async () => {
  const told = withShare(true, (share) => JSON.parse(JSON.stringify(share)
    .replace('"kind":"moments","verdict":"proved","how":"', '$&long ago, ')
    .replace(/"equivalent":\d+,"survivors"/, '"equivalent":77,"survivors"')) as SplitShare)
  const { evidence, misprints } = (await merged(told)).theorems[0]!.claims[0]!
  expect([evidence[0]!.how, misprints!.equivalent]).toEqual([expect.stringMatching(/^long ago, /), 77])
})

test('a draw that no shard has decided is decided in the end, and one that refutes makes the claim fall', async () => {
  const missing = withShare(false, (share) => ({ ...share, decisions: {} }))
  expect(steady(await merged(missing))).toBe(steady(whole))
  const against = withShare(false, (share) => ({
    ...share,
    decisions: JSON.parse(JSON.stringify(share.decisions).replace('"status":"verified"', '"status":"refuted"')),
  }))
  const { verdict, evidence } = (await merged(against)).theorems[0]!.claims[0]!
  expect([verdict, evidence[1]!.verdict]).toEqual(['refuted', 'refuted'])
}, 60_000)

test('a theorem without a home, or with two, is refused by the name of a shard', async () => {
  const none = await refusalOf(withShare(true, ({ home: _, ...share }) => share))
  expect([none.code, none.message]).toEqual(['NO_HOME', expect.stringContaining('1.json')])
  const { home } = shareOf(records.find(isHome)!)
  const two = await refusalOf(withShare(false, (share) => ({ ...share, home: home! })))
  expect([two.code, two.message]).toEqual(['DUPLICATE_HOME', expect.stringMatching(/\d\.json/)])
})

test('a home that does not say what it found is refused by its name, whichever field is wrong', async () => {
  const { file } = records.find(isHome)!
  const wrong: readonly ((home: Home) => unknown)[] = [
    () => ({ report: null, open: [] }), ({ report }) => ({ report }),
    ({ report, open }) => ({ report: [report], open }),
    ({ report, open }) => ({ open, report: { ...report, id: 'another' } }),
  ]
  for (const change of wrong) {
    const error = await refusalOf(withShare(true, (share) => ({ ...share, home: change(share.home!) as Home })))
    expect([error.code, error.message]).toEqual(['BAD_HOME', expect.stringContaining(file)])
  }
})

test('each field of a home that is read must have its form, and what is open must fit the report', () => {
  const { home } = shareOf(records.find(isHome)!)
  const places: readonly (readonly (string | number)[])[] = [
    [], ['report'], ['report', 'source'], ['report', 'claims', 0], ['report', 'claims', 0, 'evidence', 0],
    ['report', 'claims', 0, 'misprints'], ['report', 'algorithm'], ['report', 'coverage'], ['open', 0],
    ['open', 0, 'levels'], ['open', 0, 'ledger'], ['open', 0, 'draws', 1],
  ]
  expect(isHomeOf('weight', home)).toBe(true)
  for (const place of places) {
    const at = (root: unknown) => place.reduce((x, name) => (x as never)[name], root) as Record<string, unknown>
    const details = new Set(place.includes('evidence') ? Object.keys(at(home)).slice(3, -1) : [])
    for (const name of Object.keys(at(home)).filter((one) => !details.has(one))) {
      const wrong = structuredClone(home)
      at(wrong)[name] = [NaN]
      expect([...place, name, isHomeOf('weight', wrong)]).toEqual([...place, name, false])
    }
  }
})

test('a shard of another division is refused, by its name', async () => {
  const other = changed(records[1]!, { assignment: 'another' })
  const error = await refusalOf([records[0]!, other, records[2]!])
  expect([error.code, error.message]).toEqual(['FOREIGN_SHARD', expect.stringContaining('2.json')])
})

test('a decision that is none, or that another shard has made, is refused by the name of its shard', async () => {
  const [one, other] = records.filter((record) => !isHome(record)) as [NamedRecord, NamedRecord]
  const [[key, value]] = Object.entries(shareOf(one).decisions) as [[string, { check: object }]]
  const none = { ...value, check: { ...value.check, n: null } }
  const damaged = withShare(false, (share) => ({ ...share, decisions: { ...share.decisions, [key]: none } }))
  const bad = await refusalOf(damaged)
  expect([bad.code, bad.message]).toEqual(['BAD_DECISION', expect.stringContaining(one.file)])
  const twice = changed(other, { split: [{ ...shareOf(other), decisions: { [key]: value } }] })
  const double = await refusalOf(records.map((record) => (record === other ? twice : record)))
  expect([double.code, double.message]).toEqual(['DUPLICATE_DECISION', expect.stringMatching(/\d\.json/)])
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
