import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { determinant, inverseMatrix, SingularMatrix, solveLinear } from '../../src/symbolic/linear.js'
import { double } from '../../src/symbolic/rings/double.js'
import { primeField } from '../../src/symbolic/rings/prime-field.js'
import { Q, rational, type Rational } from '../../src/symbolic/rings/rational.js'
import { multiplyValues, transposeValue } from '../../src/symbolic/value.js'

type Matrix<T> = readonly (readonly T[])[]
const entry = fc.tuple(fc.integer({ min: -4, max: 4 }), fc.integer({ min: 1, max: 3 })).map(([n, d]) => rational(n, d))
const square = (n: number): fc.Arbitrary<Rational[][]> =>
  fc.array(fc.array(entry, { minLength: n, maxLength: n }), { minLength: n, maxLength: n })
const times = (a: Matrix<Rational>, b: Matrix<Rational>): Matrix<Rational> =>
  multiplyValues({ rows: 'D', columns: 'D', entries: a }, { rows: 'D', columns: 'D', entries: b }, Q).entries
const identity = (n: number): Rational[][] =>
  Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => (i === j ? Q.one : Q.zero)))
const isRegular = (a: Matrix<Rational>): boolean => !Q.isZero(determinant(a, Q))

describe('exact linear algebra', () => {
  it('solves: A X is B', () => {
    fc.assert(fc.property(square(4), square(4), (a, b) => {
      fc.pre(isRegular(a))
      expect(times(a, solveLinear(a, b, Q))).toEqual(b)
    }))
  })

  it('inverts from both sides', () => {
    fc.assert(fc.property(square(3), (a) => {
      fc.pre(isRegular(a))
      expect(times(inverseMatrix(a, Q), a)).toEqual(identity(3))
      expect(times(a, inverseMatrix(a, Q))).toEqual(identity(3))
    }))
  })

  it('has a determinant that multiplies and does not see transposition', () => {
    fc.assert(fc.property(square(3), square(3), (a, b) => {
      expect(determinant(times(a, b), Q)).toEqual(Q.mul(determinant(a, Q), determinant(b, Q)))
      expect(determinant(transposeValue({ rows: 'D', columns: 'D', entries: a }).entries, Q)).toEqual(determinant(a, Q))
    }))
  })

  it('agrees with Leibniz\' formula in dimension 3', () => {
    fc.assert(fc.property(square(3), (m) => {
      const product = (i: number, j: number, k: number): Rational => Q.mul(Q.mul(m[0]![i]!, m[1]![j]!), m[2]![k]!)
      const even = Q.add(Q.add(product(0, 1, 2), product(1, 2, 0)), product(2, 0, 1))
      const odd = Q.add(Q.add(product(0, 2, 1), product(1, 0, 2)), product(2, 1, 0))
      expect(determinant(m, Q)).toEqual(Q.sub(even, odd))
    }))
  })

  it('finds pivots below zeros, and the column that has none', () => {
    const q = (rows: number[][]): Rational[][] => rows.map((row) => row.map((x) => rational(x)))
    expect(determinant(q([[0, 1], [1, 0]]), Q)).toEqual(rational(-1))
    expect(() => inverseMatrix(q([[1, 2], [2, 4]]), Q)).toThrow(SingularMatrix)
    expect(() => inverseMatrix(q([[1, 2], [2, 4]]), Q)).toThrow('column 1')
    expect(determinant(q([[1, 2], [2, 4]]), Q)).toEqual(Q.zero)
  })

  it('picks the largest pivot in doubles, so that a tiny one does no harm', () => {
    const [[x], [y]] = solveLinear([[1e-20, 1], [1, 1]], [[1], [2]], double) as [[number], [number]]
    expect([x, y]).toEqual([1, 1])
  })

  it('reduces mod p as fractions do', () => {
    const field = primeField((1n << 61n) - 1n)
    const modulo = (a: Matrix<Rational>): bigint[][] =>
      a.map((row) => row.map((x) => field.fraction(x.numerator, x.denominator)))
    fc.assert(fc.property(square(3), (a) => {
      fc.pre(isRegular(a))
      expect(inverseMatrix(modulo(a), field)).toEqual(modulo(inverseMatrix(a, Q)))
    }))
  })
})
