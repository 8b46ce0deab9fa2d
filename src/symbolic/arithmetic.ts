/** Sums and products of formulas in which zeros, ones and constants are folded away; operands keep their order. */
import { add, call, divide, multiply, negate, number, power, subtract, type Expression } from './expression.js'

/** Is it a written number, and this one? */
export const isNumber = (e: Expression, value?: number): boolean =>
  e.kind === 'number' && (value === undefined || (e.denominator === 1n && e.numerator === BigInt(value)))

export function sum(a: Expression, b: Expression): Expression {
  if (isNumber(a, 0)) return b
  if (isNumber(b, 0)) return a
  if (a.kind === 'number' && b.kind === 'number') {
    return number(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)
  }
  if (b.kind === 'operator' && b.operator === 'negate') return subtract(a, b.operands[0]!)
  return b.kind === 'number' && b.numerator < 0n ? subtract(a, minus(b)) : add(a, b)
}

export const difference = (a: Expression, b: Expression): Expression => sum(a, minus(b))

export function minus(a: Expression): Expression {
  if (a.kind === 'number') return number(-a.numerator, a.denominator)
  return a.kind === 'operator' && a.operator === 'negate' ? a.operands[0]! : negate(a)
}

export function product(a: Expression, b: Expression): Expression {
  if (isNumber(a, 0) || isNumber(b, 1)) return a
  if (isNumber(b, 0) || isNumber(a, 1)) return b
  if (isNumber(a, -1)) return minus(b)
  if (isNumber(b, -1)) return minus(a)
  if (a.kind === 'number' && b.kind === 'number') {
    return number(a.numerator * b.numerator, a.denominator * b.denominator)
  }
  if (a.kind === 'operator' && a.operator === 'negate') return minus(product(a.operands[0]!, b))
  return b.kind === 'operator' && b.operator === 'negate' ? minus(product(a, b.operands[0]!)) : multiply(a, b)
}

export function quotient(a: Expression, b: Expression): Expression {
  if (isNumber(a, 0) || isNumber(b, 1)) return a
  if (a.kind === 'number' && b.kind === 'number' && b.numerator !== 0n) {
    return number(a.numerator * b.denominator, a.denominator * b.numerator)
  }
  return a.kind === 'operator' && a.operator === 'negate' ? minus(quotient(a.operands[0]!, b)) : divide(a, b)
}

/** base^n for a written exponent, or any other. */
export function raised(base: Expression, exponent: Expression): Expression {
  if (isNumber(exponent, 1)) return base
  return isNumber(exponent, 0) ? number(1) : power(base, exponent)
}

/** A call of a linear function: zero of zero. */
export const linearCall = (name: string, a: Expression): Expression => (isNumber(a, 0) ? a : call(name, a))
