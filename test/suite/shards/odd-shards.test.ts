/** Shards of theorems that do not come out: merged they are the run of the whole, and each says what it met. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exitCode } from '../../../src/suite/summary.js'
import { runSuite } from '../../../src/suite/run.js'
import { mergeShards } from '../../../src/suite/shards/merge-shards.js'
import { steady } from '../steady.js'
import { folderOf, shardsOf, weightModule } from './small-shards.js'

let folder = ''
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'assay-')) })
afterAll(() => rm(folder, { recursive: true }))

const truth = 'v == lambda * c / (k * (2 - lambda * k))'
const simulatedOnly = 'one: [simulated({ dimension: 1 })]'
/** One that holds, and others that fall, should fall, are ill-stated, and measure nothing. */
const everyFate = weightModule(
  `one: '${truth}', falls: '${truth} * 3 / 2', stays: { then: '${truth}', expected: 'refuted', corrected: 'one' },
   ill: 'v == lamda', nothing: 'lambda * k == 1'`,
  `one: [moments(), simulated({ dimension: 1 })], falls: [simulated({ dimension: 1 })],
   stays: [simulated({ dimension: 1 })], ill: [moments()], nothing: [simulated({ dimension: 1 })]`)
/** Near its boundary of stability the fourth moment is infinite, so short runs decide; a misprint is left. */
const heavy = weightModule(`one: 'v == lambda^2 * c / (1 - (1 - lambda * k)^2 - lambda^2 * c)'`, simulatedOnly)
  .replace('lambda * k < 2', '(1 - lambda * k)^2 + lambda^2 * c < 1')
  .replace("'x = x - lambda * (k * x + eta)'", "'x = x - lambda * (k * x + eta * x + zeta)'")
  .replace("eta: gaussian({ variance: 'c' })", "$&, zeta: gaussian({ variance: 'c' })")
/** Name, module, and the exit codes of the whole and of each shard. */
const cases: readonly (readonly [string, string, number, readonly number[]])[] = [
  ['claims of every fate', everyFate, 1, [2, 0, 0]],
  ['a claim that short runs decide at some draws', heavy, 1, [0, 0, 0]],
  ['a module that exits', `${weightModule(`one: '${truth}'`, simulatedOnly)}\nprocess.exit(0)\n`, 2, [2, 2, 2]],
]

test.each(cases)('%s', async (name, text, code, codes) => {
  const place = join(folder, name.replaceAll(' ', '-'))
  const options = await folderOf(place, text)
  const whole = await runSuite(options)
  const records = await shardsOf(place, options)
  expect(steady(await mergeShards(records, { theorems: options.theorems, threads: 1 }))).toBe(steady(whole))
  expect([exitCode(whole), records.map(({ report }) => exitCode(report))]).toEqual([code, codes])
}, 120_000)

test('without misprints the home has one draw, and the others any of the rest', async () => {
  const place = join(folder, 'plain')
  const options = { ...await folderOf(place, weightModule(`one: '${truth}'`, simulatedOnly)), misprints: false }
  const records = await shardsOf(place, options)
  expect(steady(await mergeShards(records, { theorems: options.theorems, threads: 1 })))
    .toBe(steady(await runSuite(options)))
  const decided = records.map(({ report }) => Object.keys(report.part!.split[0]!.decisions).length)
  expect(Math.max(...decided)).toBeLessThan(4)
}, 60_000)
