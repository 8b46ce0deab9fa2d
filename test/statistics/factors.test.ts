import fc from 'fast-check'
import { expect, test } from 'vitest'
import { logGamma } from '../../src/numeric/log-gamma.js'
import { normalDensity } from '../../src/numeric/normal.js'
import { integrate } from '../../src/numeric/quadrature.js'
import { gaussianFactor, logBetting, logCatoni } from '../../src/statistics/factors.js'
import { phi } from '../../src/statistics/phi.js'

const margin = fc.double({ min: 0, max: 0.4, noNaN: true })
const gap = fc.double({ min: 0, max: 0.5, noNaN: true })
const bet = fc.double({ min: 1e-3, max: 2, noNaN: true })
const runs = { numRuns: 25 }

/** E f(X) for X of mean `mean` and squared coefficient of variation 1 / shape (a gamma law). */
function gammaMean(shape: number, mean: number, f: (x: number) => number) {
  const rate = shape / mean
  const constant = shape * Math.log(rate) - logGamma(shape)
  const density = (x: number) => (x === 0 ? 0 : Math.exp(constant + (shape - 1) * Math.log(x) - rate * x))
  return integrate(x => density(x) * f(x), 0, Infinity, { breaks: [mean / 4, mean, 3 * mean], relative: 1e-9 })
}

test('phi is odd, increasing, and exp(phi(x)) never exceeds 1 + x + x^2 / 2', () => {
  fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), x => {
    expect(phi(-x)).toBe(-phi(x))
    expect(Number.isFinite(phi(x))).toBe(true)
    if (Math.abs(x) < 1e6) expect(Math.exp(phi(x))).toBeLessThanOrEqual((1 + x + x * x / 2) * (1 + 1e-12))
    expect(phi(x + Math.abs(x) * 1e-3)).toBeGreaterThanOrEqual(phi(x))
  }))
})

test('the Gaussian factor has mean one at its threshold and at most one beyond', () => {
  fc.assert(fc.property(margin, gap, gap, (m, a, beyond) => {
    for (const side of [1, -1]) {
      const { perDegree, perUnit } = gaussianFactor(side * m, side * m + side * (1 - m) * a)
      // the null lies on the far side of m from a, so "beyond" moves away from a
      for (const d of [side * m, side * m - side * (1 - m) * beyond]) {
        const { value, error } = integrate(z =>
          normalDensity(z) * Math.exp(perDegree + perUnit * (1 + d) * z * z), -20, 20, { relative: 1e-11 })
        expect(value).toBeLessThanOrEqual(1 + error)
        if (d === side * m) expect(value).toBeGreaterThanOrEqual(1 - error - 1e-10)
      }
    }
  }), runs)
})

test('the Catoni factor of a nonnegative variable has mean at most one all over its null', () => {
  fc.assert(fc.property(fc.constantFrom(1, 2, 5), margin, gap, bet, (shape, m, beyond, lambda) => {
    for (const side of [1, -1] as const) {
      const threshold = side === 1 ? m : -m
      const v = (1 + threshold) ** 2 / shape
      for (const d of [threshold, threshold - side * beyond * (1 - m)]) {
        const { value, error } = gammaMean(shape, 1 + d, x => Math.exp(logCatoni(threshold, side, lambda, v, x - 1)))
        expect(value).toBeLessThanOrEqual(1 + error)
      }
    }
  }), runs)
})

test('the betting factor has mean one at its threshold and at most one below, whatever the law', () => {
  fc.assert(fc.property(fc.constantFrom(1, 2, 5), margin, gap, (shape, m, below) => {
    for (const threshold of [m, -m]) {
      const lambda = 0.9 / (1 + threshold)
      const at = (mean: number) => gammaMean(shape, mean, x => Math.exp(logBetting(threshold, lambda, x - 1)))
      expect(Math.abs(at(1 + threshold).value - 1)).toBeLessThan(1e-7)
      expect(at((1 + threshold) * (1 - below)).value).toBeLessThan(1 + 1e-7)
    }
  }), runs)
})

test('a Catoni factor whose variance bound is taken at the claim instead of the threshold overshoots', () => {
  const tilted = gammaMean(1, 1.4, x => Math.exp(logCatoni(0.4, -1, 0.5, 1, x - 1)))
  expect(tilted.value).toBeGreaterThan(1 + tilted.error)
})
