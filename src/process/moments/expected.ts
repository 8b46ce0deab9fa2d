/**
 * Reads a formula in the state, in prev(state) and in local definitions as E[formula | oldest state it names]. Noises
 * and local definitions are those of the step that led to the state, as a simulation sees them: E(w * g') is that of
 * the w which g has moved.
 */
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
  /** the state after a step, as polynomials in the state before it and the noise; absent where there are no steps */
  readonly next?: Environment<Polynomial<T>>
  /** noises and local definitions of a step */
  readonly locals: Environment<Polynomial<T>>
  /** mean() of the batch, where there is one */
  readonly calls: Calls<Polynomial<T>>
}

/** The reader of measures of a process. */
export function expectedValue<T>(
  process: Process, space: Space<T>, names: Names<T>, operator: Operator<T>,
): Expected<T> {
  const lagged = (e: Expression | undefined, where: Expression, by: number): Value<Polynomial<T>> => {
    const past = new Map([...space.parameters, ...stateAt(process, space, ageOf(e, where) - by)])
    return evaluate((where as Call).operands[0]!, past, space.polynomials)
  }
  // a formula that names a part of the last step is read at the state before that step
  const readers = [stateAt(process, space), names.next ?? new Map()].map((present, by) => {
    const env = new Map([...space.parameters, ...present, ...names.locals])
    const calls = new Map(names.calls).set('prev', ([, age], where) => lagged(age, where, by))
    return (e: Expression): Value<Polynomial<T>> => evaluate(e, env, space.polynomials, calls)
  })
  return ([x, y], lag) => {
    const by = [x!, ...(y ? [y] : [])].some((e) => namesStep(e, names)) ? 1 : 0
    const read = readers[by]!
    const value = y ? outer(read(x!), read(y), x!, space) : read(x!)
    return mapValue(value, (p) => {
      const e = operator.expect(p)
      return reduceLag(e, lag === undefined ? oldest(e, space) : lag - by, operator, space)
    })
  }
}

type Call = Extract<Expression, { kind: 'call' }>

/** Does a formula name a noise, a local definition or the batch of the last step? */
function namesStep<T>(e: Expression, names: Pick<Names<T>, 'locals'>): boolean {
  if (e.kind === 'symbol') return names.locals.has(e.name)
  if (e.kind === 'call' && e.name === 'prev') return false
  return (e.kind === 'call' && e.name === 'mean') || operandsOf(e).some((part) => namesStep(part, names))
}

function outer<T>(
  x: Value<Polynomial<T>>, y: Value<Polynomial<T>>, where: Expression, { polynomials }: Space<T>,
): Value<Polynomial<T>> {
  if (x.columns === '1' && y.columns === '1' && (sameShape(x, y) || isScalar(x) || isScalar(y))) {
    return multiplyValues(x, transposeValue(y), polynomials)
  }
  return refuse('SHAPE', `Cov of ${shapeText(x)} and ${shapeText(y)}: both must be columns, in "${print(where)}"`)
}

/** How many steps a formula reaches back: its longest prev(), and one where it names a part of the last step. */
export function longestLag<T>(e: Expression, names: Pick<Names<T>, 'locals'>): number {
  const own = e.kind === 'call' && e.name === 'prev' ? ageOf(e.operands[1], e) : 0
  return Math.max(own, namesStep(e, names) ? 1 : 0, ...operandsOf(e).map((part) => longestLag(part, names)))
}

function ageOf(age: Expression | undefined, where: Expression): number {
  const steps = age ? integerOf(age) : 1
  return steps !== null && steps > 0 ? steps
    : refuse('LAG', `the lag of "${print(where)}" must be a whole number of steps`)
}
