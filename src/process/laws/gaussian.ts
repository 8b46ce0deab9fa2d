/**
 * Centred Gaussian laws: a vector with a covariance, a number with a variance, the standard normal. Moments by
 * Isserlis (1918).
 */
import type { Ring } from '../../symbolic/ring.js'
import { scalarOf } from '../../symbolic/value.js'
import { frozen } from '../frozen.js'
import { cholesky } from './cholesky.js'
import type { Drawing, Law } from './law.js'
import { doubleFactorial, scalarLaw } from './scalar-law.js'

/** N(0, covariance), a vector of the dimension of its covariance (D x D, positive semidefinite). */
export function gaussian<const C extends string>(of: { covariance: C }): Law<{ covariance: C }>
/** N(0, variance), one number. */
export function gaussian<const V extends string>(of: { variance: V }): Law<{ variance: V }>
export function gaussian(of: { covariance: string } | { variance: string }): Law {
  return 'covariance' in of ? gaussianVector(of.covariance) : gaussianScalar(of.variance)
}

/** N(0, 1). */
export const standardNormal = scalarLaw({
  law: 'standard normal',
  texts: {},
  isGaussian: true,
  isSymmetric: true,
  moment: (k) => (k % 2 ? '0' : `${doubleFactorial(k)}`),
  draw: (at) => at.variate({ kind: 'normal' }),
})

const gaussianScalar = (variance: string): Law => scalarLaw({
  law: 'gaussian',
  texts: { variance },
  isGaussian: true,
  isSymmetric: true,
  moment: (k) => (k % 2 ? '0' : `${doubleFactorial(k)} * (${variance})^${k / 2}`),
  draw: (at) => scaledNormal(variance, at),
})

/** sqrt(variance) times a standard normal. */
export const scaledNormal = (variance: string, at: Drawing): number =>
  at.ring.mul(scalarOf(at.derived(variance, squareRoot)), at.variate({ kind: 'normal' }))

const squareRoot = (entries: readonly (readonly number[])[]): number[][] => entries.map((row) => row.map(Math.sqrt))

const gaussianVector = (covariance: string): Law => frozen<Law<{ covariance: string }>>({
  covariance,
  law: 'gaussian',
  isVector: true,
  texts: { covariance },
  isGaussian: true,
  isSymmetric: true,
  wick: covariance,
  moment: () => null,
  expectation: (indices, at) => isserlis(indices, at.value(covariance).entries, at.ring),
  draw: (at) => {
    const factor = at.derived(covariance, cholesky).entries
    const normals = factor.map(() => at.variate({ kind: 'normal' }))
    const term = (sum: number, x: number, j: number): number => at.ring.add(sum, at.ring.mul(x, normals[j]!))
    return factor.map((row, i) => row.slice(0, i + 1).reduce(term, at.ring.zero))
  },
})

/** E x_i x_j ... x_l of N(0, C): the sum over pairings of the products of covariances. */
export function isserlis<T>(indices: readonly number[], c: readonly (readonly T[])[], ring: Ring<T>): T {
  if (indices.length % 2) return ring.zero
  const [first, ...rest] = indices
  if (first === undefined) return ring.one
  return rest.reduce((sum, partner, k) => {
    const covariance = c[first]![partner]!
    if (ring.isZero(covariance)) return sum
    return ring.add(sum, ring.mul(covariance, isserlis(rest.filter((_, j) => j !== k), c, ring)))
  }, ring.zero)
}
