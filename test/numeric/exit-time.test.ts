/** Exit times by their integral equation, against cases that are known exactly and against symmetries. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exitTime } from '../../src/numeric/exit-time.js'
import { normalCdf } from '../../src/numeric/normal.js'

const linear = (slope: number, deviation = 1, shift = 0) =>
  ({ mean: (x: number) => slope * x + shift, deviation: () => deviation })
const position = fc.double({ min: -0.9, max: 0.9, noNaN: true })
const width = fc.double({ min: 0.2, max: 3, noNaN: true })

test('independent tries leave after a geometric number of steps', () => {
  fc.assert(fc.property(position, width, position, (from, r, shift) => {
    const staying = normalCdf(r - shift) - normalCdf(-r - shift)
    const { mean, cv2, error } = exitTime(linear(0, 1, shift), { from: from * r, below: -r, above: r })
    expect(Math.abs(mean - 1 / (1 - staying))).toBeLessThanOrEqual(error + 1e-13 * mean)
    expect(cv2).toBeCloseTo(staying, 9)
  }), { numRuns: 20 })
})

test('a reflection of the interval, and one at every other step, change nothing', () => {
  fc.assert(fc.property(position, width, fc.double({ min: 0.1, max: 0.9, noNaN: true }), (from, r, slope) => {
    const ends = { from: from * r, below: -r, above: 2 * r }
    const plain = exitTime(linear(slope), ends)
    const mirrored = exitTime(linear(slope), { from: -from * r, below: -2 * r, above: r })
    expect(Math.abs(plain.mean - mirrored.mean)).toBeLessThanOrEqual(plain.error + mirrored.error + 1e-12 * plain.mean)
    const [slow, fast] = [slope, -slope].map((s) => exitTime(linear(s), { from: 0, below: -r, above: r })) as [typeof plain, typeof plain]
    expect(Math.abs(slow.mean - fast.mean)).toBeLessThanOrEqual(slow.error + fast.error + 1e-12 * slow.mean)
  }), { numRuns: 10 })
})

test('the first step makes up the mean: E N = 1 + E N after it', () => {
  const chain = linear(0.6)
  const at = (from: number) => exitTime(chain, { from, below: -1.5, above: 1 }).mean
  const density = (y: number) => Math.exp(-((y - 0.3) ** 2) / 2) / Math.sqrt(2 * Math.PI)
  expect(at(0.5)).toBeCloseTo(1 + integral((y) => density(y) * at(y), -1.5, 1), 6)
})

/** Simpson's rule on 60 intervals; the ends are approached from inside. */
function integral(f: (y: number) => number, a: number, b: number): number {
  const [n, tiny] = [60, 1e-12]
  const h = (b - a) / n
  const at = (i: number): number => f(Math.min(b - tiny, Math.max(a + tiny, a + i * h)))
  return Array.from({ length: n + 1 }, (_, i) => at(i) * (i === 0 || i === n ? 1 : i % 2 ? 4 : 2)).reduce((s, x) => s + x, 0) * h / 3
}

test('starts outside the ends are refused', () => {
  expect(() => exitTime(linear(0.5), { from: 2, below: -1, above: 1 })).toThrow('start between the ends')
})
