/**
 * A claim read as an equation: probing finds the affine map, and its solution satisfies the claim, over Q and over F_p.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { primeField } from '../../src/symbolic/rings/prime-field.js'
import { Q } from '../../src/symbolic/rings/rational.js'
import type { Ring } from '../../src/symbolic/ring.js'
import { mapValue, type Value } from '../../src/symbolic/value.js'
import { affineOf, flatten, solveFor, unflatten } from '../../src/verify/affine.js'

const fields: readonly (readonly [string, Ring<unknown>])[] = [
  ['Q', Q as Ring<unknown>], ['F_101', primeField(101n) as Ring<unknown>],
  ['F_p', primeField(2n ** 61n - 1n) as Ring<unknown>],
]
const shape: Value<unknown> = { rows: 'D', columns: 'D', entries: [[0, 0], [0, 0]] }
const numbers = (n: number) => fc.array(fc.bigInt({ min: -9n, max: 9n }), { minLength: n, maxLength: n })

/** x -> A x + b on the four entries. */
const affine = <T>(a: readonly bigint[], b: readonly bigint[], ring: Ring<T>) => (x: Value<T>): Value<T> => {
  const entries = flatten(x)
  return unflatten(b.map((constant, i) => entries.reduce(
    (sum, entry, j) => ring.add(sum, ring.mul(ring.fraction(a[4 * i + j]!, 1n), entry)),
    ring.fraction(constant, 1n))), shape)
}

test.each(fields)('the solution makes the residual vanish, over %s', (_, ring) => {
  fc.assert(fc.property(numbers(16), numbers(4), (a, b) => {
    const residual = affine(a, b, ring)
    const x = solveFor(residual, shape, ring)
    fc.pre(x !== null)
    expect(flatten(residual(x)).every(ring.isZero)).toBe(true)
  }))
})

test.each(fields)('the probed map is the one that was given, over %s', (_, ring) => {
  fc.assert(fc.property(numbers(16), numbers(4), (a, b) => {
    const { constant, columns } = affineOf(affine(a, b, ring), shape, ring)
    const same = (x: unknown, n: bigint): boolean => ring.isZero(ring.sub(x, ring.fraction(n, 1n)))
    expect(constant.every((x, i) => same(x, b[i]!))).toBe(true)
    expect(columns.every((column, j) => column.every((x, i) => same(x, a[4 * i + j]!)))).toBe(true)
  }))
})

test('an equation that does not determine its symbol has no solution', () => {
  expect(solveFor((x) => mapValue(x, () => Q.one), shape, Q)).toBeNull()
  expect(solveFor((x) => unflatten([x.entries[0]![0]!, Q.zero, Q.zero, Q.zero], shape), shape, Q)).toBeNull()
})

test('an equation that is not affine has no solution here, though its values at 0 and 1 are those of an affine one',
  () => {
    const squares = (x: Value<bigint>): Value<bigint> => mapValue(x, (y) => F.sub(F.mul(y, y), F.fraction(2n, 1n)))
    const F = primeField(2n ** 61n - 1n)
    expect(solveFor(squares, shape, F)).toBeNull()
})
