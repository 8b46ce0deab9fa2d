/** The equation that a claim states, with definitions that have parameters written out. */
import { refuse } from '../symbolic/errors.js'
import { inlined } from './inlined.js'
import type { Equation } from './residual.js'
import type { Variant } from './variant.js'

/** @throws StatementError where the claim is no equality */
export function equationOf(variant: Variant, method: string): Equation {
  const { left, relation, right } = statedEquation(variant, method)
  const written = inlined(variant.where)
  return { left: written(left), relation, right: written(right) }
}

/** The equation as its author wrote it. @throws StatementError where the claim is no equality */
export function statedEquation({ claim: { states } }: Variant, method: string): Equation {
  return states.kind === 'relation' && states.relation === '=='
    ? { left: states.left, relation: '==', right: states.right }
      : refuse('NOT_AN_EQUATION', `${method}() needs a claim of the form "left == right"`)
}
