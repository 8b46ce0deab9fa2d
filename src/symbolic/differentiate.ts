/**
 * The derivative of a formula with respect to a scalar symbol, as a tree: sum, product, quotient, power and chain
 * rule. Products keep their order and inverses follow -inv(X) X' inv(X), so matrices may depend on the symbol.
 */
import { difference, isNumber, minus, product, quotient, raised, sum } from './arithmetic.js'
import { callDerivative } from './derivative-rules.js'
import { refuse } from './errors.js'
import { integerOf } from './evaluate.js'
import { call, namesIn, number, rewrite, type Expression } from './expression.js'
import { print } from './print.js'

type Operation = Extract<Expression, { kind: 'operator' }>

/** d e / d name. @throws StatementError for a function without a derivative */
export function derivative(e: Expression, name: string): Expression {
  if (!namesIn(e).has(name)) return number(0)
  switch (e.kind) {
    case 'number': return number(0)
    case 'symbol': return number(1)
    case 'operator': return operatorDerivative(e, name)
    case 'call': return callDerivative(e, name, derivative)
  }
}

/** The derivative of the given order. */
export const derivativeOfOrder = (e: Expression, name: string, order: number): Expression =>
  order === 0 ? e : derivativeOfOrder(derivative(e, name), name, order - 1)

/** Every diff(f, x) and diff(f, x, n) written out. @throws StatementError unless x is a symbol and n a count */
export function derivativesWritten(e: Expression): Expression {
  return rewrite(e, (node) => {
    if (node.kind !== 'call' || node.name !== 'diff') return node
    const [f, x, n = number(1)] = node.operands
    const order = integerOf(n)
    if (!f || x?.kind !== 'symbol') {
      return refuse('OPERANDS', `diff() takes a formula and a symbol, in "${print(node)}"`)
    }
    if (order === null || order < 0) return refuse('OPERANDS', `the order of diff() is a count, in "${print(node)}"`)
    return derivativeOfOrder(f, x.name, order)
  })
}

function operatorDerivative(e: Operation, name: string): Expression {
  const [a, b] = e.operands as readonly [Expression, Expression]
  const da = derivative(a, name)
  switch (e.operator) {
    case 'negate': return minus(da)
    case 'transpose': return isNumber(da) ? da : { ...e, operands: [da] }
    case '+': return sum(da, derivative(b, name))
    case '-': return difference(da, derivative(b, name))
    case '*': return sum(product(da, b), product(a, derivative(b, name)))
    case '/': return quotientDerivative(a, b, da, derivative(b, name))
    case '^': return powerDerivative(a, b, name)
  }
}

function quotientDerivative(a: Expression, b: Expression, da: Expression, db: Expression): Expression {
  return difference(quotient(da, b), quotient(product(a, db), raised(b, number(2))))
}

function powerDerivative(base: Expression, exponent: Expression, name: string): Expression {
  const n = integerOf(exponent)
  const db = derivative(base, name)
  if (n === null) {
    const e = raised(base, exponent)
    const slope = product(product(exponent, raised(base, difference(exponent, number(1)))), db)
    return sum(product(product(derivative(exponent, name), call('log', base)), e), slope)
  }
  if (isScalarIn(base, name)) return product(product(number(n), raised(base, number(n - 1))), db)
  if (n < 0) return minus(sandwich(raised(base, exponent), derivative(raised(base, number(-n)), name)))
  return orderedPowerDerivative(base, db, n)
}

/** inv(X)' = -inv(X) X' inv(X) */
const sandwich = (outer: Expression, inner: Expression): Expression => product(product(outer, inner), outer)

/** (X^n)' = sum over k of X^k X' X^(n-1-k), where X may be a matrix */
function orderedPowerDerivative(base: Expression, slope: Expression, n: number): Expression {
  let total: Expression = number(0)
  for (let k = 0; k < n; k++) {
    const left = k ? product(raised(base, number(k)), slope) : slope
    total = sum(total, n - 1 - k ? product(left, raised(base, number(n - 1 - k))) : left)
  }
  return total
}

/** A formula in the scalar alone, without matrices. */
const isScalarIn = (e: Expression, name: string): boolean => [...namesIn(e)].every((n) => n === name || n === 'pi')
