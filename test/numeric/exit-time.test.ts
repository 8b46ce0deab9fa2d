/** Exit times by their integral equation, against cases that are known exactly and against symmetries. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exitTime } from '../../src/numeric/exit-time.js'
import { insideNormal } from '../../src/numeric/inside-normal.js'
import { stepsUntilExit } from '../../src/numeric/killed-chain.js'
import { normalCdf, normalDensity, normalTail } from '../../src/numeric/normal.js'
import { gaussLegendre, integrate } from '../../src/numeric/quadrature.js'

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
    const [slow, fast] =
      [slope, -slope].map((s) => exitTime(linear(s), { from: 0, below: -r, above: r })) as [typeof plain, typeof plain]
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
  return Array.from({ length: n + 1 }, (_, i) => at(i) * (i === 0 || i === n ? 1 : i % 2 ? 4 : 2))
    .reduce((s, x) => s + x, 0) * h / 3
}

test('starts outside the ends are refused', () => {
  expect(() => exitTime(linear(0.5), { from: 2, below: -1, above: 1 })).toThrow('start between the ends')
})

test('a normal noise that is held fixed and averaged over makes no difference', () => {
  fc.assert(fc.property(position, width, fc.double({ min: 0.1, max: 0.9, noNaN: true }), (from, r, part) => {
    const ends = { from: from * r, below: -r, above: 1.5 * r }
    const whole = exitTime(linear(0.5), ends)
    const split =
      exitTime({ mean: (x, z) => 0.5 * x + part * z, deviation: () => Math.sqrt(1 - part ** 2), mixed: true }, ends)
    expect(Math.abs(split.mean - whole.mean)).toBeLessThanOrEqual(split.error + whole.error + 1e-9 * whole.mean)
    expect(split.cv2).toBeCloseTo(whole.cv2, 5)
  }), { numRuns: 3 })
})

test('steps of all sizes, independent of the state, leave after a geometric number of steps', () => {
  const [s, r] = [0.7, 1]
  const beyond = 2 * integrate((z) => normalDensity(z) * 2 * normalTail(r / (s * z)), 0, 9).value
  const { mean, error } =
    exitTime({ mean: () => 0, deviation: (_, z) => s * Math.abs(z), mixed: true }, { from: 0.2, below: -r, above: r })
  expect(Math.abs(mean * beyond - 1)).toBeLessThanOrEqual(error / mean + 1e-9)
})

/** Real minibatch SGD with one feature: w - eta x (x w - eps) given x. */
const minibatches = (eta: number) =>
  ({ mean: (w: number, x: number) => (1 - eta * x * x) * w, deviation: (_: number, x: number) => eta * Math.abs(x),
    mixed: true })

test('the stated error covers what a mesh three times as fine changes', () => {
  for (const [eta, r] of [[0.1, Math.sqrt(0.302)], [0.2, 0.7], [0.13, 0.62]] as const) {
    const found = exitTime(minibatches(eta), { from: 0, below: -r, above: r })
    expect(Math.abs(found.mean - finely(minibatches(eta), 0, r))).toBeLessThanOrEqual(found.error)
    expect(found.error).toBeLessThan(1e-5 * found.mean)
  }
})

test('the stated error of plain Gaussian steps covers what equal panels three times as fine change', () => {
  fc.assert(fc.property(position, fc.double({ min: 0.5, max: 0.95, noNaN: true }), width, (from, slope, r) => {
    const chain = { mean: (x: number) => slope * x, deviation: (x: number) => 0.4 * Math.sqrt(1 + x * x) }
    const ends = { from: from * r, below: -r, above: 1.2 * r }
    const found = exitTime(chain, ends)
    expect(Math.abs(found.mean - evenly(chain, ends))).toBeLessThanOrEqual(found.error)
  }), { numRuns: 5 })
})

/** The equation on 40 equal panels, with the mean over a step by Gauss points between the ends. */
function evenly(
  { mean, deviation }: { mean(x: number): number; deviation(x: number): number },
  { from, below, above }: { from: number; below: number; above: number },
): number {
  const panels = 40
  const { nodes, weights } = gaussLegendre(12)
  const edges = Array.from({ length: panels + 1 }, (_, i) => below + (above - below) * i / panels)
  return stepsUntilExit({
    stays: (x, add) => edges.slice(1).forEach((right, p) => nodes.forEach((t, j) => {
      const half = (right - edges[p]!) / 2
      const y = edges[p]! + half * (1 + t)
      add(y, weights[j]! * half * normalDensity((y - mean(x)) / deviation(x)) / deviation(x))
    })),
  }, edges, from).mean
}

/** The same equation on 60 equal panels, each divided towards the ends, with the mean over x by 400 Gauss points. */
function finely(chain: ReturnType<typeof minibatches>, from: number, r: number): number {
  const growing = [1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 4e-3, 1e-2].map((d) => r - d)
  const edges =
    [...Array.from({ length: 12 }, (_, i) => i * r / 12 * 0.97), ...growing.reverse().filter((x) => x > 0.9 * r), r]
      .sort((a, b) => a - b)
  const rule = [
    1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 0.1, 0.3, 0.6, 1, 1.5, 2, 2.5, 3, 4, 5, 6, 7, 8, 9,
  ].flatMap((right, k, all) => {
    const left = k ? all[k - 1]! : 0
    const { nodes, weights } = gaussLegendre(12)
    return Array.from(nodes, (t, j) => ({ z: left + (right - left) * (1 + t) / 2,
      w: weights[j]! * (right - left) * normalDensity(left + (right - left) * (1 + t) / 2) }))
  })
  const total = rule.reduce((sum, { w }) => sum + w, 0)
  return stepsUntilExit({
    stays: (x, add) => rule.forEach(({ z, w }) =>
      insideNormal(chain.mean(x, z), chain.deviation(x, z), -r, r, w / total, (y, share) => add(Math.abs(y), share))),
  }, edges, from).mean
}
