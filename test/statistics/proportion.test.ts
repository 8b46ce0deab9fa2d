import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alarmCount, atLeast, clopperPearson } from './proportion.js'

const counts = fc.integer({ min: 1, max: 500 }).chain(n => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)))

test('at its bounds the observed count is exactly as improbable as stated', () => {
  fc.assert(fc.property(counts, fc.constantFrom(0.01, 0.1), ([events, trials], alpha) => {
    const { lower, upper } = clopperPearson(events, trials, alpha)
    expect(lower).toBeLessThanOrEqual(events / trials)
    expect(upper).toBeGreaterThanOrEqual(events / trials)
    if (events > 0) expect(atLeast(events, trials, lower)).toAgreeWith(alpha / 2)
    if (events < trials) expect(1 - atLeast(events + 1, trials, upper)).toAgreeWith(alpha / 2)
  }))
})

test('the tail of a binomial is the sum of its terms', () => {
  const choose = [1, 6, 15, 20, 15, 6, 1]
  for (let k = 0; k <= 6; k++) {
    const sum = choose.slice(k).reduce((s, c, i) => s + c * 0.2 ** (k + i) * 0.8 ** (6 - k - i), 0)
    expect(atLeast(k, 6, 0.2)).toAgreeWith(sum)
  }
})

test('the alarm count is the first whose excess is rarer than alpha', () => {
  fc.assert(fc.property(fc.integer({ min: 10, max: 2000 }), fc.constantFrom(0.01, 0.2), fc.constantFrom(1e-3, 1e-9),
    (trials, rate, alpha) => {
      const limit = alarmCount(trials, rate, alpha)
      if (limit < trials) expect(atLeast(limit + 1, trials, rate)).toBeLessThanOrEqual(alpha)
      if (limit > Math.ceil(trials * rate)) expect(atLeast(limit, trials, rate)).toBeGreaterThan(alpha)
    }))
  expect(() => atLeast(3, 2, 0.5)).toThrow(/events/)
})
