/** Both sides of a claim in doubles with error bounds, once every symbol has a value. */
import { derivativesWritten } from '../symbolic/differentiate.js'
import type { Expression } from '../symbolic/expression.js'
import type { Value } from '../symbolic/value.js'
import { spelledOut } from '../theorem/spelled-out.js'
import type { Ball } from './enclosures/ball.js'
import { enclosed } from './enclosures/enclosed.js'
import { statedEquation } from './equation.js'
import type { Variant } from './variant.js'

export interface Sides {
  readonly left: Value<Ball>
  readonly right: Value<Ball>
}

/** @throws StatementError for a claim without values, NumericalError where they cannot be found */
export function enclosedSides(
  variant: Variant, values: ReadonlyMap<string, Value<Ball>>, dimension: number, method: string,
): Sides {
  const { left, right } = statedEquation(variant, method)
  const side = (e: Expression): Value<Ball> =>
    enclosed(derivativesWritten(spelledOut(e, variant.where)), values, dimension)
  return { left: side(left), right: side(right) }
}
