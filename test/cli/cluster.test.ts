/** The script for Slurm, with the variables of a job array set by hand: its tasks are the shards of one run. */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SuiteReport } from '../../src/suite/events.js'
import { run } from './fake-shell.js'

let folder = ''
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'assay-')) })
afterAll(() => rm(folder, { recursive: true }))

const task = (id: number, count: number) => promisify(execFile)('bash',
  ['cluster/assay.sbatch', '--theorems', 'test/cli/theorems', '--effort', 'quick'], {
    env: {
      ...process.env, ASSAY: `${process.execPath} --import tsx test/cli/fake-run.ts`, RECORDS: folder,
      SLURM_ARRAY_TASK_ID: String(id), SLURM_ARRAY_TASK_COUNT: String(count), SLURM_CPUS_PER_TASK: '1',
    },
  }).then(() => 0, ({ code }: { code: number }) => code)

test('the tasks of an array leave records that merge into one, and each ends with the exit code of its shard',
  async () => {
    expect((await Promise.all([1, 2].map((id) => task(id, 2)))).sort()).toEqual([1, 3])
    const merged = join(folder, 'merged', 'record.json')
    expect((await run(`merge ${folder}/1.json ${folder}/2.json --json ${merged}`)).code).toBe(1)
    const { theorems, run: { shard } } = JSON.parse(await readFile(merged, 'utf8')) as SuiteReport
    expect([shard, ...theorems.map(({ id }) => id)]).toEqual([null, 'fine', 'mixed/contrary', 'mixed/open'])
}, 30_000)

test('outside of an array the script says how it is started', async () => {
  const failed = await promisify(execFile)('bash', ['cluster/assay.sbatch'], { env: { PATH: process.env.PATH ?? '' } })
    .catch((error: unknown) => error as { stderr: string })
  expect(failed.stderr).toContain('sbatch --array=1-N')
})
