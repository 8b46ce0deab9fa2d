/** The value of a formula in doubles with a bound on its error, binders and all. */
import { refuse } from '../../symbolic/errors.js'
import { evaluate, type Calls, type Environment } from '../../symbolic/evaluate.js'
import type { Expression } from '../../symbolic/expression.js'
import { print } from '../../symbolic/print.js'
import { identityValue, isScalar, mapValue, scalarOf, scalarValue, type Value } from '../../symbolic/value.js'
import type { Ball } from './ball.js'
import { binders, type Binder } from './binders.js'
import { constantTerm, term, terms, variableTerm, type Slots, type Term } from './terms.js'

/**
 * Evaluates a formula whose definitions are written out.
 * @throws StatementError for names without a value, NumericalError where a number cannot be found
 */
export function enclosed(e: Expression, values: Environment<Ball>, dimension: number): Value<Ball> {
  const env = new Map<string, Value<Term>>([
    ['I', identityValue(dimension, terms)],
    ['D', number(dimension)],
    ['pi', scalarValue(constantTerm({ value: Math.PI, error: 2 ** -53 * Math.PI }))],
    ['infinity', number(Infinity)],
    ...[...values].map(([name, v]) => [name, mapValue(v, constantTerm)] as const),
  ])
  const slots: Slots = []
  return mapValue(read(e, env, 0), (t) => t.at(slots))
}

const number = (value: number): Value<Term> => scalarValue(constantTerm({ value, error: 0 }))

function read(e: Expression, env: Environment<Term>, depth: number): Value<Term> {
  const calls: Calls<Term> = new Map([...binders].map(([name, binder]) => [name, (operands, where) =>
    boundTerm(binder, operands, where, env, depth)]))
  return evaluate(e, env, terms, calls)
}

function boundTerm(
  binder: Binder, [variable, from, to, body]: readonly Expression[], where: Expression, env: Environment<Term>,
  depth: number,
): Value<Term> {
  if (variable?.kind !== 'symbol' || !body) refuse('OPERANDS', `"${print(where)}" binds no variable`)
  const scalar = (part: Expression, inside: Environment<Term>, at: number): Term => {
    const value = read(part, inside, at)
    return isScalar(value) ? scalarOf(value) : refuse('SHAPE', `"${print(part)}" is no number in "${print(where)}"`)
  }
  const inner = scalar(body, new Map([...env, [variable.name, scalarValue(variableTerm(depth))]]), depth + 1)
  const bound = { place: depth, from: scalar(from!, env, depth), to: scalar(to!, env, depth), body: inner }
  const open = new Set([...bound.from.open, ...bound.to.open, ...[...inner.open].filter((place) => place !== depth)])
  return scalarValue(term(open, (slots) => binder(bound, slots)))
}
