/** A folder of small theorems, and how they are run. */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RunOptions } from '../../src/suite/run-options.js'
import { writeTheorems } from '../suite/small-theorems.js'

export const slowJob = new URL('./slow-job.ts', import.meta.url).href

export async function folderOfTheorems(count: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'assay-'))
  await writeTheorems(folder, count, 'refuted')
  return folder
}

export const runOptions = (theorems: string, seed: string): RunOptions =>
  ({ theorems, patterns: [], effort: 1, precision: 0.02, seed, misprints: true, job: slowJob, threads: 2 })
