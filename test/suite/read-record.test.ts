/** Only a whole record of a known schema is read. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readRecord } from '../../src/suite/read-record.js'
import { suiteReport, theoremReport } from '../report/reports.js'

let folder = ''
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'assay-')) })
afterAll(() => rm(folder, { recursive: true }))

const record = suiteReport([theoremReport()])
async function reading(text: string) {
  const file = join(folder, 'record.json')
  await writeFile(file, text)
  return readRecord(file)
}

test('what was written is read back', async () => expect(await reading(JSON.stringify(record))).toEqual(record))

test('a record cut anywhere is refused', async () => {
  const text = JSON.stringify(record)
  await fc.assert(fc.asyncProperty(fc.integer({ min: 0, max: text.length - 1 }), async (length) => {
    await expect(reading(text.slice(0, length))).rejects.toMatchObject({ code: 'NOT_JSON' })
  }), { numRuns: 30 })
})

test('a record that lacks a field of the contract is refused by the name of the field', async () => {
  for (const field of ['engine', 'seed', 'budget', 'run', 'theorems', 'errors', 'summary']) {
    await expect(reading(JSON.stringify({ ...record, [field]: undefined }))).rejects.toThrow(`"${field}"`)
  }
})

test('another schema, another thing and a file that is not there are told apart', async () => {
  await expect(reading('{"schema": 2}')).rejects.toMatchObject({ code: 'WRONG_SCHEMA' })
  await expect(reading('[1]')).rejects.toMatchObject({ code: 'NOT_A_RECORD' })
  await expect(readRecord(join(folder, 'gone.json'))).rejects.toMatchObject({ code: 'CANNOT_READ' })
})
