/** Units in which errors of the entries of a value are relative ones: sqrt |v_ii v_jj|, or its largest entry. */
import type { Value } from '../symbolic/value.js'
import { flatten } from './affine.js'

/** sqrt |v_ii v_jj| for a square value with a diagonal, else its largest entry. */
export function entryUnits(value: Value<number>): number[][] {
  const largest = Math.max(...flatten(value).map(Math.abs))
  const diagonal = value.entries.map((row, i) => Math.abs(row[i] ?? 0))
  const isSquare = value.entries.every((row) => row.length === value.entries.length)
  const square = isSquare && diagonal.every((x) => x > 1e-3 * largest)
  return value.entries.map((row, i) => row.map((_, j) => (square ? Math.sqrt(diagonal[i]! * diagonal[j]!) : largest)))
}
