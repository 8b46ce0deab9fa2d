/** Arbitrary matrices for the tests of this room. */
import fc from 'fast-check'
import { combine, identity, multiply, transpose } from '../../src/numeric/matrix.js'

const entry = fc.integer({ min: -1000, max: 1000 }).map(k => k / 500)

/** Square matrices of size n with entries in [-2, 2]. */
export function squareMatrix(n: number): fc.Arbitrary<number[][]> {
  return fc.array(fc.array(entry, { minLength: n, maxLength: n }), { minLength: n, maxLength: n })
}

/** B B' + I / 10, symmetric with smallest eigenvalue at least 1/10. */
export function positiveDefiniteMatrix(n: number): fc.Arbitrary<number[][]> {
  return squareMatrix(n).map(b => combine(1, multiply(b, transpose(b)), 0.1, identity(n)))
}

export const size = fc.integer({ min: 1, max: 5 })
