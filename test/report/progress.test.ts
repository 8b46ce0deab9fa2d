/** The time left is what the finished share of the work says. */
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { liveProgress, progressLines } from '../../src/report/live-progress.js'
import { writtenText } from '../../src/report/output.js'
import { partOf } from '../../src/verify/look.js'
import { createProgress } from '../../src/report/progress.js'

const fileOf = (id: string) => ({ id, file: id, path: id, bytes: 1 })
const startOf = (seconds: Record<string, number>) => ({
  theorems: Object.keys(seconds).map(fileOf), seed: '1', threads: 1, expected: new Map(Object.entries(seconds)) })

test('with durations that repeat themselves the time left is exact', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 50 }),
    fc.integer({ min: 1, max: 9 }), (a, b, tenths) => {
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

const look = { draw: 3, draws: 20, samples: 412_345, evidence: 0.61, spent: 0.2 }

test('a theorem that is simulated shows its draw, samples, evidence so far, budget spent and time left', () => {
  let time = 0
  const progress = createProgress(() => time)
  progress.start(startOf({ a: 1, b: 1 }))
  progress.step('a', { claim: 'one', done: 0, total: 2 })
  time = 10
  progress.step('a', { claim: 'two', done: 1, total: 2, look: { ...look, draw: 11, evidence: 0 } })
  const [head, line] = progressLines(progress.now())
  expect(head).toMatch(/^0\/2 theorems · /)
  expect(line).toBe('  ██████░░ a › two · 3.2 s left · draw 11/20, 412k samples, evidence 0 %, budget 20 %'.replace(
    '3.2', (10 * (1 - 0.755) / 0.755).toFixed(1),
  ))
})

test('more evidence and more spending never lessen what is done, nor do they exceed it', () => {
  const unit = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(fc.property(unit, unit, unit, fc.integer({ min: 1, max: 20 }), (a, b, spent, draw) => {
    const [less, more] = [Math.min(a, b), Math.max(a, b)].map((evidence) => partOf({ ...look, draw, evidence, spent }))
    expect(less).toBeLessThanOrEqual(more!)
    expect(less).toBeGreaterThanOrEqual((draw - 1) / 20)
    expect(more).toBeLessThanOrEqual(draw / 20 + 1e-12)
  }))
})

test('lines that are redrawn leave nothing behind: the cursor goes up by what was drawn', () => {
  vi.useFakeTimers()
  const screen = writtenText({ live: true, columns: 60 })
  const live = liveProgress(screen)
  live.start(startOf({ a: 1, b: 1 }))
  for (const id of ['a', 'b']) live.step(id, { claim: 'one', done: 0, total: 2, look })
  vi.advanceTimersByTime(450)
  live.above('text\n')
  live.stop()
  vi.useRealTimers()
  expect(screenOf(screen.text())).toEqual(['text', ''])
  expect(screen.text()).toContain('…')
})

/** What a screen shows of a text with cursor movements. */
function screenOf(text: string): string[] {
  const lines = ['']
  let row = 0
  for (const [piece] of text.matchAll(/\u001b\[\d*[A-Z]|[^\u001b\n]+|\n/g)) {
    if (piece === '\n') { row++; lines[row] ??= '' }
    else if (piece.endsWith('A')) row -= Number(/\d+/.exec(piece))
    else if (piece.endsWith('J')) { lines[row] = ''; lines.length = row + 1 }
    else if (piece.endsWith('G')) continue
    else lines[row] += piece
  }
  return lines
}

test('the line fits its screen and is erased before other text', () => {
  const screen = writtenText({ live: true, columns: 20 })
  const live = liveProgress(screen)
  live.start(startOf({ 'a-very-long-identifier': 1 }))
  live.step('a-very-long-identifier', { claim: 'a-long-claim', done: 1, total: 2 })
  live.above('text\n')
  live.stop()
  expect(screen.text()).toContain('\u001b[0Jtext\n')
})
