import fc from 'fast-check'
import { expect, test } from 'vitest'
import { meanPassage, reflected, type Motion } from '../../src/numeric/mean-passage.js'
import { integrate } from '../../src/numeric/quadrature.js'
import { powerLawRate, spring, well } from './passage-motions.js'

const wells = fc.record({
  T: fc.double({ min: 0.15, max: 0.8, noNaN: true }), Ls: fc.double({ min: 0.3, max: 2, noNaN: true }),
  V: fc.double({ min: 0.3, max: 2, noNaN: true }),
})

test('the passage over a well is the double integral of powers of the loss', () => {
  fc.assert(fc.property(wells, (p) => {
    const { T } = p
    const { loss } = well(p)
    const below = (y: number): number =>
      integrate((z) => loss(z) ** (-1 - 1 / T), -Infinity, y, { relative: 1e-11 }).value
    const closed = integrate((y) => loss(y) ** (1 / T) * below(y), -1, 1, { relative: 1e-10 }).value / T
    const { mean, error } = meanPassage(well(p), -1, 1)
    expect(Math.abs(mean - closed)).toBeLessThanOrEqual(error + 1e-9 * closed)
  }), { numRuns: 5 })
})

/** A well with a ripple to the right of -0.8, so fine that the first panels do not resolve it. */
const rippled = (p: Parameters<typeof well>[0], waves: number): Motion => {
  const { drift, variance } = well(p)
  const ripple = (x: number): number => (x > -0.8 ? waves / 2 * Math.cos(waves * x) * variance(x) : 0)
  return { drift: (x) => drift(x) + ripple(x), variance }
}

test('the stated error of a passage that is found in haste covers what a harder solve changes', () => {
  const waves = fc.double({ min: 300, max: 1000, noNaN: true })
  fc.assert(fc.property(wells, waves, fc.constantFrom(0.3, 1e-2, 1e-4), (p, frequency, relative) => {
    const motion = rippled(p, frequency)
    const [rough, fine] = [relative, 1e-11].map((wanted) => meanPassage(motion, -0.8, 0.1, wanted))
    expect(rough!.error).toBeLessThanOrEqual(relative * rough!.mean)
    expect(Math.abs(rough!.mean - fine!.mean)).toBeLessThanOrEqual(rough!.error + fine!.error)
  }), { numRuns: 8 })
})

/** The backward equation a u' + b^2 u''/2 = -1 with u(to) = 0 and u' = 0 far left, by central differences. */
function byDifferences({ drift, variance }: Motion, left: number, from: number, to: number, n: number): number {
  const h = (to - left) / n
  const [c, d] = [new Float64Array(n), new Float64Array(n)]
  for (let i = 0; i < n; i++) {
    const x = left + i * h
    const [half, slope] = [variance(x) / 2 / h ** 2, drift(x) / 2 / h]
    const [below, above] = i === 0 ? [0, 2 * half] : [half - slope, half + slope]
    const pivot = -2 * half - (i ? below * c[i - 1]! : 0)
    c[i] = above / pivot
    d[i] = (-1 - (i ? below * d[i - 1]! : 0)) / pivot
  }
  let u = 0
  const start = Math.round((from - left) / h)
  for (let i = n - 1; i >= start; i--) u = d[i]! - c[i]! * u
  return u
}

test('the passage solves the backward equation, whose differences converge to it at second order', () => {
  const motion = well({ T: 0.3, Ls: 0.6, V: 0.8 })
  const { mean } = meanPassage(motion, -1, 1)
  const [coarse, fine] = [1500, 3000].map((n) => byDifferences(motion, -5, -1, 1, n)) as [number, number]
  expect(Math.abs((4 * fine - coarse) / 3 / mean - 1)).toBeLessThan(1e-7)
  expect((coarse - mean) / (fine - mean)).toBeCloseTo(4, 1)
})

test('passages in a row add up, and a mirror changes nothing', () => {
  const motion: Motion = { drift: (x) => -4 * x * (x * x - 1) + 0.3, variance: (x) => 1 + 0.2 * Math.sin(x) }
  const time = (from: number, to: number): number => meanPassage(motion, from, to).mean
  expect(Math.abs(time(-1, 0.2) + time(0.2, 1.1) - time(-1, 1.1))).toBeLessThan(1e-10 * time(-1, 1.1))
  expect(meanPassage(reflected(motion), 1, -1.1).mean).toBe(time(-1, 1.1))
})

test('a loss s times higher in a valley sqrt(s) times wider is left after the same time', () => {
  const p = { T: 0.2, Ls: 1, V: 3 }
  for (const s of [1, 3, 10]) {
    const { loss } = well(p)
    const r = Math.sqrt(s)
    const wide: Motion = { drift: (x) => r * well(p).drift(x / r), variance: (x) => 2 * p.T * s * loss(x / r) }
    expect(Math.log(meanPassage(wide, -r, r).mean)).toBeCloseTo(6.601242220156, 11)
  }
})

test('known passages are found: tables of log M, and of M times the power law', () => {
  const times = [2, 1, 0.5, 0.25, 0.1].map((Ls) => Math.log(meanPassage(well({ T: 0.2, Ls, V: 1 }), -1, 1).mean))
  expect(times.map((x) => x.toFixed(4))).toEqual(['2.4570', '3.9654', '6.1365', '8.9185', '13.2408'])
  const ratios = [0.4, 0.2, 0.1, 0.05].map((T) => {
    const p = { T, Ls: 1 / 3, V: 1 }
    return meanPassage(well(p), -1, 1).mean * powerLawRate(p)
  })
  expect(ratios.map((x) => x.toFixed(3))).toEqual(['0.956', '0.971', '0.983', '0.991'])
})

test('a spring is stretched after the classical time, a sum over powers', () => {
  // sum over n >= 1 of (2 y)^n Gamma(n / 2) / (2 k n!) with y = x sqrt(k) / s (Thomas 1975)
  const k = 0.7
  const y = 1.3 * Math.sqrt(k) / 0.9
  let sum = 0
  let term = 2 * y * Math.sqrt(Math.PI)
  for (let n = 1; n < 80; n++) {
    sum += term
    term *= 2 * y * gammaRatio(n)
  }
  expect(meanPassage(spring(k, 0.9), 0, 1.3).mean).toBeCloseTo(sum / (2 * k), 10)
})

/** Gamma((n + 1) / 2) / Gamma(n / 2) / (n + 1) */
function gammaRatio(n: number): number {
  const half = (m: number): number => (m === 1 ? Math.sqrt(Math.PI) : m === 2 ? 1 : (m / 2 - 1) * half(m - 2))
  return half(n + 1) / half(n) / (n + 1)
}

test('a path that may run off has no passage time', () => {
  expect(() => meanPassage({ drift: () => 0, variance: () => 1 }, 0, 1)).toThrow(/run off/)
  expect(() => meanPassage({ drift: () => -1, variance: () => 1 }, 0, 1)).toThrow(/run off/)
})
