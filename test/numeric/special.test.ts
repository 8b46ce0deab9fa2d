import fc from 'fast-check'
import { expect, test } from 'vitest'
import { logGamma, logMultivariateGamma, stirlingError } from '../../src/numeric/log-gamma.js'
import { logMeanExp, logSumExp } from '../../src/numeric/log-sum-exp.js'
import {
  erf, erfc, normalCdf, normalDensity, normalQuantile, normalTail,
} from '../../src/numeric/normal.js'
import { integrate } from '../../src/numeric/quadrature.js'
import { betaCdf, betaQuantile } from './incomplete-beta.js'
import { gammaCdf, gammaTail } from './incomplete-gamma.js'

const positive = fc.double({ min: 0.01, max: 200, noNaN: true })
function close(x: number, y: number, relative: number) {
  expect(Math.abs(x - y)).toBeLessThanOrEqual(relative * Math.abs(y))
}

test('ln Gamma obeys its recurrence, Legendre\'s duplication, and is the log factorial at integers', () => {
  fc.assert(fc.property(positive, x => {
    const scale = 10 + Math.abs(logGamma(2 * x))
    expect(Math.abs(logGamma(x + 1) - logGamma(x) - Math.log(x))).toBeLessThan(4e-15 * scale)
    const doubled = logGamma(x) + logGamma(x + 0.5) + (2 * x - 1) * Math.LN2 - 0.5 * Math.log(Math.PI)
    expect(Math.abs(doubled - logGamma(2 * x))).toBeLessThan(4e-15 * scale)
  }))
  let factorial = 1
  for (let n = 1; n <= 20; n++) close(Math.exp(logGamma(n + 1)), factorial *= n, 5e-14)
})

test('Gamma is the integral that defines it', () => {
  for (const a of [1, 1.7, 4.2]) {
    const { value } = integrate(x => x ** (a - 1) * Math.exp(-x), 0, Infinity, { relative: 1e-9 })
    close(Math.exp(logGamma(a)), value, 1e-8)
  }
})

test('the Stirling remainder continues smoothly where the series takes over', () => {
  close(stirlingError(15 - 1e-9), stirlingError(15), 1e-8)
  close(stirlingError(1e8), 1 / 12e8, 1e-14)
})

test('the multivariate gamma function of dimension D is that of D - 1 times one factor', () => {
  fc.assert(fc.property(fc.integer({ min: 2, max: 8 }), positive, (d, x) => {
    const a = x + d / 2
    const peeled = (d - 1) / 2 * Math.log(Math.PI) + logGamma(a) + logMultivariateGamma(d - 1, a - 0.5)
    expect(Math.abs(logMultivariateGamma(d, a) - peeled)).toBeLessThan(1e-12 * (1 + Math.abs(peeled)))
  }))
})

test('the normal tail is the integral of its density, to relative precision up to 37 standard deviations', () => {
  for (const x of [-3, -0.2, 0, 0.7, 1.4999, 1.5001, 2, 5, 8, 20, 37]) {
    // measured in units of the density at x, so that the integrand does not underflow
    const breaks = [1 / (1 + Math.abs(x)), 1]
    const truth = integrate(t => Math.exp(-x * t - t * t / 2), 0, Infinity, { breaks }).value
    close(normalTail(x), normalDensity(x) * truth, 3e-14)
  }
})

test('quantiles invert the tail from the median down to 1e-300', () => {
  fc.assert(fc.property(fc.double({ min: -300, max: Math.log10(0.5), noNaN: true }), power => {
    const p = 10 ** power
    close(normalTail(-normalQuantile(p)), p, 1e-15 * (50 + 3 * Math.abs(Math.log(p))))
  }))
  expect(normalQuantile(0.5)).toBeCloseTo(0, 15)
  close(normalQuantile(0.975), 1.959963984540054, 1e-15)
})

