import fc from 'fast-check'
import { expect, test } from 'vitest'
import { panelRule } from '../../src/numeric/antiderivative.js'
import { richardsonLimit } from '../../src/numeric/richardson.js'

const coefficients = fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 3, maxLength: 6 })

test('the limit of a power series is found within the stated error, whatever the ratio of the points', () => {
  fc.assert(fc.property(coefficients, fc.double({ min: 1.3, max: 3, noNaN: true }), (c, r) => {
    const f = (h: number): number => c.reduceRight((sum, x) => sum * h + x, 0)
    const points = Array.from({ length: 10 }, (_, k) => ({ value: f(r ** -k), error: 1e-15 }))
    const { value, error } = richardsonLimit(points, r)
    expect(Math.abs(value - c[0]!)).toBeLessThanOrEqual(error)
  }))
})

test('a root or a logarithm of h gets an error that covers its slow approach', () => {
  const slow = [(h: number) => h ** (1 / 8), (h: number) => Math.sqrt(h) + h, (h: number) => 1 / Math.log(1 / h)]
  for (const f of slow) for (const r of [Math.SQRT2, 2]) {
    const points = Array.from({ length: 16 }, (_, k) => ({ value: f(r ** -k / 3), error: 1e-15 }))
    const { value, error } = richardsonLimit(points, r)
    expect(Math.abs(value)).toBeLessThanOrEqual(error)
  }
})

test('noise in the approximations shows in the error', () => {
  const noisy = Array.from({ length: 10 }, (_, k) => ({ value: 1 + 2 ** -k, error: 1e-3 }))
  expect(richardsonLimit(noisy, 2).error).toBeGreaterThan(1e-3)
})

test('a sequence without a limit gets no small error', () => {
  const wild = Array.from({ length: 10 }, (_, k) => ({ value: (-1) ** k, error: 0 }))
  expect(richardsonLimit(wild, 2).error).toBeGreaterThan(0.5)
  expect(() => richardsonLimit(wild.slice(0, 4), 2)).toThrow(/needs 5/)
})

test('running integrals of a panel are exact for polynomials', () => {
  for (const order of [1, 2, 5, 14]) {
    const { nodes, running } = panelRule(order)
    for (let k = 0; k < order; k++) {
      running.forEach((row, i) => {
        const integral = row.reduce((sum, w, j) => sum + w * nodes[j]! ** k, 0)
        expect(Math.abs(integral - (nodes[i]! ** (k + 1) - (-1) ** (k + 1)) / (k + 1))).toBeLessThan(1e-14)
      })
    }
  }
})
