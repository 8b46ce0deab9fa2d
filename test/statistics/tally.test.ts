import fc from 'fast-check'
import { expect, test } from 'vitest'
import { count, emptyTally, isBalanced, meanAndVariance } from '../../src/statistics/tally.js'

const numbers = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 2, maxLength: 30 })

test('a balanced tally has no sample beyond its share of the sum of squares', () => {
  fc.assert(fc.property(numbers, fc.constantFrom(0.2, 0.5, 1), (values, guard) => {
    const tally = emptyTally()
    count(tally, Float64Array.from(values), values.length)
    const mean = values.reduce((a, b) => a + b) / values.length
    const squares = values.map(y => (y - mean) ** 2)
    const [farthest, share] = [Math.max(...squares), guard * squares.reduce((a, b) => a + b)]
    if (isBalanced(tally, guard)) expect(farthest).toBeLessThanOrEqual(share + 1e-9)
    else expect(farthest).toBeGreaterThanOrEqual(share - 1e-9)
    expect(meanAndVariance(tally).variance).toAgreeWith(squares.reduce((a, b) => a + b) / values.length)
  }), { numRuns: 1000 })
})

test('a constant sample is never balanced, and many equal shares always are', () => {
  const [constant, fair] = [emptyTally(), emptyTally()]
  count(constant, new Float64Array(32).fill(3), 32)
  count(fair, Float64Array.from({ length: 32 }, (_, i) => (-1) ** i), 32)
  expect(isBalanced(constant, 0.05)).toBe(false)
  expect(isBalanced(fair, 0.05)).toBe(true)
})

test('whether a sample is balanced does not depend on where its mean lies', () => {
  const far = emptyTally()
  count(far, Float64Array.from({ length: 32 }, (_, i) => 100 + (-1) ** i), 32)
  expect(isBalanced(far, 0.05)).toBe(true)
})
