/** Reads a formula in the state, in prev(state) and in local definitions as E[formula | oldest state it names]. */
import { refuse } from '../../symbolic/errors.js'
import { evaluate, integerOf, type Calls, type Environment } from '../../symbolic/evaluate.js'
import { operandsOf, type Expression } from '../../symbolic/expression.js'
import { print } from '../../symbolic/print.js'
import type { Polynomial } from '../../symbolic/rings/polynomial.js'
import {
  isScalar, mapValue, multiplyValues, sameShape, shapeText, transposeValue, type Value,
} from '../../symbolic/value.js'
import type { Process } from '../text.js'
import { oldest, reduceLag } from './lag.js'
import type { Operator } from './operator.js'
import type { Space } from './space.js'
import { stateAt } from './state.js'

/** E x of one operand, E x y' of two, given the state `lag` steps ago; by default the oldest that the text names. */
export type Expected<T> = (operands: readonly Expression[], lag?: number) => Value<Polynomial<T>>

export interface Names<T> {
  /** noises and local definitions of a step */
  readonly locals: Environment<Polynomial<T>>
  /** mean() of the batch, where there is one */
  readonly calls: Calls<Polynomial<T>>
}

/** The reader of measures of a process. */
export function expectedValue<T>(
  process: Process, space: Space<T>, names: Names<T>, operator: Operator<T>,
): Expected<T> {
  const env = new Map([...space.parameters, ...stateAt(process, space), ...names.locals])
  const calls = new Map(names.calls)
  const read = (e: Expression): Value<Polynomial<T>> => evaluate(e, env, space.polynomials, calls)
  calls.set('prev', ([e, age], where) => {
    const past = new Map([...space.parameters, ...stateAt(process, space, ageOf(age, where))])
    return evaluate(e!, past, space.polynomials)
  })
  return ([x, y], lag) => {
    const value = y ? outer(read(x!), read(y), x!, space) : read(x!)
    return mapValue(value, (p) => {
      const e = operator.expect(p)
      return reduceLag(e, lag ?? oldest(e, space), operator, space)
    })
  }
}

function outer<T>(
  x: Value<Polynomial<T>>, y: Value<Polynomial<T>>, where: Expression, { polynomials }: Space<T>,
): Value<Polynomial<T>> {
  if (x.columns === '1' && y.columns === '1' && (sameShape(x, y) || isScalar(x) || isScalar(y))) {
    return multiplyValues(x, transposeValue(y), polynomials)
  }
  return refuse('SHAPE', `Cov of ${shapeText(x)} and ${shapeText(y)}: both must be columns, in "${print(where)}"`)
}

/** The longest prev() in a formula. */
export function longestLag(e: Expression): number {
  const own = e.kind === 'call' && e.name === 'prev' ? ageOf(e.operands[1], e) : 0
  return Math.max(own, ...operandsOf(e).map(longestLag))
}

function ageOf(age: Expression | undefined, where: Expression): number {
  const steps = age ? integerOf(age) : 1
  return steps !== null && steps > 0 ? steps
    : refuse('LAG', `the lag of "${print(where)}" must be a whole number of steps`)
}
