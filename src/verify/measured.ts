/**
 * The measured symbols at a point: stationary moments, or moments given the state where the measure says given(...).
 */
import { evaluate } from '../symbolic/evaluate.js'
import { refuse } from '../symbolic/errors.js'
import type { Expression } from '../symbolic/expression.js'
import { print } from '../symbolic/print.js'
import type { Value } from '../symbolic/value.js'
import { withDefinitions } from '../theorem/definitions.js'
import { withConstants } from '../process/moments/space.js'
import type { Base } from './algebra.js'

/** Values of the named measures; kept, so that each moment system is solved once. */
export function measuredValues<T>(base: Base<T>, needed: ReadonlySet<string>): Map<string, Value<T>> {
  const measures = [...base.compiled.measure].filter(([name]) => needed.has(name))
    .map(([name, e]): [string, Expression] => [name, secondMomentsOf(e)])
  const stationary = measures.filter(([, e]) => !isConditional(e))
  const values = stationary.length ? base.stationary().stationary(new Map(stationary)) : new Map<string, Value<T>>()
  for (const [name, e] of measures) if (isConditional(e)) values.set(name, conditionalAt(base, e))
  return values
}

/** What algebra knows of a law: Law(w) is read as Cov(w), and normal(X) as X. */
const secondMomentsOf = (e: Expression): Expression =>
  (e.kind === 'call' && e.name === 'Law' ? { ...e, name: 'Cov' } : e)

export type Conditional = Extract<Expression, { kind: 'call' }>

/** given(Cov(g), w, v): the covariance of g over one step from the state w = v. */
export const isConditional = (e: Expression): e is Conditional => e.kind === 'call' && e.name === 'given'

function conditionalAt<T>(base: Base<T>, e: Conditional): Value<T> {
  const chain = base.chain()
  return chain.at(chain.conditional(e.operands[0]!), givenState(base, e))
}

/** The state that given(measure, w, v, ...) is taken at. @throws StatementError where a name is no symbol */
export function givenState<T>(base: Base<T>, e: Conditional): Map<string, Value<T>> {
  const states = e.operands.slice(1)
  const env = withDefinitions(withConstants(base.given, base.dimension, base.ring), base.compiled.where, base.ring)
  const state = new Map<string, Value<T>>()
  for (let k = 0; k + 1 < states.length; k += 2) {
    const name = states[k]!
    if (name.kind !== 'symbol') refuse('BAD_MEASURE', `"${print(name)}" is no state in "${print(e)}"`)
    state.set(name.name, evaluate(states[k + 1]!, env, base.ring))
  }
  return state
}
