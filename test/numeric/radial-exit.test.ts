/** Exits of radial chains, against known cases, the chain on the line, harder solves and what they cannot do. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exitTime } from '../../src/numeric/exit-time.js'
import { stepsUntilExit } from '../../src/numeric/killed-chain.js'
import { noncentralChiDensity, scaledBessel } from '../../src/numeric/noncentral-chi.js'
import { gaussLegendre, integrate } from '../../src/numeric/quadrature.js'
import { radialExit, type RadialChain } from '../../src/numeric/radial-exit.js'
import { gammaCdf } from './incomplete-gamma.js'

const between = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true })

/** SGD with noise proportional to the loss, at learning rate eta and unit curvature and label noise. */
const sgd = (eta: number, dimension: number): RadialChain =>
  ({ dimension, mean: (r) => (1 - eta) * r, deviation: (r) => eta * Math.sqrt(1 + r * r) })

test('lengths of Gaussian vectors have the density whose mass and second moment are theirs', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 9 }), between(0, 6), between(0.1, 2), (n, m, s) => {
    const density = noncentralChiDensity(n, m, s)
    const moment = (k: number): number => integrate((y) => y ** k * density(y), 0, m + 14 * s).value
    expect(moment(0)).toBeCloseTo(1, 9)
    expect(moment(2) / (m * m + n * s * s)).toBeCloseTo(1, 9)
  }), { numRuns: 30 })
})

test('on the line the density is that of |m + s xi|, near and far from 0', () => {
  fc.assert(fc.property(between(0, 40), between(0, 40), (m, y) => {
    const normal = (x: number): number => Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI)
    const exact = normal(y - m) + normal(y + m)
    expect(Math.abs(noncentralChiDensity(1, m, 1)(y) - exact)).toBeLessThanOrEqual(1e-13 * exact)
  }))
})

test('Bessel functions of neighbouring orders keep their recurrence on both sides of the change of method', () => {
  // I_(v-1) - I_(v+1) = 2 v / z I_v, in units of h_v
  fc.assert(fc.property(between(0.5, 3), between(0.5, 90), (v, z) => {
    const [below, at, above] = [v - 1, v, v + 1].map((order) => scaledBessel(order, z)) as [number, number, number]
    const right = (below - at) * 4 * v * (v + 1) / (z * z)
    expect(Math.abs(above - right)).toBeLessThanOrEqual(1e-11 * (above + 4 * v * (v + 1) / (z * z) * below))
  }))
})

test('independent tries in n dimensions leave after a geometric number of steps', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 6 }), between(0.3, 2.5), between(0, 0.9), (dimension, R, share) => {
    const staying = gammaCdf(dimension / 2, R * R / 2)
    const { mean, cv2, error } = radialExit({ dimension, mean: () => 0, deviation: () => 1 }, share * R, R)
    expect(Math.abs(mean * (1 - staying) - 1)).toBeLessThanOrEqual(error / mean + 1e-12)
    expect(cv2).toBeCloseTo(staying, 9)
  }), { numRuns: 20 })
})

test('in one dimension it is the exit from an interval around 0', () => {
  fc.assert(fc.property(between(0.1, 0.3), between(0.4, 0.9), between(0, 0.8), (eta, R, share) => {
    const [radial, line] =
      [radialExit(sgd(eta, 1), share * R, R), exitTime(sgd(eta, 1), { from: share * R, below: -R, above: R })]
    expect(Math.abs(radial.mean - line.mean)).toBeLessThanOrEqual(radial.error + line.error + 1e-12 * line.mean)
    expect(radial.cv2).toBeCloseTo(line.cv2, 7)
  }), { numRuns: 8 })
})

test('the stated error covers what a mesh three times as fine, with finer means, changes', () => {
  const cases = fc.tuple(between(0.12, 0.3), between(0.4, 0.8), fc.integer({ min: 1, max: 5 }))
  fc.assert(fc.property(cases, ([eta, R, dimension]) => {
    const found = radialExit(sgd(eta, dimension), 0, R)
    expect(Math.abs(found.mean - finely(sgd(eta, dimension), R))).toBeLessThanOrEqual(found.error)
    expect(found.error).toBeLessThan(1e-6 * found.mean)
  }), { numRuns: 5 })
})

/** The same equation on equal panels a third of a step wide, with means over a step by Gauss points of order 16. */
function finely({ dimension, mean, deviation }: RadialChain, R: number): number {
  const panels = Math.ceil(3 * R / deviation(0))
  const { nodes, weights } = gaussLegendre(16)
  return stepsUntilExit({
    stays: (r, add) => {
      const density = noncentralChiDensity(dimension, mean(r), deviation(r))
      for (let p = 0; p < panels; p++) {
        nodes.forEach((t, j) => {
          const y = (p + (1 + t) / 2) * R / panels
          add(y, weights[j]! * R / panels / 2 * density(y))
        })
      }
    },
  }, Array.from({ length: panels + 1 }, (_, i) => i * R / panels), 0).mean
}

test('more dimensions leave sooner', () => {
  const times = [1, 2, 3, 5, 8].map((n) => radialExit(sgd(0.15, n), 0, 0.6).mean)
  expect(times).toEqual([...times].sort((a, b) => b - a))
})

test('starts beyond the end and distances of too many steps are refused', () => {
  expect(() => radialExit(sgd(0.1, 2), 1, 0.5)).toThrow('start within')
  expect(() => radialExit(sgd(1e-4, 2), 0, 0.5)).toThrow('no grid')
})