test('the normal law is symmetric, erf + erfc = 1 and erf is odd', () => {
  fc.assert(fc.property(fc.double({ min: -6, max: 6, noNaN: true }), x => {
    expect(Math.abs(normalCdf(x) + normalCdf(-x) - 1)).toBeLessThan(4e-16)
    expect(Math.abs(erf(x) + erfc(x) - 1)).toBeLessThan(4e-16)
    expect(erf(-x)).toBe(-erf(x))
  }))
})

test('the incomplete gamma functions sum to one, obey their recurrence, and at a = 1/2 are the normal law', () => {
  fc.assert(fc.property(positive, positive, (a, x) => {
    expect(Math.abs(gammaCdf(a, x) + gammaTail(a, x) - 1)).toBeLessThan(1e-14)
    const step = Math.exp(a * Math.log(x) - x - logGamma(a + 1))
    expect(Math.abs(gammaCdf(a, x) - gammaCdf(a + 1, x) - step)).toBeLessThan(1e-12)
  }))
  for (const z of [0.3, 1, 4, 12, 30]) close(gammaTail(0.5, z * z / 2), 2 * normalTail(z), 1e-13)
})

test('at a million degrees of freedom the chi-square tail is the integral of its density to eleven digits', () => {
  const a = 5e5
  const point = a + 3 * Math.sqrt(a)
  const excess = point / a - 1
  const density = Math.exp(-a * (excess - Math.log1p(excess)) - stirlingError(a)) * Math.sqrt(a / (2 * Math.PI)) / point
  const beyond = (s: number) => Math.exp((a - 1) * Math.log1p(s / point) - s)
  close(gammaTail(a, point), density * integrate(beyond, 0, 30 * Math.sqrt(a), { relative: 1e-12 }).value, 1e-11)
})

test('the incomplete beta function is the integral of its density, mirrors, and counts binomial outcomes', () => {
  fc.assert(fc.property(positive, positive, fc.double({ min: 0.001, max: 0.999, noNaN: true }), (a, b, x) => {
    expect(Math.abs(betaCdf(a, b, x) + betaCdf(b, a, 1 - x) - 1)).toBeLessThan(1e-13)
  }))
  for (const [a, b, x] of [[2.5, 4, 0.3], [40, 7, 0.9], [1, 1, 0.25]] as const) {
    const constant = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b))
    const density = (t: number) => constant * t ** (a - 1) * (1 - t) ** (b - 1)
    close(betaCdf(a, b, x), integrate(density, 0, x).value, 1e-12)
  }
  const choose = [1, 5, 10, 10, 5, 1]
  const atLeastTwo = choose.slice(2).reduce((s, c, i) => s + c * 0.3 ** (i + 2) * 0.7 ** (3 - i), 0)
  close(betaCdf(2, 4, 0.3), atLeastTwo, 1e-14)
})

test('beta quantiles invert the law also at counts of a million', () => {
  for (const [a, b] of [[0.5, 0.5], [3, 9998], [5e5, 5e5], [1e6, 3]] as const) {
    for (const p of [1e-9, 0.01, 0.5, 0.999]) {
      const x = betaQuantile(a, b, p)
      expect(betaCdf(a, b, Math.max(0, x - 1e-14))).toBeLessThanOrEqual(p * (1 + 1e-7))
      expect(betaCdf(a, b, Math.min(1, x + 1e-14))).toBeGreaterThanOrEqual(p * (1 - 1e-7))
    }
  }
})

test('log sums do not overflow and average to the log of the mean', () => {
  expect(logSumExp([1000, 1000])).toBeCloseTo(1000 + Math.LN2, 12)
  expect(logSumExp([-Infinity, -Infinity])).toBe(-Infinity)
  expect(logMeanExp([5, 5, 5])).toBeCloseTo(5, 14)
})

test('arguments outside a domain are refused', () => {
  expect(() => logGamma(0)).toThrow(/positive/)
  expect(() => normalQuantile(1)).toThrow(/0 < p < 1/)
  expect(() => gammaCdf(1, -1)).toThrow(/x >= 0/)
  expect(() => betaQuantile(1, 1, 2)).toThrow(/<= 1/)
})
