/**
 * Polynomials in the state at several times, reduced to the oldest one: E over the last step turns the present
 * state into T of the state one step ago, and makes every older state one step younger.
 */
import { accumulate, type Polynomial } from '../../symbolic/rings/polynomial.js'
import type { StateAtom } from './atoms.js'
import type { Operator } from './operator.js'
import type { Space } from './space.js'
import { youngerAtom } from './state.js'

/** The age of the oldest state that a polynomial names. */
export function oldest<T>(p: Polynomial<T>, { atoms }: Space<T>): number {
  let age = 0
  for (const monomial of p.keys()) {
    for (const a of atoms.factors(monomial)) age = Math.max(age, (atoms.list[a] as StateAtom).age)
  }
  return age
}

/** E of the polynomial given the state `steps` steps ago, which becomes the present one. */
export function reduceLag<T>(p: Polynomial<T>, steps: number, operator: Operator<T>, space: Space<T>): Polynomial<T> {
  let reduced = p
  for (let k = 0; k < steps; k++) reduced = oneStep(reduced, operator, space)
  return reduced
}

function oneStep<T>(p: Polynomial<T>, operator: Operator<T>, { atoms, ring }: Space<T>): Polynomial<T> {
  const result = new Map<number, T>()
  for (const [monomial, x] of p) {
    const factors = atoms.factors(monomial)
    const ageOf = (a: number): number => (atoms.list[a] as StateAtom).age
    const past = factors.filter((a) => ageOf(a) > 0).map((a) => youngerAtom(atoms, a))
    const older = past.reduce((product, younger) => atoms.product(product, younger), 0)
    for (const [other, y] of operator.next(atoms.of(factors.filter((a) => ageOf(a) === 0)))) {
      accumulate(result, atoms.product(other, older), ring.mul(x, y), ring)
    }
  }
  return result
}
