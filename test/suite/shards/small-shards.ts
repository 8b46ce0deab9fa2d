/** Modules about one weight, small enough to be split between shards in a test, and their shards as files keep them. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SuiteReport } from '../../../src/suite/events.js'
import type { NamedRecord } from '../../../src/suite/merge.js'
import { readRecord } from '../../../src/suite/read-record.js'
import type { RunOptions } from '../../../src/suite/run-options.js'
import { runSuite } from '../../../src/suite/run.js'
import { jsonText } from '../../../src/report/json.js'

/** At this effort a claim has so many draws, of which the first four are decided at home. */
const EFFORT = 0.4, DRAWS = 8
const SHARDS = 3

/** The module of a theorem about one weight with these claims and evidence, as texts. */
export const weightModule = (claims: string, evidence: string): string => `
import { defineTheorem, gaussian, learningRate, measured, moments, positive, recurrence, scalar, simulated, work }
  from 'assay'
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
  claims: { ${claims} },
  evidence: { ${evidence} },
})
`

/** The folder of one theorem, and the options of a run that splits it. */
export async function folderOf(folder: string, text: string, seed = '7'): Promise<RunOptions> {
  const theorems = join(folder, 'theorems')
  await mkdir(theorems, { recursive: true })
  await writeFile(join(theorems, 'weight.ts'), text)
  const cost = { rest: 1, draws: Array.from({ length: DRAWS }, () => 1) }
  const costs = { precision: 0.2, theorems: new Map([['weight', cost]]) }
  return { theorems, patterns: [], effort: EFFORT, precision: 0.2, seed, misprints: true, threads: 1, costs }
}

/** The record of every shard. */
export const shardsOf = (folder: string, options: RunOptions): Promise<NamedRecord[]> =>
  Promise.all(Array.from({ length: SHARDS }, async (_, k) => {
    const report = await runSuite({ ...options, shard: { index: k + 1, count: SHARDS } })
    return kept(join(folder, `${k + 1}.json`), report)
  }))

/** As a file keeps it. */
async function kept(file: string, report: SuiteReport): Promise<NamedRecord> {
  await writeFile(file, jsonText(report))
  return { file, report: await readRecord(file) }
}
