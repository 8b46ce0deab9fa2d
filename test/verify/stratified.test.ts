/**
 * Draws chosen from a pool: the same ones first however many, at least as wide as the pool's own order, never twice.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rational } from '../../src/symbolic/rings/rational.js'
import { scalarValue } from '../../src/symbolic/value.js'
import { coverageOf, shortfall } from '../../src/verify/coverage.js'
import { stratified } from '../../src/verify/stratified.js'

const pools = fc.array(fc.tuple(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 400 })), {
  minLength: 20, maxLength: 40,
})
  .map((pairs) =>
    pairs.map(([a, b]) => new Map([['a', scalarValue(rational(a, 7))], ['b', scalarValue(rational(b, 3))]])))
const turns = <T>(pool: T, n: number): T[] => Array.from({ length: n }, () => pool)

test('more draws begin with the same ones, and none is chosen twice', () => {
  fc.assert(fc.property(pools, fc.integer({ min: 1, max: 20 }), (pool, n) => {
    const chosen = stratified(turns(pool, 20))
    expect(stratified(turns(pool, n))).toEqual(chosen.slice(0, n))
    expect(new Set(chosen).size).toBe(20)
  }))
})

test('they hit every third that the pool has, and no fewer cells than the first of the pool do', () => {
  fc.assert(fc.property(pools, (pool) => {
    const [chosen, first] = [stratified(turns(pool, 9)), pool.slice(0, 9)].map((draws) => coverageOf(draws, [1], pool))
    expect(Object.values(chosen!.symbols).every(({ hit, of }) => hit === of)).toBe(true)
    expect(chosen!.pairs.hit).toBeGreaterThanOrEqual(first!.pairs.hit)
  }))
})

test('draws that leave thirds or cells out fall short, and say of what', () => {
  const pool = [1, 10, 100].flatMap((a) => [1, 10, 100].map((b) =>
    new Map([['a', scalarValue(rational(a))], ['b', scalarValue(rational(b))]])))
  expect(shortfall(pool, pool)).toEqual([])
  expect(shortfall(turns(pool[0]!, 4), pool))
    .toEqual(['1 of 3 thirds of a', '1 of 3 thirds of b', '1 of 9 cells of a and b'])
  const line = [0, 4, 8].map((i) => pool[i]!)
  expect(shortfall([...line, ...line, ...line, ...line], pool)).toEqual(['3 of 9 cells of a and b'])
})
