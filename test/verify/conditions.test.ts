/**
 * posdef(X) over Q has the sign of the smallest eigenvalue, computed another way: by an eigenvalue solver in doubles.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { symmetricEigen } from '../../src/numeric/matrix.js'
import { symbol } from '../../src/symbolic/expression.js'
import { rational, signOf, toNumber } from '../../src/symbolic/rings/rational.js'
import { exactly } from '../../src/verify/conditions.js'

const matrices = fc.integer({ min: 1, max: 4 }).chain((n) => fc.array(
  fc.array(fc.integer({ min: -6, max: 12 }), { minLength: n, maxLength: n }), { minLength: n, maxLength: n }))
const posdef = (rows: readonly (readonly number[])[]) =>
  exactly.reduce!('posdef', rows.map((row) => row.map((x) => rational(x, 3))), symbol('X'))

test('the sign of posdef is that of the smallest eigenvalue of the symmetric part', () => {
  fc.assert(fc.property(matrices, (rows) => {
    const symmetric = rows.map((row, i) => row.map((x, j) => x + rows[j]![i]!))
    const least = Math.min(...symmetricEigen(symmetric).values)
    // integer matrices this small have no eigenvalue closer to zero unless it is zero
    const sign = Math.abs(least) < 1e-9 ? 0 : Math.sign(least)
    expect(signOf(posdef(rows))).toBe(sign)
  }))
})

test('a singular positive matrix is not positive definite, exactly', () => {
  expect(signOf(posdef([[1, 1], [1, 1]]))).toBe(0)
  expect(signOf(posdef([[3, 1], [1, 1]]))).toBe(1)
})

test('a pivot reported positive is a positive number', () => {
  expect(toNumber(posdef([[4, 0], [0, 9]]))).toBeGreaterThan(0)
})

test('what cannot be decided exactly is refused, with the way out', () => {
  expect(() => exactly.reduce!('norm', [[rational(1)]], symbol('X'))).toThrow(/posdef/)
})
