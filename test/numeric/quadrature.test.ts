import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compositeIntegral, gaussLegendre, integrate } from '../../src/numeric/quadrature.js'

test('a Gauss rule of order n integrates x^k exactly for every k < 2n', () => {
  for (const n of [1, 2, 5, 16, 33, 64]) {
    const { nodes, weights } = gaussLegendre(n)
    for (let k = 0; k < 2 * n; k++) {
      const sum = nodes.reduce((s, x, i) => s + weights[i]! * x ** k, 0)
      expect(Math.abs(sum - (k % 2 === 0 ? 2 / (k + 1) : 0))).toBeLessThan(2e-15 * n)
    }
  }
})

test('the stated error covers the true error of integrals with known values', () => {
  const known: [(x: number) => number, number, number, number][] = [
    [Math.exp, 0, 1, Math.E - 1],
    [x => 1 / (1 + x * x), -Infinity, Infinity, Math.PI],
    [x => Math.exp(-x), 0, Infinity, 1],
    [x => Math.exp(-x * x / 2), -Infinity, Infinity, Math.sqrt(2 * Math.PI)],
    [x => Math.exp(x), -Infinity, 2, Math.exp(2)],
    [x => Math.cos(40 * x), 0, 1, Math.sin(40) / 40],
    [x => 1 / (1e-4 + x * x), -1, 1, 200 * Math.atan(100)],
  ]
  for (const [f, a, b, truth] of known) {
    const { value, error } = integrate(f, a, b)
    expect(Math.abs(value - truth)).toBeLessThanOrEqual(error)
    expect(error).toBeLessThan(1e-11 * Math.abs(truth) + 1e-13)
  }
})

test('an integral splits at any point and changes sign with its direction', () => {
  fc.assert(fc.property(fc.double({ min: -3, max: 3, noNaN: true }), middle => {
    const f = (x: number) => Math.exp(Math.sin(3 * x))
    const left = integrate(f, -3, middle)
    const right = integrate(f, 3, middle)
    const whole = integrate(f, -3, 3)
    expect(Math.abs(left.value - right.value - whole.value)).toBeLessThanOrEqual(left.error + right.error + whole.error)
  }))
})

test('a kink named in breaks costs nothing', () => {
  const { value, error } = integrate(Math.abs, -1, 2, { breaks: [0] })
  expect(Math.abs(value - 2.5)).toBeLessThanOrEqual(error)
})

test('composite panels converge to the adaptive integral', () => {
  const f = (x: number) => Math.log(2 + Math.sin(5 * x))
  const { value, error } = integrate(f, 0, 3)
  expect(Math.abs(compositeIntegral(f, 0, 3, 12, 20) - value)).toBeLessThanOrEqual(error + 1e-13)
})

test('an integrand without a value and an integral without a limit are refused', () => {
  expect(() => integrate(Math.log, -1, 1)).toThrow(/integrand is NaN/)
  expect(() => integrate(x => 1 / x, 0, 1, { panels: 100 })).toThrow(/panels/)
})
