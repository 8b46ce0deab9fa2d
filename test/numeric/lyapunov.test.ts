import fc from 'fast-check'
import { expect, test } from 'vitest'
import { doubleStein, solveStein, steinErrorBound } from '../../src/numeric/lyapunov.js'
import { combine, frobeniusNorm, operatorNorm } from '../../src/numeric/matrix.js'
import { positiveDefiniteMatrix, squareMatrix } from './matrices.js'

const pair = fc.integer({ min: 1, max: 4 })
  .chain(n => fc.tuple(squareMatrix(n), positiveDefiniteMatrix(n), fc.constantFrom(0.3, 0.9, 0.999)))
  .map(([a, q, radius]) => ({ a: combine(radius / Math.max(operatorNorm(a), 1e-3), a, 0, a), q }))

test('the linear solve and the doubling agree within the stated bound', () => {
  fc.assert(fc.property(pair, ({ a, q }) => {
    const { solution, errorBound } = solveStein(a, q)
    const doubled = doubleStein(a, q)
    const bound = errorBound + steinErrorBound(a, q, doubled)
    expect(frobeniusNorm(combine(1, solution, -1, doubled))).toBeLessThanOrEqual(bound)
    expect(errorBound).toBeLessThan(1e-7 * frobeniusNorm(solution))
  }))
})

test('the bound covers an error planted in the solution', () => {
  fc.assert(fc.property(pair, fc.integer({ min: 1, max: 9 }), ({ a, q }, k) => {
    const planted = solveStein(a, q).solution
    planted[0]![0]! += k * 1e-3
    expect(steinErrorBound(a, q, planted)).toBeGreaterThanOrEqual(k * 1e-3 * (1 - 1e-6))
  }))
})

test('a scalar solution is q / (1 - a^2) within its bound', () => {
  const { solution, errorBound } = solveStein([[0.75]], [[7]])
  expect(Math.abs(solution[0]![0]! - 16)).toBeLessThanOrEqual(errorBound)
})

test('a transition that does not contract has no stationary covariance', () => {
  expect(() => solveStein([[1]], [[1]])).toThrow(/spectral radius/)
  expect(() => doubleStein([[0, 1.1], [-1.1, 0]], [[1, 0], [0, 1]])).toThrow(/spectral radius/)
})
