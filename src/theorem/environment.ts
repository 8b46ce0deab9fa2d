/** The values that every formula of a theorem may use at a point: constants, symbols, and definitions. */
import { evaluate, type Calls } from '../symbolic/evaluate.js'
import { namesIn } from '../symbolic/expression.js'
import type { Ring } from '../symbolic/ring.js'
import { identityValue, scalarValue, type Value } from '../symbolic/value.js'
import { expand, type Definition } from './definitions.js'

export interface Place<T> {
  readonly ring: Ring<T>
  readonly dimension: number
  readonly calls?: Calls<T>
}

/** I, the identity, and D, the dimension. */
export const constantsOf = <T>({ ring, dimension }: Place<T>): Map<string, Value<T>> => new Map([
  ['I', identityValue(dimension, ring)],
  ['D', scalarValue(ring.fraction(BigInt(dimension), 1n))],
])

/**
 * Constants, the given values, and all plain definitions whose names have values, in the order in which they are written.
 * @throws StatementError for shapes that disagree, Pole for a division by zero at this point
 */
export function environmentOf<T>(
  values: ReadonlyMap<string, Value<T>>, definitions: readonly Definition[], place: Place<T>,
): Map<string, Value<T>> {
  const all = new Map([...constantsOf(place), ...values])
  for (const { name, parameters, body } of definitions) {
    if (parameters.length || all.has(name)) continue
    const formula = expand(body, definitions)
    if ([...namesIn(formula)].every((n) => all.has(n))) all.set(name, evaluate(formula, all, place.ring, place.calls))
  }
  return all
}
