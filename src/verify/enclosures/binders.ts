/** integral(x, a, b, f), sum(k, a, b, f) and root(x, a, b, f) of terms, with bounds on their errors. */
import { integrate } from '../../numeric/quadrature.js'
import { findRoot } from '../../numeric/roots.js'
import { NumericalError } from '../../numeric/errors.js'
import { addBalls, exactBall, type Ball } from './ball.js'
import type { Slots, Term } from './terms.js'

export interface Bound {
  /** place of the bound variable */
  readonly place: number
  readonly from: Term
  readonly to: Term
  readonly body: Term
}

export type Binder = (bound: Bound, slots: Slots) => Ball

/** Nested integrals are asked for more than the claim needs, so that inner errors do not disturb outer ones. */
const RELATIVE = 1e-12
const MOST_TERMS = 1e6

/**
 * Quadrature error, plus the errors of the integrand: its largest relative error times the integral of |f|.
 * Throws NumericalError where f is not finite or the panels run out.
 */
const integral: Binder = ({ place, from, to, body }, slots) => {
  let worst = 0
  const value = (x: number): number => {
    slots[place] = x
    const ball = body.at(slots)
    if (ball.error > worst * Math.abs(ball.value)) worst = ball.error / Math.abs(ball.value)
    return ball.value
  }
  const [a, b] = [from.at(slots), to.at(slots)]
  const found = integrate(value, a.value, b.value, { relative: RELATIVE })
  const ends = [a, b].reduce((sum, end) => sum + (end.error ? end.error * Math.abs(value(end.value)) : 0), 0)
  return { value: found.value, error: found.error + worst * found.size + 2 * ends }
}

/** A sum over whole numbers from a to b. Throws NumericalError for ends that are not whole, or too far apart. */
const sum: Binder = ({ place, from, to, body }, slots) => {
  const [a, b] = [from.at(slots).value, to.at(slots).value]
  if (!Number.isInteger(a) || !Number.isInteger(b) || b - a > MOST_TERMS) {
    throw new NumericalError('sum', `a sum from ${a} to ${b}; give whole ends, at most ${MOST_TERMS} apart`)
  }
  let total = exactBall(0)
  for (let k = a; k <= b; k++) {
    slots[place] = k
    total = addBalls(total, body.at(slots))
  }
  return total
}

/** The zero of f in [a, b], where f must change sign; widened until the sign at both ends is beyond the error of f. */
const root: Binder = ({ place, from, to, body }, slots) => {
  const at = (x: number): Ball => {
    slots[place] = x
    return body.at(slots)
  }
  const [a, b] = [from.at(slots).value, to.at(slots).value]
  const found = findRoot((x) => at(x).value, a, b)
  let width = Math.max(found.upper - found.lower, 4 * Number.EPSILON * Math.abs(found.root), Number.MIN_VALUE)
  const isClear = (x: number): boolean => Math.abs(at(x).value) > at(x).error
  while (!(isClear(found.root - width) && isClear(found.root + width))) {
    width *= 2
    if (found.root - width < a && found.root + width > b) break
  }
  return { value: found.root, error: width }
}

export const binders: ReadonlyMap<string, Binder> = new Map([['integral', integral], ['sum', sum], ['root', root]])
