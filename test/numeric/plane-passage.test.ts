import fc from 'fast-check'
import { expect, test } from 'vitest'
import { meanPassage, type Motion } from '../../src/numeric/mean-passage.js'
import { planePassage, type PlaneMotion } from '../../src/numeric/plane-passage.js'
import { saddle, spring } from './passage-motions.js'

const { abs, exp, sqrt } = Math

test('where nothing depends on r, the passage is that of the line', () => {
  const line: Motion = { drift: (x) => -3 * x * (x * x - 1), variance: () => 0.6 }
  const plane: PlaneMotion = { along: () => line, across: () => ({ drift: (r) => -2 * r, variance: () => 1 }) }
  const { mean, error } = planePassage(plane, -1, 1)
  const exact = meanPassage(line, -1, 1).mean
  expect(abs(mean - exact)).toBeLessThanOrEqual(error)
  expect(error).toBeLessThan(1e-4 * exact)
})

test('noise across that moves with x and a clock that moves with r are as on the line, in every dimension', () => {
  // the loss f(x) g(r): by the clock of the loss x and r are independent, and E 1 / g = 1 - (n - 1) a T / 2
  for (const [n, a] of [[2, 1], [2.5, 0.4], [4, 0.7]] as const) {
    const p = { T: 0.12, n, a, Ls: 0.4, V: 1 }
    const product = saddle({ ...p, follows: 1 })
    const line: Motion = { drift: (x) => -4 * x * (x * x - 1), variance: (x) => 2 * p.T * product.loss(x, 0) }
    const exact = meanPassage(line, -1, 1).mean * (1 - (n - 1) * a * p.T / 2)
    const { mean, error } = planePassage(product, -1, 1)
    // the start on the axis, not in the stationary law of r, is forgotten within 1 / h
    expect(abs(mean - exact)).toBeLessThanOrEqual(error + 1 / (8 * p.V))
    expect(error).toBeLessThan(1e-4 * mean)
  }
})

test('a spring in three dimensions is stretched along one of them as a spring on the line', () => {
  const [k, s, n] = [0.8, 1.1, 3]
  const plane: PlaneMotion = {
    along: () => spring(k, s),
    across: () => ({ drift: (r) => -k * r + (n - 2) * s * s / 2 / r, variance: () => s * s }),
  }
  const { mean, error } = planePassage(plane, 0, 1.3)
  expect(abs(mean - meanPassage(spring(k, s), 0, 1.3).mean)).toBeLessThanOrEqual(error)
})

test('finer meshes stay within the error of coarser ones, at saddles of all shapes', () => {
  const within = (min: number, max: number) => fc.double({ min, max, noNaN: true })
  const saddles = fc.record({
    T: within(0.2, 0.4), n: within(2, 3.5), a: within(0.3, 1.2), Ls: within(0.4, 0.8), V: within(0.6, 1.2),
    follows: within(0, 1),
  })
  fc.assert(fc.property(saddles, (p) => {
    const rough = planePassage(saddle(p), -1, 1, 1)
    const fine = planePassage(saddle(p), -1, 1, rough.error / rough.mean / 4)
    expect(abs(rough.mean - fine.mean)).toBeLessThanOrEqual(rough.error + fine.error)
    expect(fine.error).toBeLessThan(rough.error)
  }), { numRuns: 3 })
})

test('known passages over a saddle are found', () => {
  const at = (n: number, T: number, c: number): number =>
    planePassage(saddle({ T, n, a: 1, Ls: 1, V: c - 1, follows: 0 }), -1, 1).mean
  expect(at(2, 0.2, 4)).toBeCloseTo(368.77, 1)
  expect(at(3, 0.2, 4)).toBeCloseTo(185.05, 1)
  expect(at(2, 0.3, 2.2)).toBeCloseTo(13.444, 2)
  expect(at(3, 0.3, 2.2)).toBeCloseTo(9.077, 2)
})

test('a mirror changes nothing, and escapes of any rarity keep their digits', () => {
  const motion = saddle({ T: 0.01, n: 2.5, a: 1, Ls: 0.4, V: 1, follows: 0 })
  const there = planePassage(motion, -1, 1)
  expect(planePassage(motion, 1, -1).mean / there.mean).toBeCloseTo(1, 10)
  expect(there.error / there.mean).toBeLessThan(1e-4)
  const c = 3.5
  const published = sqrt(32) / (2 * Math.PI) * exp(-(100 + 1 - 2.5 / 2) * Math.log(c))
  expect(abs(there.mean * published - 1)).toBeLessThan(0.01)
})

test('a mean beyond all numbers is found to be so on the coarsest mesh', () => {
  const motion = saddle({ T: 0.001, n: 2.5, a: 1, Ls: 0.4, V: 1, follows: 0 })
  expect(() => planePassage(motion, -1, 1)).toThrow(/is (NaN|Infinity)/)
})

test('a path that runs off sideways, or ends on the axis, has no passage time', () => {
  const along = (): Motion => ({ drift: (x) => -x, variance: () => 1 })
  expect(() => planePassage({ along, across: () => ({ drift: () => 0, variance: () => 1 }) }, 0, 1)).toThrow(/sideways/)
  expect(() => planePassage({ along, across: () => ({ drift: (r) => -r - 1 / r, variance: () => 1 }) }, 0, 1))
    .toThrow(/axis/)
})
