/** Shards put together read like one run; whatever does not belong is refused by name. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SuiteReport } from '../../src/suite/events.js'
import { mergeRecords, type NamedRecord } from '../../src/suite/merge.js'
import { suiteReport, theoremReport } from '../report/reports.js'

const ids = ['a/one', 'a/two', 'b/one', 'b/two', 'c/one']
const whole = suiteReport(ids.map((id) => theoremReport({ id })))

function shard(index: number, count: number, part: Partial<SuiteReport['run']> = {}): NamedRecord {
  const theorems = whole.theorems.filter((_, k) => k % count === index - 1)
  const report = suiteReport(theorems)
  return { file: `${index}.json`, report: { ...report, run: { ...report.run, shard: `${index}/${count}`, ...part } } }
}
const shards = (count: number): NamedRecord[] => Array.from({ length: count }, (_, k) => shard(k + 1, count))
const withoutSeconds = ({ summary: { seconds: _, ...summary }, ...rest }: SuiteReport) => ({ ...rest, summary })
const codeOf = (records: readonly NamedRecord[]): string => {
  try {
    mergeRecords(records)
    return 'merged'
  } catch (error) {
    return (error as { code: string }).code
  }
}

test('any number of shards in any order give the record of the whole', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 5 }).chain((n) => fc.shuffledSubarray(shards(n), { minLength: n })),
    (records) => {
      expect(withoutSeconds(mergeRecords(records))).toEqual(withoutSeconds(whole))
  }))
})

test('random numbers that failed on one machine are told of the whole', () => {
  const [sound, failed] =
    [true, false].map((ok) => ({ ok, checks: 40, largest: ok ? 2 : 30, failed: ok ? [] : ['normal: moment 4'] }))
  const records =
    [shard(1, 3, { generator: sound! }), shard(2, 3, { generator: failed! }), shard(3, 3, { generator: sound! })]
  expect(mergeRecords(records).run.generator).toEqual(failed)
})

test('a shard that is missing, twice there, cut short, or no shard is refused', () => {
  expect(codeOf(shards(3).slice(1))).toBe('MISSING_SHARD')
  expect(codeOf([...shards(2), shard(1, 2)])).toBe('DUPLICATE_SHARD')
  expect(codeOf([shard(1, 2, { interrupted: true }), shard(2, 2)])).toBe('PARTIAL_SHARD')
  expect(codeOf([{ file: 'whole.json', report: whole }])).toBe('NO_SHARD')
  expect(codeOf([])).toBe('NO_SHARD')
})

test('a shard of another seed, engine, effort or division is refused, by the name of its file', () => {
  const [one, two] = shards(2) as [NamedRecord, NamedRecord]
  const others: readonly SuiteReport[] = [
    { ...two.report, seed: '2' }, { ...two.report, engine: { ...two.report.engine, version: '9' } },
    { ...two.report, run: { ...two.report.run, effort: 10 } }, shard(2, 3).report,
    { ...two.report, budget: { ...two.report.budget, precision: 0.5 } },
  ]
  for (const report of others) {
    expect(codeOf([one, { file: 'other.json', report }])).toBe('FOREIGN_SHARD')
    expect(() => mergeRecords([one, { file: 'other.json', report }])).toThrow('"other.json"')
  }
})
