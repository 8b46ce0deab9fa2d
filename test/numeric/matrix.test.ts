import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  asymmetry, cholesky, combine, frobeniusNorm, identity, inverse, kronecker, multiply, operatorNorm, singularValues,
  solve, spectralRadius, symmetricEigen, trace, transpose,
} from '../../src/numeric/matrix.js'
import type { Matrix } from '../../src/numeric/matrix.js'
import { positiveDefiniteMatrix, size, squareMatrix } from './matrices.js'

const distance = (a: Matrix, b: Matrix) => frobeniusNorm(combine(1, a, -1, b))
const square = size.chain(squareMatrix)
const definite = size.chain(positiveDefiniteMatrix)

test('symmetric eigenvectors are orthonormal, rebuild the matrix, and their values ascend', () => {
  fc.assert(fc.property(definite, a => {
    const { values, vectors } = symmetricEigen(a)
    const diagonal = identity(a.length).map((row, i) => row.map(x => x * values[i]!))
    const rebuilt = multiply(multiply(vectors, diagonal), transpose(vectors))
    expect(distance(rebuilt, a)).toBeLessThan(1e-12 * frobeniusNorm(a))
    expect(distance(multiply(transpose(vectors), vectors), identity(a.length))).toBeLessThan(1e-13)
    expect([...values].sort((x, y) => x - y)).toEqual(values)
    expect(Math.abs(values.reduce((s, v) => s + v, 0) - trace(a))).toBeLessThan(1e-12 * frobeniusNorm(a))
  }))
})

test('the operator norm is the square root of the largest eigenvalue of A A\' and bounds A x', () => {
  fc.assert(fc.property(square, a => {
    const norm = operatorNorm(a)
    const largest = symmetricEigen(multiply(a, transpose(a))).values.at(-1)!
    expect(Math.abs(norm ** 2 - largest)).toBeLessThan(1e-12 * (1 + norm ** 2))
    for (const column of transpose(a)) expect(Math.hypot(...column)).toBeLessThanOrEqual(norm * (1 + 1e-14))
  }))
})

test('singular values of a rectangular matrix are those of its transpose', () => {
  const a = [[1, 2, 3], [4, 5, 6]]
  const other = singularValues(transpose(a))
  singularValues(a).forEach((s, i) => expect(Math.abs(s - other[i]!)).toBeLessThan(1e-14 * s + 1e-15))
})

test('a Cholesky factor is lower triangular and its square is the matrix', () => {
  fc.assert(fc.property(definite, a => {
    const l = cholesky(a)
    expect(l.every((row, i) => row.every((x, j) => j <= i || x === 0))).toBe(true)
    expect(distance(multiply(l, transpose(l)), a)).toBeLessThan(1e-13 * frobeniusNorm(a))
  }))
})

test('Cholesky refuses a matrix with a negative or zero eigenvalue instead of clamping it', () => {
  fc.assert(fc.property(definite, a => {
    const { values } = symmetricEigen(a)
    expect(() => cholesky(combine(1, a, -(values[0]! + 0.01), identity(a.length)))).toThrow(/positive definite/)
  }))
  expect(cholesky([[1, 0.5], [0.5 + 1e-16, 1]])[1]![0]).toBeCloseTo(0.5, 15)
  expect(() => cholesky([[1, 1], [1, 1]])).toThrow(/positive definite/)
  expect(() => cholesky([[1, 0.5], [0, 1]])).toThrow(/positive definite/)
})

test('an inverse undoes its matrix, and solve agrees with it', () => {
  fc.assert(fc.property(definite, a => {
    const condition = operatorNorm(a) * operatorNorm(inverse(a))
    expect(distance(multiply(a, inverse(a)), identity(a.length))).toBeLessThan(1e-14 * condition)
    expect(distance(solve(a, a), identity(a.length))).toBeLessThan(1e-14 * condition)
  }))
})

test('the spectral radius is at most the operator norm, and that of a rotation by r is r', () => {
  fc.assert(fc.property(square, a => {
    expect(spectralRadius(a)).toBeLessThanOrEqual(operatorNorm(a) * (1 + 1e-7))
  }))
  expect(spectralRadius([[0.6, -0.8], [0.8, 0.6]])).toBeCloseTo(1, 14)
  expect(spectralRadius([[0, 1], [0, 0]])).toBe(0)
})

test('kronecker(A, B) maps x (x) y to A x (x) B y', () => {
  fc.assert(fc.property(squareMatrix(2), squareMatrix(3), (a, b) => {
    const x = [[1], [-2]]
    const y = [[3], [5], [7]]
    const apart = kronecker(multiply(a, x), multiply(b, y))
    expect(distance(multiply(kronecker(a, b), kronecker(x, y)), apart)).toBeLessThan(1e-12)
  }))
})

test('ragged, empty, misshapen, singular and non-finite matrices are refused by name', () => {
  expect(() => trace([[1, 2], [3]])).toThrow(/rows of one positive length/)
  expect(() => trace([])).toThrow(/rows of one positive length/)
  expect(() => trace([[1, 2]])).toThrow(/square/)
  expect(() => multiply([[1, 2]], [[1, 2]])).toThrow(/inner sizes/)
  expect(() => combine(1, [[1]], 1, [[1, 2]])).toThrow(/shapes/)
  expect(() => inverse([[1, 2], [2, 4]])).toThrow(/singular/)
  expect(() => solve([[1]], [[1], [2]])).toThrow(/rows/)
  expect(() => symmetricEigen([[1, NaN], [NaN, 1]])).toThrow(/NaN at row 0, column 1/)
  expect(asymmetry([[0, 1], [-1, 0]])).toBe(2)
})
