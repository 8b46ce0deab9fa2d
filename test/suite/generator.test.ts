/** Random numbers that break known laws stop a deep run before anything is verified; shallow runs do not ask. */
import { describe, expect, test } from 'vitest'
import { selfTest, type Draw } from '../../src/simulation/self-test.js'
import { streamSeed } from '../../src/simulation/streams.js'
import { vectorNoise } from '../../src/simulation/wasm/noise-source.js'
import type { TestGenerator } from '../../src/suite/generator.js'
import { runSuite } from '../../src/suite/run.js'
import { exitCode } from '../../src/suite/summary.js'

const noise = vectorNoise((['normal', 'uniform', 'exponential', 'rademacher'] as const).map((kind) => ({ kind })))
const drawn = (kind: Parameters<Draw>[0], block: number): Float64Array => {
  const values = new Float64Array(2 ** 20)
  noise.seed(streamSeed({ seed: '1', theorem: '', claim: '', draw: 0, phase: 'broken on purpose', block }))
  noise.fill({ kind }, values, 0, values.length)
  return values
}
const brokenBy = (law: Parameters<Draw>[0], broken: () => Float64Array): TestGenerator =>
  (seed) => selfTest(seed, undefined, (asked) => (asked === law ? broken() : drawn(asked, 0)))
const sumOfTwelve = (): Float64Array => {
  const sums = new Float64Array(2 ** 20).fill(-6)
  for (let k = 0; k < 12; k++) drawn('uniform', k).forEach((u, i) => (sums[i]! += u))
  return sums
}
const broken: readonly (readonly [string, string, TestGenerator])[] = [
  ['uniforms of eight bits', 'uniform: repeated values',
    brokenBy('uniform', () => drawn('uniform', 0).map((u) => (Math.floor(u * 256) + 0.5) / 256))],
  ['normals that are sums of twelve uniforms', 'normal: moment 4', brokenBy('normal', sumOfTwelve)],
  ['replicas that come twice', 'normal: correlation at lag 1',
    brokenBy('normal', () => drawn('normal', 0).map((_, i, all) => all[i & ~1]!))],
]

const run = (effort: number, testGenerator?: TestGenerator) => runSuite({
  theorems: 'test/cli/theorems', patterns: ['fine'], effort, precision: 0.02, seed: '1', misprints: true, threads: 1,
  job: new URL('./jobs/fake.ts', import.meta.url).href, ...(testGenerator && { testGenerator }),
})

describe('a deep run', () => {
  test('tests the random numbers of its own seed, and says so in the record', async () => {
    const report = await run(10)
    expect(report.run.generator).toMatchObject({ ok: true, failed: [] })
    expect(report.run.generator!.checks).toBeGreaterThan(30)
    expect(exitCode(report)).toBe(0)
  }, 20_000)

  test.each(broken)('with %s verifies nothing and is never green', async (_, check, testGenerator) => {
    const report = await run(10, testGenerator)
    expect(report.run.generator).toMatchObject({ ok: false })
    expect(report.run.generator!.failed).toContain(check)
    expect(report.theorems).toEqual([])
    expect(report.errors).toMatchObject([{ code: 'BAD_GENERATOR' }])
    expect(report.errors[0]!.message).toContain(check)
    expect(exitCode(report)).toBe(3)
  })
})

test('below deep effort nothing is tested', async () => {
  const report = await run(1, () => { throw new Error('not to be asked') })
  expect(report.run.generator).toBeNull()
}, 20_000)
