/** Double precision: what claims are worth at drawn parameters, for simulation and oracles; it decides no identity. */
import { refuse } from '../errors.js'
import { print } from '../print.js'
import type { Ring } from '../ring.js'

const functions: Readonly<Record<string, (x: number) => number>> = {
  sqrt: Math.sqrt, exp: Math.exp, log: Math.log, abs: Math.abs, tanh: Math.tanh,
}

export const double: Ring<number> = {
  name: 'double',
  zero: 0,
  one: 1,
  fraction: (n, d) => Number(n) / Number(d),
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
  neg: (a) => -a,
  isZero: (a) => a === 0,
  magnitude: Math.abs,
  power: Math.pow,
  apply: (name, [x], where) =>
    (functions[name] ?? refuse('UNKNOWN_FUNCTION', `"${name}" has no value in doubles, in "${print(where)}"`))(x!),
}
