/**
 * Rational orthogonal matrices, Q = (I - A) inv(I + A) for skew A (Cayley 1846): with them symmetric matrices of chosen
 * spectrum, Q diag(k) Q', are exact over the rationals, and matrices that share Q commute exactly.
 */
import type { Arbitrary } from 'fast-check'
import { solveLinear } from '../symbolic/linear.js'
import { Q, rational, type Rational } from '../symbolic/rings/rational.js'
import { multiplyValues, transposeValue, type Value } from '../symbolic/value.js'
import type { FastCheck } from './domain.js'

export type Basis = readonly (readonly Rational[])[]

/** tan of half the angle: 1/3 and 1/2 turn by 37 and 53 degrees with denominators of 5 only. */
const tangents = [[0, 1], [1, 3], [-1, 2], [-1, 3], [1, 2], [1, 3], [-1, 2], [2, 5], [-3, 4], [1, 5], [-1, 7]] as const

/** A rotation of n dimensions, most planes turned by about 45 degrees; shrinks to the identity. */
export const rotation = (fc: FastCheck, n: number): Arbitrary<Basis> =>
  fc.array(fc.constantFrom(...tangents), { minLength: (n * (n - 1)) / 2, maxLength: (n * (n - 1)) / 2 })
    .map((entries) => cayley(n, entries.map(([a, b]) => rational(a, b))))

/** (I - A) inv(I + A), where A is skew with the given entries above its diagonal, row by row. */
export function cayley(n: number, above: readonly Rational[]): Basis {
  const plus = Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => (i === j ? Q.one : Q.zero)))
  let k = 0
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++, k++) {
      plus[i]![j] = above[k]!
      plus[j]![i] = Q.neg(above[k]!)
    }
  }
  const minus = plus.map((_, i) => plus.map((row) => row[i]!))
  return solveLinear(plus, minus, Q)
}

const asValue = (entries: Basis): Value<Rational> => ({ rows: 'D', columns: 'D', entries })

/** The product of two rotations. */
export const turned = (a: Basis, b: Basis): Basis => multiplyValues(asValue(a), asValue(b), Q).entries

/** Q diag(k) Q', exactly symmetric. */
export function withSpectrum(basis: Basis, spectrum: readonly Rational[]): Value<Rational> {
  const scaled = asValue(basis.map((row) => row.map((x, j) => Q.mul(x, spectrum[j]!))))
  return multiplyValues(scaled, transposeValue(asValue(basis)), Q)
}
