/** The values that every formula of a theorem may use at a point: constants, symbols, and definitions. */
import { withConstants } from '../process/moments/space.js'
import type { Calls } from '../symbolic/evaluate.js'
import type { Ring } from '../symbolic/ring.js'
import type { Value } from '../symbolic/value.js'
import { withDefinitions, type Definition } from './definitions.js'

export interface Place<T> {
  readonly ring: Ring<T>
  readonly dimension: number
  readonly calls?: Calls<T>
}

/** I and D, the given values, and the plain definitions. @throws StatementError for shapes, Pole at an unlucky point */
export const environmentOf = <T>(
  values: ReadonlyMap<string, Value<T>>, definitions: readonly Definition[], { ring, dimension, calls }: Place<T>,
): Map<string, Value<T>> => withDefinitions(withConstants(values, dimension, ring), definitions, ring, calls)
