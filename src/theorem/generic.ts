/** Generic points: random elements of a field in the pattern that a domain allows. */
import {
  identityValue, mapValue, multiplyValues, scalarValue, zipValues, type Size, type Value,
} from '../symbolic/value.js'
import type { PointContext } from './domain.js'

export const genericScalar = <T>({ random }: PointContext<T>): Value<T> => scalarValue(random())

/** What a size stands for: the dimension, or the number that it is written as. */
export const lengthOf = (size: Size, dimension: number): number => (size === 'D' ? dimension : Number(size))

/** A matrix without structure. */
export function genericMatrix<T>({ random, dimension }: PointContext<T>, rows: Size, columns: Size): Value<T> {
  const row = (): T[] => Array.from({ length: lengthOf(columns, dimension) }, random)
  return { rows, columns, entries: Array.from({ length: lengthOf(rows, dimension) }, row) }
}

export function genericSymmetric<T>(context: PointContext<T>): Value<T> {
  const { entries } = genericMatrix(context, 'D', 'D')
  return { rows: 'D', columns: 'D', entries: entries.map((row, i) => row.map((x, j) => (j < i ? entries[j]![i]! : x))) }
}

/** A random polynomial of degree D - 1 in X: for generic symmetric X, every matrix that commutes with it. */
export function genericPolynomial<T>({ ring, random, dimension }: PointContext<T>, x: Value<T>): Value<T> {
  const identity = identityValue(dimension, ring)
  const times = (factor: T, v: Value<T>): Value<T> => mapValue(v, (entry) => ring.mul(factor, entry))
  let sum = times(random(), identity)
  for (let k = 1; k < dimension; k++) {
    sum = zipValues(multiplyValues(sum, x, ring), times(random(), identity), ring.add)
  }
  return sum
}
