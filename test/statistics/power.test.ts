import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalCdf } from '../../src/numeric/normal.js'
import { createMeanCheck } from '../../src/statistics/mean-check.js'
import {
  detectableError, samplesToVerify, samplesToVerifyCovariance,
} from '../../src/statistics/power.js'
import { alarmCount } from './proportion.js'
import { many, samples } from './samples.js'

const small = fc.double({ min: 0, max: 0.01, noNaN: true })
const settings =
  { claimed: 1, support: 'nonnegative', tier: 'E', precision: 0.2, alphaRefute: 1e-3, alphaVerify: 1e-3 } as const

test('at the detectable error the log wealth of a bet on the grid passes with the stated probability', () => {
  fc.assert(fc.property(fc.integer({ min: 100, max: 1e7 }), small, fc.constantFrom(0.5, 0.95), (n, inner, power) => {
    const error = detectableError(n, 1e-9, { cv2: 2, inner, power })
    // 22 bets share the level, the nearest of which grows at 8/9 of the best rate
    const mean = 8 / 9 * n * (error - inner) ** 2 / (2 * 2)
    expect(normalCdf((mean - Math.log(22e9)) / Math.sqrt(2 * mean))).toAgreeWith(power)
  }))
})

test('at the forecast the log wealth of either side passes with the stated probability', () => {
  for (const power of [0.5, 0.9, 0.999]) {
    const samples = samplesToVerify(0.01, 1e-6, { cv2: 2, power })
    const passes = (n: number): number => {
      const mean = n * 0.01 ** 2 / (2 * 2)
      return normalCdf((mean - Math.log(1e6)) / Math.sqrt(2 * mean))
    }
    const stated = 1 - (1 - power) / 2
    expect(passes(samples)).toBeGreaterThanOrEqual(stated)
    expect(passes(samples - 1)).toBeLessThan(stated)
  }
})

test('more samples see smaller errors, and stricter levels cost more', () => {
  expect(detectableError(4000, 1e-9, { cv2: 2 })).toAgreeWith(detectableError(1000, 1e-9, { cv2: 2 }) / 2)
  expect(samplesToVerify(0.1, 1e-9, { cv2: 2 })).toBeGreaterThan(samplesToVerify(0.1, 1e-6, { cv2: 2 }))
  expect(samplesToVerifyCovariance(0.1, 1e-6, 10)).toBeGreaterThan(samplesToVerifyCovariance(0.1, 1e-6, 2))
})

test('a check decides within the forecast samples at least as often as forecast', () => {
  const runs = 150
  const misses = alarmCount(runs, 0.1, 1e-9)
  const late = (n: number, variance: number, wanted: string) => Array.from({ length: runs }, (_, run) => {
    const { normal } = samples(run + 300)
    const check = createMeanCheck(settings)
    return check.update(many(n, () => variance * normal() ** 2)) !== wanted
  }).filter(Boolean).length
  expect(late(samplesToVerify(0.2, 1e-3, { cv2: 2, power: 0.9 }), 1, 'verified')).toBeLessThanOrEqual(misses)
  const refuting = (n: number) => detectableError(n, 1e-3, { cv2: 2 * 1.25 ** 2, power: 0.9 }) <= 0.25
  const enough = Array.from({ length: 10_000 }, (_, n) => n + 1).find(refuting)!
  expect(late(enough, 1.25, 'refuted')).toBeLessThanOrEqual(misses)
})
