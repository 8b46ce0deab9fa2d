/** Moment equations of an Ito equation: E[L f] = 0 for polynomials f in the state, with L the generator. */
import { refuse } from '../../symbolic/errors.js'
import { accumulate, type Polynomial } from '../../symbolic/rings/polynomial.js'
import type { Chain, ExpandOptions } from '../moments/chain.js'
import { closure } from '../moments/closure.js'
import { expectedValue } from '../moments/expected.js'
import { measured } from '../moments/measure.js'
import type { Operator } from '../moments/operator.js'
import { spaceAt, type Space } from '../moments/space.js'
import { stateMonomials } from '../moments/state.js'
import { stationaryMoments } from '../moments/stationary.js'
import type { MomentSystem } from '../moments/system.js'
import type { Diffusion } from '../text.js'
import { fieldsOf, type Fields } from './fields.js'

/** What a process in steps and one in continuous time both know of their stationary law. */
export type DiffusionMoments<T> =
  Pick<Chain<T>, 'space' | 'system' | 'states' | 'closure' | 'moments' | 'stationary' | 'measure'>

/**
 * Reads an Ito equation over polynomials; prev() has no meaning in continuous time.
 * @throws StatementError for a bad text, NOT_CLOSED for coefficients that are no polynomials in the state
 */
export function expandDiffusion<T>(process: Diffusion, options: ExpandOptions<T>): DiffusionMoments<T> {
  const space = spaceAt(options)
  const system = generatorSystem(process, space, options)
  const operator: Operator<T> = {
    expect: (p) => p,
    next: () => refuse('LAG', 'prev() has no meaning for a diffusion'),
    raw: system.flow,
    moment: () => space.ring.one,
  }
  const expected = expectedValue(process, space, { locals: new Map(), calls: new Map() }, operator)
  const moments: Chain<T>['moments'] = (wanted, limits) => stationaryMoments(system, wanted, limits)
  const reading = { values: space.values, ring: space.ring, expected }
  return {
    space,
    system,
    states: stateMonomials(process, space),
    closure: (wanted, limits) => closure(system, wanted, limits),
    moments,
    stationary: (measures, limits) =>
      measured(measures, { ...reading, momentsOf: (wanted) => moments(wanted, limits) }),
    measure: (measure, momentsOf) => measured(new Map([['', measure]]), { ...reading, momentsOf }).get('')!,
  }
}

function generatorSystem<T>(process: Diffusion, space: Space<T>, options: ExpandOptions<T>): MomentSystem<T> {
  const { atoms, ring } = space
  const fields = fieldsOf(process, space, options.inline)
  const known = new Map<number, Polynomial<T>>()
  const flow = (monomial: number): Polynomial<T> => {
    if (!known.has(monomial)) known.set(monomial, generatedMonomial(monomial, fields, space))
    return known.get(monomial)!
  }
  return { ring, flow, degree: atoms.degree, text: atoms.text }
}

/** L of a product of coordinates: sum over factors of a_i, plus sum over pairs of factors of C_ij, times the rest. */
function generatedMonomial<T>(
  monomial: number, { drift, covariance }: Fields<T>, { atoms, polynomials, ring }: Space<T>,
): Polynomial<T> {
  const factors = atoms.factors(monomial)
  const without = (...places: number[]): Polynomial<T> =>
    polynomials.monomial(atoms.of(factors.filter((_, i) => !places.includes(i))))
  const result = new Map<number, T>()
  const add = (p: Polynomial<T>): void => p.forEach((x, m) => accumulate(result, m, x, ring))
  factors.forEach((a, i) => {
    add(polynomials.mul(drift.get(a)!, without(i)))
    for (let j = i + 1; j < factors.length; j++) add(polynomials.mul(covariance(a, factors[j]!), without(i, j)))
  })
  return result
}
