/** Derivatives of the functions of the grammar; log det and traces by Jacobi's formula, integrals by Leibniz' rule. */
import { difference, linearCall, minus, product, quotient, raised, sum } from './arithmetic.js'
import { refuse } from './errors.js'
import { call, number, substitute, symbol, type Expression } from './expression.js'
import { print } from './print.js'
import { functions } from './vocabulary.js'

type Call = Extract<Expression, { kind: 'call' }>
type Derivative = (e: Expression, name: string) => Expression

/** f'(u) for scalar functions of one operand. */
const slopes: Readonly<Record<string, (u: Expression) => Expression>> = {
  exp: (u) => call('exp', u),
  log: (u) => quotient(number(1), u),
  sqrt: (u) => quotient(number(1), product(number(2), call('sqrt', u))),
  tanh: (u) => difference(number(1), raised(call('tanh', u), number(2))),
  abs: (u) => quotient(u, call('abs', u)),
  erf: (u) => product(quotient(number(2), call('sqrt', symbol('pi'))), call('exp', minus(raised(u, number(2))))),
}

const linear: ReadonlySet<string> = new Set(['Tr', 'transpose', 'diag', 'mean', 'E'])

/** The derivative of a call; `derivative` serves the operands. @throws StatementError where there is no rule */
export function callDerivative(e: Call, name: string, derivative: Derivative): Expression {
  const u = e.operands[0]!
  const slope = slopes[e.name]
  if (slope) return product(slope(u), derivative(u, name))
  if (linear.has(e.name)) return linearCall(e.name, derivative(u, name))
  switch (e.name) {
    case 'inv': return minus(product(product(e, derivative(u, name)), e))
    case 'det': return product(e, linearCall('Tr', product(call('inv', u), derivative(u, name))))
    case 'sum': return bound(e, name, derivative)
    case 'integral': return sum(bound(e, name, derivative), ends(e, name, derivative))
    default: return jet(e, name, derivative)
  }
}

/** f(u)' = f'(u) u' for an arbitrary function f, with f' a function of its own. */
function jet(e: Call, name: string, derivative: Derivative): Expression {
  if (functions.has(e.name) || e.operands.length !== 1) {
    refuse('NO_DERIVATIVE', `${e.name}() has no derivative here, in "${print(e)}"`)
  }
  return product(call(`${e.name}'`, e.operands[0]!), derivative(e.operands[0]!, name))
}

/** The derivative of the body of sum(k, a, b, f) or integral(x, a, b, f). */
function bound(e: Call, name: string, derivative: Derivative): Expression {
  const [variable, from, to, body] = e.operands as [Expression, Expression, Expression, Expression]
  if (variable.kind === 'symbol' && variable.name === name) return number(0)
  if (e.name === 'sum' && [from, to].some((end) => print(derivative(end, name)) !== '0')) {
    refuse('NO_DERIVATIVE', `a bound depends on ${name} in "${print(e)}"`)
  }
  const slope = derivative(body, name)
  return print(slope) === '0' ? slope : call(e.name, variable, from, to, slope)
}

/** What the moving ends of integral(x, a, b, f) contribute: f(b) b' - f(a) a'. */
function ends(e: Call, name: string, derivative: Derivative): Expression {
  const [variable, from, to, body] = e.operands as [Expression, Expression, Expression, Expression]
  const bodyAt = (end: Expression): Expression =>
    (variable.kind === 'symbol' ? substitute(body, new Map([[variable.name, end]])) : body)
  const at = (end: Expression): Expression => product(bodyAt(end), derivative(end, name))
  return difference(at(to), at(from))
}
