/**
 * The one primitive, T f = E[f(next state) | state] on polynomials f in the state:
 * multiply the next polynomials, replace each noise monomial by its moment, collect.
 */
import { evaluate } from '../../symbolic/evaluate.js'
import { parseFormula } from '../../symbolic/parse.js'
import { accumulate, type Polynomial } from '../../symbolic/rings/polynomial.js'
import { scalarOf } from '../../symbolic/value.js'
import type { Recurrence } from '../text.js'
import type { StateAtom } from './atoms.js'
import { noiseMoments } from './noise-moments.js'
import type { Space } from './space.js'
import type { Step } from './step.js'

export interface Operator<T> {
  /** E of a polynomial over the noise of the step; a polynomial in the state is left */
  expect(p: Polynomial<T>): Polynomial<T>
  /** T of a state monomial, remembered */
  next(monomial: number): Polynomial<T>
  /** a state monomial after the step, as a polynomial in the state before it and the noise */
  raw(monomial: number): Polynomial<T>
  /** E of a monomial in the noise */
  moment(random: number): T
}

/** The operator of an executed step. */
export function operatorOf<T>(process: Recurrence, space: Space<T>, step: Step<T>): Operator<T> {
  const { atoms, ring } = space
  const moment = noiseMoments(atoms, space.point, () => inverseBatch(process, space))
  const expect = (p: Polynomial<T>): Polynomial<T> => {
    const result = new Map<number, T>()
    for (const [monomial, x] of p) {
      const [state, random] = atoms.split(monomial)
      const e = moment(random)
      if (!ring.isZero(e)) accumulate(result, state, ring.mul(x, e), ring)
    }
    return result
  }
  const raw = productOf(space, step)
  const known = new Map<number, Polynomial<T>>()
  return {
    expect,
    raw,
    moment,
    next: (monomial) => {
      if (!known.has(monomial)) known.set(monomial, expect(raw(monomial)))
      return known.get(monomial)!
    },
  }
}

function inverseBatch<T>(process: Recurrence, { ring, values }: Space<T>): T {
  return ring.div(ring.one, scalarOf(evaluate(parseFormula(process.batch!.size), values, ring)))
}

/** A state monomial at the next step, before any expectation; products of prefixes are remembered. */
function productOf<T>({ atoms, polynomials }: Space<T>, step: Step<T>): (monomial: number) => Polynomial<T> {
  const known = new Map<number, Polynomial<T>>([[0, polynomials.one]])
  const nextAtom = (a: number): Polynomial<T> => {
    const atom = atoms.list[a] as StateAtom
    return step.next.get(atom.symbol)!.entries.flat()[atom.index]!
  }
  const product = (monomial: number): Polynomial<T> => {
    if (!known.has(monomial)) {
      const factors = atoms.factors(monomial)
      known.set(monomial, polynomials.mul(product(atoms.of(factors.slice(0, -1))), nextAtom(factors.at(-1)!)))
    }
    return known.get(monomial)!
  }
  return product
}
