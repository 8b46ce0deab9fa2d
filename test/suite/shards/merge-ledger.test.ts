/** `merge --ledger`: what shards found is kept as the ledger of a whole run keeps it, and nothing stale is. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { NamedRecord } from '../../../src/suite/merge.js'
import type { RunOptions } from '../../../src/suite/run-options.js'
import { runSuite } from '../../../src/suite/run.js'
import { mergeShards } from '../../../src/suite/shards/merge-shards.js'
import { steady } from '../steady.js'
import { folderOf, shardsOf, weightModule } from './small-shards.js'

let folder = ''
let options: RunOptions
let nights: readonly (readonly NamedRecord[])[] = []
const text = weightModule(`one: 'v == lambda * c / (k * (2 - lambda * k))'`, 'one: [simulated({ dimension: 1 })]')

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-'))
  options = { ...await folderOf(folder, text), misprints: false }
  nights = [await shardsOf(folder, options), await shardsOf(folder, { ...options, seed: '8' })]
}, 120_000)
afterAll(() => rm(folder, { recursive: true }))

const merged = (night: number, ledger: string) =>
  mergeShards(nights[night]!, { theorems: options.theorems, threads: 1, ledger: join(folder, ledger) })

test('a run of the whole takes from the ledger what was merged into it, to the same record', async () => {
  const report = await merged(0, 'one.jsonl')
  const whole = await runSuite({ ...options, ledger: join(folder, 'one.jsonl') })
  expect(whole.run.ledger!.kept).toBe(1)
  expect(steady(whole)).toBe(steady(report))
}, 60_000)

test('evidence of two nights adds up, and a night that is merged twice counts once', async () => {
  const seedsOf = async (night: number) => (await merged(night, 'two.jsonl')).theorems[0]!.claims[0]!.accumulated![0]!
  const [first, second, again] = [await seedsOf(0), await seedsOf(1), await seedsOf(1)]
  expect([first.seeds, second.seeds]).toEqual([1, 2])
  expect(second.samples).toBeGreaterThan(first.samples)
  expect(again).toEqual(second)
  expect((await readFile(join(folder, 'two.jsonl'), 'utf8')).trim().split('\n')).toHaveLength(2)
})

test('shards of another text of a module are refused, and the ledger is left as it was', async () => {
  const file = join(options.theorems, 'other.ts')
  await writeFile(file, text.replace("'weight'", "'other'"))
  await expect(merged(0, 'three.jsonl')).rejects.toMatchObject({ code: 'STALE_SHARD' })
  await rm(file)
  await expect(readFile(join(folder, 'three.jsonl'))).rejects.toThrow('ENOENT')
})
