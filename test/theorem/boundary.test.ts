import fc from 'fast-check'
import { expect, test } from 'vitest'
import { factorAt, feasible } from '../../src/theorem/boundary.js'

const ends = fc.tuple(fc.double({ min: 0.001, max: 30, noNaN: true }), fc.double({ min: 2, max: 100, noNaN: true }))

test('the ends of an interval are found from inside, to four digits', () => {
  fc.assert(fc.property(ends, ([from, ratio]) => {
    const found = feasible((x) => x > from && x < from * ratio)!
    expect(found.from).toBeGreaterThan(from)
    expect(found.from / from).toBeLessThan(1.0001)
    expect(found.to!).toBeLessThan(from * ratio)
    expect(found.to! / (from * ratio)).toBeGreaterThan(0.9999)
  }))
})

test('a set without an upper end says so, and one that is empty is null', () => {
  expect(feasible(() => true)).toEqual({ from: 0, to: null })
  expect(feasible(() => false)).toBeNull()
  expect(factorAt({ from: 0, to: null }, 0.5)).toBe(0.5)
})
