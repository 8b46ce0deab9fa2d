import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findRoot } from '../../src/numeric/roots.js'

const zero = fc.double({ min: -0.99, max: 0.99, noNaN: true })

test('the zero of a monotone function lies in an enclosure of the asked width', () => {
  fc.assert(fc.property(zero, fc.constantFrom(1e-3, 1e-9, 1e-14), (z, width) => {
    const { root, lower, upper } = findRoot(x => Math.tanh(5 * (x - z)), -1, 1, width)
    expect(upper - lower).toBeLessThanOrEqual(Math.max(width, 1e-15))
    expect(Math.abs(root - z)).toBeLessThanOrEqual(Math.max(width, 1e-15))
  }))
})

test('a step function, where interpolation is useless, costs little more than bisection', () => {
  fc.assert(fc.property(zero, z => {
    let calls = 0
    const { lower, upper } = findRoot(x => { calls++; return x < z ? -1e9 : 1e-9 }, -1, 1, 1e-12)
    expect(lower <= z && z <= upper).toBe(true)
    expect(calls).toBeLessThan(60)
  }))
})

test('a smooth function costs far less than bisection', () => {
  let calls = 0
  findRoot(x => { calls++; return Math.exp(x) - 2 }, 0, 3, 1e-14)
  expect(calls).toBeLessThan(20)
})

test('an end that is the zero is returned, and a bracket without a change of sign is refused', () => {
  expect(findRoot(x => x, 0, 1).root).toBe(0)
  expect(findRoot(x => x - 1, 0, 1).root).toBe(1)
  expect(findRoot(x => x + 1, 3, -2).root).toBe(-1)
  expect(() => findRoot(x => x * x + 1, -1, 1)).toThrow(/widen the bracket/)
  expect(() => findRoot(() => NaN, -1, 1)).toThrow(/NaN/)
})
