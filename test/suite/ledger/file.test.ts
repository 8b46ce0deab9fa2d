/** The ledger on disk: what was written is read back, whatever a crash left behind. */
import { appendFile, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Entry } from '../../../src/suite/ledger/entry.js'
import { appendEntry, readLedger } from '../../../src/suite/ledger/file.js'
import { theoremReport } from '../../report/reports.js'

let folder = ''
const file = () => join(folder, 'ledger.jsonl')
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'assay-')) })
afterEach(() => rm(folder, { recursive: true }))

const fingerprint = (digit: string): string => digit.repeat(64)
const entry = (seed: string, digit = 'a'): Entry => ({
  schema: 1, fingerprint: fingerprint(digit), report: theoremReport({ title: 'a "title"\nin two lines' }),
  conditions: { seed, effort: 1, precision: 0.02, misprints: true, suiteSize: 3 },
})
const seedsIn = async (digit = 'a') =>
  (await readLedger(file(), new Set([fingerprint(digit)]))).map(({ conditions }) => conditions.seed)

test('entries of the theorems asked for come back in order, whole', async () => {
  for (const one of [entry('1'), entry('2', 'b'), entry('3')]) appendEntry(file(), one)
  expect(await readLedger(file(), new Set([fingerprint('a')]))).toEqual([entry('1'), entry('3')])
})

test('a ledger that is not there yet holds nothing', async () => expect(await seedsIn()).toEqual([]))

test('wherever a crash cuts the last line, the others and those written later are read', async () => {
  appendEntry(file(), entry('1'))
  const first = (await readFile(file())).length
  appendEntry(file(), entry('2'))
  const whole = await readFile(file())
  await fc.assert(fc.asyncProperty(fc.integer({ min: first, max: whole.length - 2 }), async (length) => {
    await writeFile(file(), whole)
    await truncate(file(), length)
    appendEntry(file(), entry('3'))
    expect(await seedsIn()).toEqual(['1', '3'])
  }), { numRuns: 20 })
})

test('a file of something else is refused and stays as it was', async () => {
  await writeFile(file(), 'dear diary\n')
  await expect(readLedger(file(), new Set())).rejects.toMatchObject({ code: 'NOT_A_LEDGER' })
  expect(await readFile(file(), 'utf8')).toBe('dear diary\n')
})

test('a place that cannot be written is refused by name', async () => {
  await appendFile(file(), '')
  expect(() => appendEntry(join(file(), 'below'), entry('1'))).toThrow('cannot write the ledger')
})
