/** The time left is what the finished share of the work says. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { liveProgress } from '../../src/report/live-progress.js'
import { writtenText } from '../../src/report/output.js'
import { createProgress } from '../../src/report/progress.js'

const fileOf = (id: string) => ({ id, file: id, path: id, bytes: 1 })
const startOf = (seconds: Record<string, number>) => ({
  theorems: Object.keys(seconds).map(fileOf), seed: '1', threads: 1, expected: new Map(Object.entries(seconds)) })

test('with durations that repeat themselves the time left is exact', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 9 }), (a, b, tenths) => {
    let time = 0
    const progress = createProgress(() => time)
    progress.start(startOf({ a, b }))
    time = a + (b * tenths) / 10
    progress.finish('a')
    progress.step('b', { claim: 'one', done: tenths, total: 10 })
    expect(progress.now().left).toBeCloseTo(b * (1 - tenths / 10), 9)
  }))
})

test('nothing is said about the time left before anything is done', () => {
  const progress = createProgress(() => 5)
  progress.start(startOf({ a: 1 }))
  expect(progress.now()).toEqual({ ended: 0, total: 1, running: [], left: null })
})

test('the line fits its screen and is erased before other text', () => {
  const screen = writtenText({ live: true, columns: 20 })
  const live = liveProgress(screen)
  live.start(startOf({ 'a-very-long-identifier': 1 }))
  live.step('a-very-long-identifier', { claim: 'a-long-claim', done: 1, total: 2 })
  live.above('text\n')
  live.stop()
  expect(screen.text()).toContain('\u001b[2Ktext\n')
})
