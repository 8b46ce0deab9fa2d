/** left - right of a claim, as one matrix or one number for each assignment of its indices. */
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { loadParser, parseClaim } from '../../src/symbolic/parse.js'
import { Q, rational, type Rational } from '../../src/symbolic/rings/rational.js'
import type { Value } from '../../src/symbolic/value.js'
import { assignments, residualAt, vanishes, type Equation, type Point } from '../../src/verify/residual.js'

beforeAll(loadParser)

const matrixOf = (x: readonly number[]): Value<Rational> =>
  ({ rows: 'D', columns: 'D', entries: [0, 1].map((i) => [0, 1].map((j) => rational(x[2 * i + j]!, 1))) })
const pointOf = (a: readonly number[], b: readonly number[]): Point<Rational> => ({
  ring: Q, dimension: 2, indices: new Set(['i', 'j']), values: new Map([['A', matrixOf(a)], ['B', matrixOf(b)]]),
})
const four = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 4, maxLength: 4 })
const residual = (text: string, point: Point<Rational>) => residualAt(parseClaim(text) as Equation, point)

test('a claim entry by entry says what the claim about matrices says', () => {
  fc.assert(fc.property(four, four, (a, b) => {
    const point = pointOf(a, b)
    const entries = residual('entry(A, i, j) == 2 * entry(B, i, j)', point).entries.flat()
    expect(entries).toEqual(residual('A == 2 * B', point).entries.flat())
  }))
})

test('entry(A, j, i) is an entry of the transpose', () => {
  fc.assert(fc.property(four, (a) => {
    const point = pointOf(a, a)
    expect(vanishes(residual('entry(A, j, i) == entry(transpose(A), i, j)', point), Q)).toBe(true)
    expect(vanishes(residual('entry(A, j, i) == entry(A, i, j)', point), Q)).toBe(a[1] === a[2])
  }))
})

test('a claim about one index has one entry for each of its values', () => {
  expect(residual('entry(A, i, i) == 0', pointOf([1, 2, 3, 4], [0, 0, 0, 0])).entries.map(
    (row) => Number(row[0]!.numerator),
  ))
    .toEqual([1, 4])
})

test('n^k assignments of k indices, all different', () => {
  const all = assignments(['i', 'j', 'k'], 3).map((at) => [...at.values()].join())
  expect([all.length, new Set(all).size]).toEqual([27, 27])
})

test('sides of different shapes are no claim, in one dimension as well', () => {
  const one: Point<Rational> = { ...pointOf([1, 0, 0, 1], [1, 0, 0, 1]), dimension: 1,
    values: new Map([['A', { rows: 'D', columns: 'D', entries: [[Q.one]] }]]) }
  expect(() => residual('A == 1', one)).toThrow(/shapes/)
})
