/** An Ito equation of two numbers at a point of its parameters: drift and variance of each where the other is held. */
import { refuse } from '../../symbolic/errors.js'
import { evaluate, type Environment } from '../../symbolic/evaluate.js'
import type { Expression } from '../../symbolic/expression.js'
import { callableOf, functions, identityFunction, type OneVariable } from '../../symbolic/rings/functions.js'
import { mapValue, scalarOf, scalarValue, type Value } from '../../symbolic/value.js'
import type { Motion } from '../../numeric/mean-passage.js'
import type { PlaneMotion } from '../../numeric/plane-passage.js'
import type { Inline } from '../lines.js'
import type { Diffusion } from '../text.js'
import { coefficientsOf } from './coefficients.js'

/**
 * The motion of the state named `first`, along, and of the other one, across.
 * @throws StatementError TWO_DIMENSIONS unless the state is two numbers that noise moves
 */
export function planeMotionOf(
  process: Diffusion, first: string, values: Environment<number>, inline?: Inline,
): PlaneMotion {
  const second = Object.keys(process.state).find((name) => name !== first)
  const areNumbers = Object.values(process.state).join() === 'scalar,scalar'
  if (!second || !areNumbers) {
    refuse('TWO_DIMENSIONS', `a passage needs one or two scalar states, not ${Object.keys(process.state).join(', ')}`)
  }
  const coefficients = coefficientsOf(process, inline)
  const constants = new Map<string, Value<OneVariable>>([...values].map(([key, v]) => [key, mapValue(v, (x) => x)]))
  const moved = (name: string, held: string) => {
    const { drift, covariance } = coefficients.get(name)!
    if (!covariance) refuse('TWO_DIMENSIONS', `"${name}" has no noise: it follows the other state, or stays`)
    return (at: number): Motion => {
      const env = new Map(constants).set(name, scalarValue(identityFunction)).set(held, scalarValue(at))
      const read = (e: Expression): ((x: number) => number) => callableOf(scalarOf(evaluate(e, env, functions)))
      return { drift: read(drift), variance: read(covariance) }
    }
  }
  return { along: moved(first, second), across: moved(second, first) }
}
