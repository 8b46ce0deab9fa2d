/**
 * Functions of one real variable as a ring: a formula evaluated over it is a function that costs one call a node, where
 * the interpreter costs a hundred. Numbers stand for constant functions and are folded.
 */
import { double } from './double.js'
import type { Ring } from '../ring.js'

export type OneVariable = number | ((x: number) => number)

/** The variable itself. */
export const identityFunction: OneVariable = (x) => x

/** The function as a function. */
export const callableOf = (f: OneVariable): ((x: number) => number) => (typeof f === 'number' ? () => f : f)

const unary = (of: (a: number) => number) => (a: OneVariable): OneVariable =>
  (typeof a === 'number' ? of(a) : (x) => of(a(x)))

function binary(of: (a: number, b: number) => number): (a: OneVariable, b: OneVariable) => OneVariable {
  return (a, b) => {
    if (typeof a === 'number') return typeof b === 'number' ? of(a, b) : (x) => of(a, b(x))
    return typeof b === 'number' ? (x) => of(a(x), b) : (x) => of(a(x), b(x))
  }
}

export const functions: Ring<OneVariable> = {
  name: 'functions of one variable',
  zero: 0,
  one: 1,
  fraction: double.fraction,
  add: binary((a, b) => a + b),
  sub: binary((a, b) => a - b),
  mul: binary((a, b) => a * b),
  div: binary((a, b) => a / b),
  neg: unary((a) => -a),
  isZero: (a) => a === 0,
  power: binary(Math.pow),
  apply: (name, [a], where) => {
    double.apply!(name, [1], where)
    return unary((x) => double.apply!(name, [x], where))(a!)
  },
}
