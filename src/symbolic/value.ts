/**
 * A matrix over a ring with a symbolic shape: sizes are names ('D') or '1', so that vector * vector
 * is an error in every dimension, one included. A scalar is 1 x 1.
 */
import type { Ring } from './ring.js'

export type Size = string

export interface Value<T> {
  readonly rows: Size
  readonly columns: Size
  readonly entries: readonly (readonly T[])[]
}

export const scalarValue = <T>(x: T): Value<T> => ({ rows: '1', columns: '1', entries: [[x]] })
export const isScalar = <T>(v: Value<T>): boolean => v.rows === '1' && v.columns === '1'
export const shapeText = <T>(v: Value<T>): string => `${v.rows} x ${v.columns}`
export const sameShape = <T>(a: Value<T>, b: Value<T>): boolean => a.rows === b.rows && a.columns === b.columns

/** The single entry of a scalar. */
export const scalarOf = <T>(v: Value<T>): T => v.entries[0]![0]!

/** The same shape with every entry changed. */
export const mapValue = <T, U>(v: Value<T>, change: (x: T, i: number, j: number) => U): Value<U> => ({
  rows: v.rows,
  columns: v.columns,
  entries: v.entries.map((row, i) => row.map((x, j) => change(x, i, j))),
})

export const transposeValue = <T>(v: Value<T>): Value<T> => ({
  rows: v.columns,
  columns: v.rows,
  entries: (v.entries[0] ?? []).map((_, j) => v.entries.map((row) => row[j]!)),
})

/** Entry by entry combination of two values of one shape. */
export const zipValues = <T, U>(a: Value<T>, b: Value<T>, join: (x: T, y: T) => U): Value<U> =>
  mapValue(a, (x, i, j) => join(x, b.entries[i]![j]!))

/** Matrix product; the caller has checked that the inner sizes agree. */
export function multiplyValues<T>(a: Value<T>, b: Value<T>, ring: Ring<T>): Value<T> {
  const columns = transposeValue(b).entries
  const dot = (row: readonly T[], column: readonly T[]): T =>
    row.reduce((sum, x, k) => ring.add(sum, ring.mul(x, column[k]!)), ring.zero)
  return { rows: a.rows, columns: b.columns, entries: a.entries.map((row) => columns.map((c) => dot(row, c))) }
}

/** The n x n identity of shape size x size. */
export const identityValue = <T>(n: number, ring: Ring<T>, size: Size = 'D'): Value<T> => ({
  rows: size,
  columns: size,
  entries: Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => (i === j ? ring.one : ring.zero))),
})
