/** Shapes of what the evaluator leaves to its caller: moments, entries, laws, derivatives, binders. */
import { refuse } from '../../symbolic/errors.js'
import { evaluate, type Environment } from '../../symbolic/evaluate.js'
import type { Expression } from '../../symbolic/expression.js'
import { print } from '../../symbolic/print.js'
import { isScalar, shapeText } from '../../symbolic/value.js'
import { lawShape, scalarShape, shaped, shapes, type Nothing, type Shaped } from './shape-ring.js'

type Env = Environment<Nothing>
type Rule = (operands: readonly Expression[], env: Env, where: Expression) => Shaped

const first: Rule = ([x], env, where) => shapeIn(x ?? missing(where), env)

const rules: Readonly<Record<string, Rule>> = {
  E: first,
  mean: first,
  prev: first,
  given: first,
  generator: number,
  current: number,
  passage: ([x, from, to], env, where) => [x, from, to].map((e) => number([e!], env, where))[0]!,
  exit: (operands, env, where) => operands.map((e) => number([e], env, where))[0]!,
  Cov: ([x, y = x], env, where) => shaped(column(x ?? missing(where), env).rows, column(y!, env).rows),
  Law: () => lawShape,
  normal: () => lawShape,
  exists: () => scalarShape,
  entry: ([x], env, where) => {
    const of = shapeIn(x ?? missing(where), env)
    return isScalar(of) ? refuse('SHAPE', `"${print(where)}" takes an entry of a number`) : scalarShape
  },
  diff: ([f, x], env, where) => {
    const of = shapeIn(f ?? missing(where), env)
    if (!isScalar(of)) refuse('SHAPE', `diff() takes a number, not ${shapeText(of)}, in "${print(where)}"`)
    if (x && x.kind !== 'symbol') {
      refuse('OPERANDS', `diff() is with respect to a symbol, not "${print(x)}", in "${print(where)}"`)
    }
    return shapeIn(x ?? missing(where), env)
  },
  sum: bound,
  integral: bound,
  root: bound,
}

/** Functions that are the caller's in every reading. */
export const callable: ReadonlySet<string> = new Set(Object.keys(rules))

/** The shape of a formula. @throws StatementError where shapes disagree */
export function shapeIn(e: Expression, env: Env): Shaped {
  const named = Object.entries(rules).map(([name, rule]) => [name, ruled(rule, env)] as const)
  return evaluate(e, env, shapes, new Map(named))
}

const ruled = (rule: Rule, env: Env) => (operands: readonly Expression[], where: Expression): Shaped =>
  rule(operands, env, where)

function bound([variable, from, to, body]: readonly Expression[], env: Env, where: Expression): Shaped {
  if (variable?.kind !== 'symbol' || !from || !to || !body) {
    refuse('OPERANDS', `"${print(where)}" needs a variable, two bounds and a formula: integral(x, 0, 1, f)`)
  }
  const isNumber = [from, to].every((end) => isScalar(shapeIn(end, env)))
  if (!isNumber) refuse('SHAPE', `a bound is no number in "${print(where)}"`)
  return shapeIn(body, new Map([...env, [variable.name, scalarShape]]))
}

function column(e: Expression, env: Env): Shaped {
  const of = shapeIn(e, env)
  return of.columns === '1' ? of : refuse('SHAPE', `Cov() takes vectors or numbers, not ${shapeText(of)}`)
}

function number([x]: readonly Expression[], env: Env, where: Expression): Shaped {
  const of = shapeIn(x ?? missing(where), env)
  return isScalar(of) ? of : refuse('SHAPE', `"${print(where)}" takes a number, not ${shapeText(of)}`)
}

const missing = (where: Expression): never => refuse('OPERANDS', `"${print(where)}" needs an operand`)
