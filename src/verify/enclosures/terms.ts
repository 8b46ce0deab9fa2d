/**
 * Formulas with bound variables as functions of those variables: a ring whose elements give a ball once every variable
 * in scope has a number. Parts without bound variables are computed once.
 */
import type { Ring } from '../../symbolic/ring.js'
import {
  addBalls, ballFunction, divideBalls, exactBall, multiplyBalls, negateBall, powerOfBalls, subtractBalls, type Ball,
} from './ball.js'

/** One number for each bound variable, by its place. */
export type Slots = number[]

export interface Term {
  /** places of the bound variables it depends on */
  readonly open: ReadonlySet<number>
  at(slots: Slots): Ball
}

const nothing: ReadonlySet<number> = new Set()

export function constantTerm(ball: Ball): Term {
  return { open: nothing, at: () => ball }
}

/** The bound variable at a place. */
export const variableTerm = (place: number): Term =>
  ({ open: new Set([place]), at: (slots) => exactBall(slots[place]!) })

/** A term from its parts; computed once where no variable is open. */
export function term(open: ReadonlySet<number>, at: (slots: Slots) => Ball): Term {
  if (open.size) return { open, at }
  let known: Ball | null = null
  return { open, at: (slots) => (known ??= at(slots)) }
}

const union = (a: Term, b: Term): ReadonlySet<number> => new Set([...a.open, ...b.open])

const binary = (of: (a: Ball, b: Ball) => Ball) => (a: Term, b: Term): Term =>
  term(union(a, b), (slots) => of(a.at(slots), b.at(slots)))

const unary = (of: (a: Ball) => Ball) => (a: Term): Term => term(a.open, (slots) => of(a.at(slots)))

/** The square of a term evaluates it once. */
const product = binary(multiplyBalls)
const square = unary((a) => multiplyBalls(a, a))

export const terms: Ring<Term> = {
  name: 'numbers with error bounds',
  zero: constantTerm(exactBall(0)),
  one: constantTerm(exactBall(1)),
  fraction: (n, d) => constantTerm(d === 1n && n < 2n ** 53n && -n < 2n ** 53n ? exactBall(Number(n))
    : { value: Number(n) / Number(d), error: 2 ** -52 * Math.abs(Number(n) / Number(d)) }),
  add: binary(addBalls),
  sub: binary(subtractBalls),
  mul: (a, b) => (a === b ? square(a) : product(a, b)),
  div: binary(divideBalls),
  neg: unary(negateBall),
  isZero: (a) => a.open.size === 0 && a.at([]).value === 0 && a.at([]).error === 0,
  magnitude: (a) => Math.abs(a.at([]).value),
  power: binary(powerOfBalls),
  apply: (name, [a]) => unary(ballFunction(name))(a!),
}
