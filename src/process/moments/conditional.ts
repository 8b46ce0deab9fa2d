/** Measures given the state: E and Cov over one step only, as polynomials in the state before it. */
import { refuse } from '../../symbolic/errors.js'
import { evaluate, type Environment } from '../../symbolic/evaluate.js'
import type { Expression } from '../../symbolic/expression.js'
import { print } from '../../symbolic/print.js'
import type { Polynomial } from '../../symbolic/rings/polynomial.js'
import { mapValue, type Value } from '../../symbolic/value.js'
import type { Process } from '../text.js'
import { longestLag, type Expected, type Names } from './expected.js'
import { average, combined, partsOf } from './measure.js'
import type { Space } from './space.js'
import { stateAt } from './state.js'
import { startingMoments } from './transient.js'

/** The value of a measure given the state. */
export function conditionalValue<T>(
  e: Expression, process: Process, space: Space<T>, step: Pick<Names<T>, 'locals'>, expected: Expected<T>,
): Value<Polynomial<T>> {
  const lag = Math.max(1, longestLag(e, step))
  if (lag > 1) refuse('LAG', `the state is given one step before, and "${print(e)}" reaches further back`)
  const after: Expected<T> = (operands) => expected(operands, lag)
  const env = new Map([...space.parameters, ...stateAt(process, space)])
  const look = (_: readonly Expression[], where: Expression): Value<Polynomial<T>> => where.kind === 'call'
    ? combined(partsOf(where, after), space.polynomials)
    : refuse('OPERANDS', 'E and Cov are calls')
  return evaluate(e, env, space.polynomials, new Map([['E', look], ['Cov', look]]))
}

/** A matrix of polynomials in the state, at a state. */
export function atState<T>(value: Value<Polynomial<T>>, space: Space<T>, state: Environment<T>): Value<T> {
  const monomials = value.entries.flat().flatMap((p) => [...p.keys()])
  const moments = startingMoments(space, state, monomials)
  return mapValue(value, (p) => average(p, moments, space.ring))
}
