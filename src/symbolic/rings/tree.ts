/** Formulas themselves as a ring: evaluating a matrix formula over it writes out its entries as scalar formulas. */
import { difference, isNumber, minus, product, quotient, raised, sum } from '../arithmetic.js'
import { call, number, type Expression } from '../expression.js'
import type { Ring } from '../ring.js'

export const tree: Ring<Expression> = {
  name: 'formulas',
  zero: number(0),
  one: number(1),
  fraction: (n, d) => number(n, d),
  add: sum,
  sub: difference,
  mul: product,
  div: quotient,
  neg: minus,
  isZero: (a) => isNumber(a, 0),
  apply: (name, operands) => call(name, ...operands),
  power: raised,
}
