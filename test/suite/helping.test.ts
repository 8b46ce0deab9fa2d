/** Threads without a theorem help those that have one: the record is the same, and Ctrl-C ends them all. */
import { expect, test } from 'vitest'
import { runSuite } from '../../src/suite/run.js'
import type { RunOptions } from '../../src/suite/run-options.js'
import { steady } from './steady.js'

const options = (part: Partial<RunOptions>): RunOptions =>
  ({ theorems: 'theorems', patterns: [], effort: 0.1, precision: 0.05, seed: '1', misprints: false, ...part })

test('the record of one theorem is the same for one thread and for three', async () => {
  const only = 'liu2021/overshooting-is-reflection'
  const [one, three] = [await runSuite(options({ only, threads: 1 })), await runSuite(options({ only, threads: 3 }))]
  expect(one.theorems[0]!.claims.flatMap(({ evidence }) => evidence.map(({ kind }) => kind))).toContain('simulated')
  expect(steady(three)).toBe(steady(one))
}, 60_000)

test('a run that is interrupted while others help ends at once', async () => {
  const stop = new AbortController()
  let stopped = Infinity
  const report = await runSuite(
    options({ only: 'liu2021/covariance', threads: 3, effort: 100, signal: stop.signal }),
    [{ onProgress: () => { setTimeout(() => { stopped = performance.now(); stop.abort() }, 1500) } }])
  expect(report.run.interrupted).toBe(true)
  expect(report.theorems).toEqual([])
  expect(performance.now() - stopped).toBeLessThan(10_000)
}, 60_000)
