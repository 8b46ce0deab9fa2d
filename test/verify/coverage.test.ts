/**
 * Coverage counts what was drawn: all strata of the draws themselves, fewer of fewer draws, never more than there are.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rational } from '../../src/symbolic/rings/rational.js'
import { scalarValue } from '../../src/symbolic/value.js'
import { coverageOf } from '../../src/verify/coverage.js'

const draws =
  fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 })), { minLength: 1, maxLength: 20 })
    .map((pairs) =>
      pairs.map(([a, b]) => new Map([['a', scalarValue(rational(a, 7))], ['b', scalarValue(rational(b, 3))]])))

test('a sample covers all of itself', () => {
  fc.assert(fc.property(draws, (all) => {
    const { symbols, pairs } = coverageOf(all, all.map(() => 1), all)
    expect([...Object.values(symbols), pairs].every(({ hit, of }) => hit === of)).toBe(true)
  }))
})

test('places lie between the ends of what can be drawn, which are places themselves', () => {
  fc.assert(fc.property(draws, (all) => {
    const { at = [0, 1], from = 0, to = 1 } = coverageOf(all, all.map(() => 1), all).symbols.a!
    expect([at[0], at.at(-1), from < to, at.every((x, i) => i === 0 || x > at[i - 1]!)]).toEqual([0, 1, true, true])
  }))
})

test('fewer draws cover no more, and one draw covers one stratum of each symbol and pair', () => {
  fc.assert(fc.property(draws, (all) => {
    const [one, some] = [1, Math.ceil(all.length / 2)].map((n) => coverageOf(all.slice(0, n), [1], all))
    expect([one!.symbols.a!.hit, one!.pairs.hit]).toEqual([1, 1])
    expect(some!.pairs.hit).toBeLessThanOrEqual(some!.pairs.of)
  }))
})

test('counts drawn as one and fractions above a half are corners', () => {
  const drawn = [[1, 0.25], [4, 0.75], [1, 0.9]].map(([S, mu]) =>
    new Map([['S', scalarValue(rational(S!))], ['mu', scalarValue(rational(mu! * 100, 100))]]))
  expect(coverageOf(drawn, [1, 2, 2], drawn))
    .toMatchObject({ corners: { 'S = 1': 2, 'mu > 1/2': 2 }, dimensions: [1, 2] })
})
