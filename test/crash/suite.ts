/** A folder of small theorems, and what a run of them is like when nothing is killed. */
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { SuiteReport } from '../../src/suite/events.js'
import type { RunOptions } from '../../src/suite/run-options.js'

export const slowJob = new URL('./slow-job.ts', import.meta.url).href

export async function folderOfTheorems(count: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'assay-'))
  const stated = JSON.stringify(resolve('test/suite/modules/_stated.ts'))
  await Promise.all(Array.from({ length: count }, (_, k) => writeFile(join(folder, `t${k}.ts`),
    `import { stated } from ${stated}\nexport default stated('t${k}', { one: 'proved', two: 'refuted' })\n`)))
  return folder
}

export const runOptions = (theorems: string, seed: string): RunOptions =>
  ({ theorems, patterns: [], effort: 1, precision: 0.02, seed, misprints: true, job: slowJob, threads: 2 })

/** A record as text, without what depends on the clock or on what was there before. */
export const steady = ({ run: { ledger: _, ...conditions }, ...report }: SuiteReport): string =>
  JSON.stringify({ ...report, run: conditions }, (key, value) => (key === 'seconds' ? 0 : value))
