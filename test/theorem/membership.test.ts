import fc from 'fast-check'
import { expect, test } from 'vitest'
import { between, commutingWith, count, positive, positiveDefinite, realVector, symmetric } from '../../src/index.js'
import { rational, toNumber, type Rational } from '../../src/symbolic/rings/rational.js'
import { scalarOf, scalarValue, type Value } from '../../src/symbolic/value.js'
import type { Domain } from '../../src/theorem/domain.js'

const scalar = (n: number, d = 1): Value<Rational> => scalarValue(rational(n, d))
const square = (rows: number[][]): Value<Rational> =>
  ({ rows: 'D', columns: 'D', entries: rows.map((row) => row.map((x) => rational(x))) })
const drawsOf = (domain: Domain, dimension = 1): Value<Rational>[] => {
  const basis = square([[1, 0], [0, 1]].slice(0, dimension).map((row) => row.slice(0, dimension))).entries
  return fc.sample(domain.draw({ fc, dimension, basis, shared: false }), 300)
}

test.each<[string, Domain, Value<Rational>]>([
  ['zero is not positive', positive('a'), scalar(0)],
  ['the lower bound is not between', between(-1, 1, 'a'), scalar(-1)],
  ['the upper bound is not between', between(-1, 1, 'a'), scalar(1)],
  ['a half is no count', count('S'), scalar(5, 2)],
  ['one is not a count of at least two', count('S', { least: 2 }), scalar(1)],
  ['an indefinite matrix is not positive definite', positiveDefinite('K'), square([[1, 2], [2, 1]])],
  ['a matrix that is not symmetric is not positive definite', positiveDefinite('K'), square([[2, 1], [0, 2]])],
  ['a matrix that is not symmetric is not symmetric', symmetric('K'), square([[2, 1], [0, 2]])],
  ['a negative matrix is no positive one that commutes', commutingWith('K'), square([[-1, 0], [0, 1]])],
  ['a matrix is no vector', realVector('u'), square([[1, 0], [0, 1]])],
])('%s', (_, domain, value) => {
  expect(domain.contains(value)).toBe(false)
})

test('a negative matrix is a signed one that commutes', () => {
  expect(commutingWith('K', 'C', { signed: true }).contains(square([[-1, 0], [0, 1]]))).toBe(true)
})

test('numbers between two bounds come near both of them', () => {
  const numbers = drawsOf(between(-2, 6, 'a')).map((value) => toNumber(scalarOf(value)))
  expect(Math.min(...numbers)).toBeLessThan(-1.5)
  expect(Math.max(...numbers)).toBeGreaterThan(5.5)
})

test('counts are small mostly, and sometimes one or large', () => {
  const counts = drawsOf(count('S')).map((value) => toNumber(scalarOf(value)))
  expect(counts.filter((n) => n >= 2 && n <= 8).length).toBeGreaterThan(150)
  expect(counts).toContain(1)
  expect(Math.max(...counts)).toBeGreaterThan(16)
})

test('ratios of eigenvalues lie mostly in [3, 12] and reach 40', () => {
  const ratios = drawsOf(positiveDefinite('K'), 2).map(({ entries }) => {
    const [a, b] = [toNumber(entries[0]![0]!), toNumber(entries[1]![1]!)]
    return Math.max(a, b) / Math.min(a, b)
  })
  expect(ratios.filter((r) => r >= 3 && r <= 12).length).toBeGreaterThan(120)
  expect(Math.max(...ratios)).toBeGreaterThan(39)
})

test('signed spectra have both signs', () => {
  const signs = drawsOf(symmetric('K'), 2).map(({ entries }) => Math.sign(toNumber(entries[0]![0]!)))
  expect(new Set(signs)).toEqual(new Set([1, -1]))
})
