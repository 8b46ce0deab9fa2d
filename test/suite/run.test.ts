/** A whole run over bad modules: each costs its own verdict, under a code of its own, and never another's. */
import { beforeAll, describe, expect, test } from 'vitest'
import { discoverTheorems } from '../../src/suite/discover.js'
import type { SuiteReport } from '../../src/suite/events.js'
import { runSuite } from '../../src/suite/run.js'
import { exitCode } from '../../src/suite/summary.js'
import type { RunOptions } from '../../src/suite/run-options.js'
import { steady } from './steady.js'

const job = new URL('./jobs/fake.ts', import.meta.url).href
const modules = 'test/suite/modules'
const options: RunOptions = {
  theorems: modules, patterns: [], effort: 1, precision: 0.02, seed: '7', misprints: true, job, threads: 2,
  limits: { importSeconds: 2.5, silentSeconds: 20, megabytes: 64 },
}
const secondsOf = (seconds: Record<string, number>) =>
  new Map(Object.entries(seconds).map(([id, value]) => [`${modules}/${id}.ts`, value]))

const codes: readonly (readonly [string, string])[] = [
  ['exits.ts', 'EXITS'], ['hangs.ts', 'HANGS'], ['waits.ts', 'HANGS'], ['throws.ts', 'IMPORT_FAILED'],
  ['throws-null.ts', 'IMPORT_FAILED'], ['syntax-error.mjs', 'IMPORT_FAILED'], ['runs-away.ts', 'OUT_OF_MEMORY'],
  ['no-default.ts', 'NO_DEFAULT_EXPORT'], ['no-theorem.ts', 'NOT_A_THEOREM'], ['wrong-id.ts', 'ID_DIFFERS'],
  ['rejects.ts', 'CRASHED'], ['alters.ts', 'ALTERS_GLOBALS'], ['impersonates.ts', 'IMPORT_FAILED'],
  ['twice.ts', 'DUPLICATE_ID'],
]

describe('a folder of bad modules', () => {
  let report: SuiteReport
  const printed = new Map<string, string>()

  beforeAll(async () => {
    report = await runSuite(options, [{ onTheoremDone: ({ id }, output) => printed.set(id, output) }])
  }, 60_000)

  test.each(codes)('%s costs its own verdict, as %s', (name, code) => {
    expect(report.errors.filter(({ file }) => file === `${modules}/${name}`).map((fault) => fault.code)).toEqual([code])
    expect(report.theorems.map(({ file }) => file)).not.toContain(`${modules}/${name}`)
  })

  test('well-formed modules beside them keep their verdicts', () => {
    const ids = report.theorems.map(({ id }) => id)
    expect(ids.filter((id) => id !== 'exits-later')).toEqual(['also-good', 'good', 'prints', 'twice'])
    expect(report.theorems.flatMap(({ claims }) => claims).every(({ verdict }) => verdict === 'proved')).toBe(true)
  })

  test('a module can never turn the run green', () => expect(exitCode(report)).toBe(2))

  test('what a module prints is told and reaches no stream of its own accord', () => {
    expect(printed.get('prints')).toContain('printed to stdout')
    expect(printed.get('prints')).toContain('printed to stderr')
  })
})

describe('a run', () => {
  const small = { ...options, patterns: ['good', 'prints'] }

  test('gives the same record for any number of threads and any order of starting, apart from seconds', async () => {
    const expected = secondsOf({ good: 1, 'also-good': 50, prints: 7 })
    const [one, many] =
      await Promise.all([runSuite({ ...small, threads: 1 }), runSuite({ ...small, threads: 3, expected })])
    expect(steady(one)).toBe(steady(many))
  }, 20_000)

  test('splits the error budget over the whole folder, whatever is selected', async () => {
    const report = await runSuite({ ...small, patterns: ['also-good'] })
    const size = new Set((await discoverTheorems(modules)).map(({ id }) => id)).size
    expect(report.theorems[0]!.claims[0]!.evidence[0]!.how).toBe(`seed 7, alpha ${1e-6 / size}`)
  }, 20_000)

  test('that is interrupted reports what had ended', async () => {
    const stop = new AbortController()
    const report = await runSuite({ ...options, patterns: ['good', 'waits'], threads: 1, signal: stop.signal,
      expected: secondsOf({ good: 3, 'also-good': 2, waits: 1 }) },
    [{ onTheoremStart: ({ id }) => { if (id === 'waits') stop.abort() } }])
    expect(report.run.interrupted).toBe(true)
    expect(report.theorems.map(({ id }) => id)).toEqual(['also-good', 'good'])
    expect(report.errors).toEqual([])
  }, 20_000)
})
