/** A one-dimensional Ito equation at a point of its parameters, as drift and variance in doubles. */
import { refuse } from '../../symbolic/errors.js'
import { evaluate, type Environment } from '../../symbolic/evaluate.js'
import type { Expression } from '../../symbolic/expression.js'
import { callableOf, functions, identityFunction, type OneVariable } from '../../symbolic/rings/functions.js'
import { mapValue, scalarOf, scalarValue, type Value } from '../../symbolic/value.js'
import type { Motion } from '../../numeric/mean-passage.js'
import type { Inline } from '../lines.js'
import type { Diffusion } from '../text.js'
import { coefficientsOf } from './coefficients.js'

/** @throws StatementError ONE_DIMENSION unless the state is one number that noise moves */
export function motionOf(process: Diffusion, values: Environment<number>, inline?: Inline): Motion {
  const [[name, shape] = ['', ''], ...others] = Object.entries(process.state)
  if (shape !== 'scalar' || others.length) {
    refuse('ONE_DIMENSION', `a passage needs one scalar state, not ${Object.keys(process.state).join(', ')}`)
  }
  const { drift, covariance } = coefficientsOf(process, inline).get(name)!
  if (!covariance) refuse('ONE_DIMENSION', `"${name}" has no noise: its passage is no random time`)
  const env = new Map<string, Value<OneVariable>>([...values].map(([key, v]) => [key, mapValue(v, (x) => x)]))
  env.set(name, scalarValue(identityFunction))
  const read = (e: Expression): ((x: number) => number) => callableOf(scalarOf(evaluate(e, env, functions)))
  return { drift: read(drift), variance: read(covariance) }
}
