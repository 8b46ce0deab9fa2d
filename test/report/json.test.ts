/** The record on disk is JSON whatever the numbers were, and is there whole or not at all. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { jsonReporter, jsonText, toJson } from '../../src/report/json.js'
import { writeWhole } from '../../src/report/write-whole.js'
import { claimReport, suiteReport, theoremReport } from './reports.js'

let folder = ''
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'assay-')) })
afterAll(() => rm(folder, { recursive: true }))

test('plain JSON stays as it is', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => { expect(JSON.stringify(toJson(value))).toBe(JSON.stringify(value)) }),
  )
})

test('numbers that are not finite become null and big integers text', () => {
  expect(toJson({ a: [NaN, Infinity, -Infinity, 1], b: { c: 10n ** 30n } })).toEqual(
    { a: [null, null, null, 1], b: { c: `1${'0'.repeat(30)}` } })
})

test('the text is the value, and lists of numbers stand on one line', () => {
  fc.assert(fc.property(fc.jsonValue(),
    (value) => { expect(JSON.stringify(JSON.parse(jsonText(value)))).toBe(JSON.stringify(value)) }))
  expect(jsonText({ a: [1, -2e-9, null], b: ['x', 'y'] })).toContain('"a": [1, -2e-9, null],\n  "b": [\n')
})

test('the file holds the whole record, in folders made for it, and nothing else is left behind', async () => {
  const report = suiteReport([theoremReport({ claims: [claimReport()] })])
  await jsonReporter(join(folder, 'deep', 'record.json')).onRunEnd?.(report)
  expect(JSON.parse(await readFile(join(folder, 'deep', 'record.json'), 'utf8'))).toEqual(report)
  expect(await readdir(join(folder, 'deep'))).toEqual(['record.json'])
})

test('a write that fails leaves the old file and no draft', async () => {
  await writeFile(join(folder, 'taken'), 'old')
  await expect(writeWhole(join(folder, 'taken', 'x.json'), 'new')).rejects.toThrow()
  await writeWhole(join(folder, 'sub', 'x'), '')
  await expect(writeWhole(join(folder, 'sub'), 'new')).rejects.toThrow()
  expect((await readdir(folder)).filter((name) => name.includes('part'))).toEqual([])
  expect(await readFile(join(folder, 'taken'), 'utf8')).toBe('old')
})

test('power, coverage, the misprints of the algorithm and the ledger of false alarms are in the record', async () => {
  const alarms = { simulations: 1, allocated: 1e-8, spent: 1e-8 }
  const power = { detectable: 0.01, samplesNeeded: null }
  const algorithm = { total: 2, killed: 1, equivalent: 0, alsoTrue: [], survivors: ['line 1: mu^2 for mu'] }
  const evidence = [{ kind: 'simulated', verdict: 'verified' as const, how: '', seconds: 1, power }]
  const whole = suiteReport([theoremReport({ claims: [claimReport({ evidence })], algorithm })])
  await jsonReporter(join(folder, 'fields.json')).onRunEnd?.({ ...whole, budget: { ...whole.budget, alarms } })
  const { budget, theorems: [theorem] } =
    JSON.parse(await readFile(join(folder, 'fields.json'), 'utf8')) as typeof whole
  expect(budget.alarms).toEqual(alarms)
  expect(theorem!.claims[0]!.evidence[0]!.power).toEqual(power)
  expect(theorem!.algorithm).toEqual(algorithm)
})
