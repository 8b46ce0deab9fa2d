import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chainPassage } from '../../src/numeric/chain-passage.js'
import { gradedEdges, stepsUntilExit } from '../../src/numeric/killed-chain.js'
import { meanPassage, type Motion } from '../../src/numeric/mean-passage.js'
import { normalCdf, normalDensity } from '../../src/numeric/normal.js'
import { gaussLegendre } from '../../src/numeric/quadrature.js'
import { richardsonLimit } from '../../src/numeric/richardson.js'
import { spring, well } from './passage-motions.js'

test('mean and variance are those of the law of the number of steps, summed step by step', () => {
  const [motion, dt, to] = [spring(1, 1), 0.1, 0.8]
  const h = 0.02
  const x = Array.from({ length: 240 }, (_, i) => to - (i + 0.5) * h)
  const chance = x.map((y) => x.map((z) => {
    const [middle, spread] = [z - z * dt, Math.sqrt(dt)]
    return h * normalDensity((y - middle) / spread) / spread * -Math.expm1(-2 * (to - z) * (to - y) / dt)
  }))
  const start = 0
  let alive = x.map((y) =>
    normalDensity((y - start) / Math.sqrt(dt)) / Math.sqrt(dt) * -Math.expm1(-2 * (to - start) * (to - y) / dt))
  let [mean, square] = [1, 1]
  for (let k = 1; k < 400; k++) {
    const left = h * alive.reduce((sum, p) => sum + p, 0)
    mean += left
    square += (2 * k + 1) * left
    alive = chance.map((row) => row.reduce((sum, p, j) => sum + p * alive[j]!, 0))
  }
  const found = chainPassage(motion, { from: start, to, dt, farthest: -4 })
  expect(Math.abs(found.mean / ((mean - 0.5) * dt) - 1)).toBeLessThan(1e-4)
  expect(Math.abs(found.cv2 / ((square - mean ** 2) / (mean - 0.5) ** 2) - 1)).toBeLessThan(1e-4)
})

test('the chain becomes the diffusion as its step vanishes', () => {
  const motion = well({ T: 0.4, Ls: 0.8, V: 0.8 })
  const { mean, leftmost } = meanPassage(motion, -1, 1)
  const steps =
    [0.04, 0.02, 0.01, 0.005, 0.0025].map((dt) => chainPassage(motion, { from: -1, to: 1, dt, farthest: leftmost }))
  const { value, error } = richardsonLimit(steps.map((s) => ({ value: s.mean, error: s.error })), 2)
  expect(Math.abs(value - mean)).toBeLessThanOrEqual(error)
  expect(error).toBeLessThan(0.01 * mean)
})

test('the stated error covers what panels half as wide and three times the points of a step change', () => {
  const between = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true })
  fc.assert(fc.property(between(0.35, 0.65), between(1e-2, 4e-2), (T, dt) => {
    const motion = well({ T, Ls: 0.7, V: 0.8 })
    const found = chainPassage(motion, { from: -1, to: 1, dt, farthest: -5 })
    expect(Math.abs(found.mean - finely(motion, dt, -5))).toBeLessThanOrEqual(found.error)
    expect(found.error).toBeLessThan(1e-3 * found.mean)
  }), { numRuns: 2 })
})

/** The bridged chain from -1 to 1 on panels half as wide, with means over a step by 24 Gauss panels across it. */
function finely({ drift, variance }: Motion, dt: number, farthest: number): number {
  const pieces = 24
  const { nodes, weights } = gaussLegendre(8)
  const width = (x: number): number => 0.3 * Math.sqrt(variance(x) * dt)
  const edges = gradedEdges({ below: farthest, above: 1 }, { below: width(farthest), above: width(1) }, 1.12)
  return dt * (stepsUntilExit({
    stays: (x, add) => {
      const [middle, spread] = [x + drift(x) * dt, Math.sqrt(variance(x) * dt)]
      const [low, high] = [Math.max(farthest, middle - 9 * spread), Math.min(1, middle + 9 * spread)]
      const half = (high - low) / pieces / 2
      for (let p = 0; p < pieces && half > 0; p++) {
        nodes.forEach((t, j) => {
          const y = low + half * (2 * p + 1 + t)
          const crossed = Math.exp(-2 * (1 - x) * (1 - y) / spread ** 2)
          add(y, weights[j]! * half * normalDensity((y - middle) / spread) / spread * (1 - crossed))
        })
      }
      add(farthest, normalCdf((farthest - middle) / spread))
    },
  }, edges, -1).mean - 0.5)
}

test('the stated error covers a wider grid, and a mirror changes nothing', () => {
  const motion = well({ T: 0.5, Ls: 0.7, V: 0.6 })
  const at = { from: -1, to: 1, dt: 0.02, farthest: -6 }
  const found = chainPassage(motion, at)
  const wider = chainPassage(motion, { ...at, farthest: -7 })
  expect(Math.abs(found.mean - wider.mean)).toBeLessThanOrEqual(found.error + 1e-7 * found.mean)
  expect(chainPassage(motion, { ...at, from: 1, to: -1, farthest: 6 }).mean).toBeCloseTo(found.mean, 12)
})
