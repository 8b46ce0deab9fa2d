/** The equation that a claim states, with definitions that have parameters written out. */
import { refuse } from '../symbolic/errors.js'
import { inlined } from './inlined.js'
import type { Equation } from './residual.js'
import type { Variant } from './variant.js'

/** @throws StatementError where the claim is no equality */
export function equationOf({ claim, where }: Variant, method: string): Equation {
  const { states } = claim
  if (states.kind !== 'relation' || states.relation !== '==') {
    refuse('NOT_AN_EQUATION', `${method}() needs a claim of the form "left == right"`)
  }
  const written = inlined(where)
  return { left: written(states.left), relation: '==', right: written(states.right) }
}
