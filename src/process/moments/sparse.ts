/** Linear maps on moments, kept as their entries that are not zero: T f over a list of monomials, many times. */
import type { Polynomial } from '../../symbolic/rings/polynomial.js'
import type { Chain } from './chain.js'

/** The monomials and the constant 1 before them. */
export const withOne = (monomials: readonly number[]): number[] => [...new Set([0, ...monomials])]

/** T of a monomial, of 1 as well. */
export const nextOf = ({ next, space: { polynomials } }: Chain<number>, m: number): Polynomial<number> =>
  (m === 0 ? polynomials.one : next(m))

/** Rows one after the other: entries start[i] .. start[i + 1] - 1 are those of row i. */
export interface Sparse {
  readonly start: Int32Array
  readonly columns: Int32Array
  readonly values: Float64Array
}

/** Polynomials as rows over a list of monomials that has all of theirs. */
export function sparse(rows: readonly Polynomial<number>[], monomials: readonly number[]): Sparse {
  const place = new Map(monomials.map((m, i) => [m, i]))
  const start = new Int32Array(rows.length + 1)
  rows.forEach((row, i) => (start[i + 1] = start[i]! + row.size))
  return {
    start,
    columns: Int32Array.from(rows.flatMap((row) => [...row.keys()].map((m) => place.get(m)!))),
    values: Float64Array.from(rows.flatMap((row) => [...row.values()])),
  }
}

/** The product with a vector. */
export function times({ start, columns, values }: Sparse, x: Float64Array): Float64Array<ArrayBuffer> {
  const y = new Float64Array(start.length - 1)
  for (let i = 0; i < y.length; i++) {
    let sum = 0
    for (let k = start[i]!; k < start[i + 1]!; k++) sum += values[k]! * x[columns[k]!]!
    y[i] = sum
  }
  return y
}
