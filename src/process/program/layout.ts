/** Where things are in the arrays of a simulation: values of the same shapes whose entries are places. */
import { mapValue, type Value } from '../../symbolic/value.js'
import { coordinateNames } from '../moments/space.js'
import type { Recurrence } from '../text.js'

export interface Layout {
  /** state symbol -> places in the state array, row by row */
  readonly states: ReadonlyMap<string, Value<number>>
  /** observable -> places among the observables */
  readonly observables: readonly Value<number>[]
}

/** Places of the state symbols, one after the other. */
export function statePlaces(process: Recurrence, dimension: number): Map<string, Value<number>> {
  let next = 0
  return new Map(Object.entries(process.state).map(([symbol, shape]) => [symbol, {
    rows: shape === 'scalar' ? '1' : 'D',
    columns: shape === 'matrix' ? 'D' : '1',
    entries: coordinateNames(symbol, shape, dimension).map((row) => row.map(() => next++)),
  }]))
}

/** Places of some values, one after the other. */
export function consecutivePlaces(values: readonly Value<unknown>[]): Value<number>[] {
  let next = 0
  return values.map((value) => mapValue(value, () => next++))
}
