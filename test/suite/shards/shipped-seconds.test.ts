/** The order of starting that a folder's own table suggests. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RunOptions } from '../../../src/suite/run-options.js'
import { runSuite } from '../../../src/suite/run.js'
import { writeTheorems } from '../small-theorems.js'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-'))
  await writeTheorems(folder, 3, 'verified')
})
afterAll(() => rm(folder, { recursive: true }))

async function order(table: string, more: Partial<RunOptions> = {}): Promise<string[]> {
  await writeFile(join(folder, 'expected.json'), table)
  const started: string[] = []
  await runSuite({
    theorems: folder, patterns: [], effort: 1, precision: 0.02, seed: '7', misprints: false, threads: 1,
    job: new URL('../jobs/fake.ts', import.meta.url).href, ...more,
  }, [{ onTheoremStart: ({ id }) => { started.push(id) } }])
  return started
}

const table = (seconds: Record<string, number>): string => JSON.stringify({
  precision: 0.02, theorems: Object.fromEntries(Object.entries(seconds).map(([id, rest]) => [id, { rest, draws: [] }])),
})

test('theorems that the table of their folder expects to take longest are started first', async () => {
  expect(await order(table({ t0: 1, t1: 3, t2: 2 }))).toEqual(['t1', 't2', 't0'])
  expect(await order(table({ t0: 3, t1: 1, t2: 2 }))).toEqual(['t0', 't2', 't1'])
})

test('what an earlier run took counts before the table, and a table that is none spoils nothing', async () => {
  const expected = new Map([[join(folder, 't0.ts'), 9]])
  expect(await order(table({ t0: 1, t1: 3, t2: 2 }), { expected })).toEqual(['t0', 't1', 't2'])
  expect((await order('none')).toSorted()).toEqual(['t0', 't1', 't2'])
})
