/**
 * The parameter array of a program: formulas in the parameters alone are evaluated once for each draw of the parameters
 * (products, inverses, Cholesky factors) and stand in the program as numbers.
 */
import { refuse } from '../../symbolic/errors.js'
import { evaluate, type Environment } from '../../symbolic/evaluate.js'
import type { Expression } from '../../symbolic/expression.js'
import { print } from '../../symbolic/print.js'
import { double } from '../../symbolic/rings/double.js'
import { mapValue, sameShape, type Value } from '../../symbolic/value.js'
import type { Derive } from '../laws/law.js'
import { withConstants } from '../moments/space.js'

export interface ParameterTable {
  has(name: string): boolean
  /** places of the entries of a formula in the parameters, row by row; equal formulas share their places */
  places(e: Expression, derive?: Derive): Value<number>
  /** the value at the exemplary point, for shapes */
  exemplar(e: Expression): Value<number>
  /** the value at the exemplary point, which every other point must share: batch and data sizes */
  fixed(e: Expression): Value<number>
  size(): number
  /** the array at another point. @throws StatementError PARAMETERS where the program is for other sizes */
  arrayAt(values: Environment<number>): Float64Array
}

interface Block {
  readonly e: Expression
  readonly derive: Derive | undefined
  readonly places: Value<number>
}

/** An empty table; `values` is the exemplary point. */
export function parameterTable(values: Environment<number>, dimension: number): ParameterTable {
  const blocks = new Map<string, Block>()
  const fixed: Expression[] = []
  const nameOf = numbered<Derive>()
  let size = 0
  const valueAt = (e: Expression, point: Environment<number>): Value<number> =>
    evaluate(e, withConstants(point, dimension, double), double)
  const blockFor = (e: Expression, derive?: Derive): Block => {
    const key = `${derive ? nameOf(derive) : ''} ${print(e)}`
    if (!blocks.has(key)) blocks.set(key, { e, derive, places: mapValue(valueAt(e, values), () => size++) })
    return blocks.get(key)!
  }
  return {
    has: (name) => name !== 'I' && name !== 'D' && values.has(name),
    places: (e, derive) => blockFor(e, derive).places,
    exemplar: (e) => valueAt(e, values),
    fixed: (e) => {
      fixed.push(e)
      return valueAt(e, values)
    },
    size: () => size,
    arrayAt: (point) => {
      for (const e of fixed) requireSame(e, valueAt(e, values), valueAt(e, point))
      const filled = [...blocks.values()].map((block) => filling(block, valueAt(block.e, point)))
      return Float64Array.from(filled.flat())
    },
  }
}

function filling({ e, derive, places }: Block, value: Value<number>): number[] {
  const shared = sameShape(places, value) && places.entries.length === value.entries.length
  if (!shared) refuse('PARAMETERS', `"${print(e)}" has another size than the program was compiled for`)
  return (derive ? derive(value.entries) : value.entries).flat()
}

function requireSame(e: Expression, a: Value<number>, b: Value<number>): void {
  if (a.entries[0]![0] !== b.entries[0]![0]) {
    refuse('PARAMETERS', `"${print(e)}" is ${b.entries[0]![0]}, and the program was compiled for ${a.entries[0]![0]}`)
  }
}

/** Numbers things in the order in which they are first seen. */
function numbered<T>(): (thing: T) => number {
  const seen = new Map<T, number>()
  return (thing) => {
    if (!seen.has(thing)) seen.set(thing, seen.size)
    return seen.get(thing)!
  }
}
