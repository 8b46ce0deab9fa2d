/** The ring of one element: evaluating a formula over it finds no number, only shapes that disagree. */
import type { Ring } from '../../symbolic/ring.js'
import type { Size, Value } from '../../symbolic/value.js'

export type Nothing = 0
export type Shaped = Value<Nothing>
export type Shapes = ReadonlyMap<string, Shaped>

const nothing = (): Nothing => 0

export const shapes: Ring<Nothing> = {
  name: 'shapes', zero: 0, one: 0,
  fraction: nothing, add: nothing, sub: nothing, mul: nothing, div: nothing, neg: nothing,
  apply: nothing, power: nothing, reduce: nothing,
  isZero: () => false,
}

/** A value of the given sizes, at dimension 1: sizes are compared by name, so nothing is lost. */
export const shaped = (rows: Size, columns: Size): Shaped => ({ rows, columns, entries: [[0]] })

export const scalarShape = shaped('1', '1')
export const vectorShape = shaped('D', '1')
export const matrixShape = shaped('D', 'D')
/** a whole law has no entries: it only compares with another law */
export const lawShape = shaped('law', 'law')
