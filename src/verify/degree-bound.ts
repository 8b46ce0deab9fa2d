/**
 * How likely a false claim is to survive its identity test: the claim's text is run once more over degree bounds,
 * and a nonzero polynomial of degree d vanishes at a random point of F_p with probability at most d / p.
 */
import { degreeRing, log2Error, type Bound, type DegreeRing } from '../symbolic/rings/degree.js'
import { conditionsOf, genericPoint } from '../theorem/points.js'
import { baseAt, pointAt, type Base } from './algebra.js'
import type { Case } from './case.js'
import { equationOf } from './equation.js'
import { namesOf } from './field-points.js'
import { residualAt } from './residual.js'
import type { Variant } from './variant.js'

/**
 * log2 of the error of a proof at the given dimensions and number of primes, rounded up. A leading term is a
 * coefficient of the same polynomials, so a claim in a limit has the bound of the claim itself.
 */
export function identityError(variant: Variant, dimensions: readonly number[], primes: number, at: Case): number {
  const errors = dimensions.map((dimension) => log2Error(boundOf(variant, dimension, at), primes))
  return Math.ceil(Math.max(...errors))
}

function boundOf(variant: Variant, dimension: number, at: Case): { degree: number; height: number; poles: number } {
  const { ring, base } =
    at.once(`degrees ${variant.claim.whenText ?? ''} ${dimension}`, () => degreeBase(variant, dimension, at))
  const point = pointAt(base, namesOf(variant), variant.where)
  const entries = residualAt(equationOf(variant, 'moments'), point).entries.flat()
  const most = (of: (a: Bound) => number): number => entries.reduce((m, a) => Math.max(m, a ? of(a) : 0), 0)
  return { degree: most((a) => a.degree), height: most((a) => a.height), poles: most(ring.poles) }
}

function degreeBase({ claim }: Variant, dimension: number, at: Case): { ring: DegreeRing; base: Base<Bound | null> } {
  const ring = degreeRing()
  const given = genericPoint<Bound | null>(at.compiled, {
    ring, dimension, random: () => ring.variable(), conditions: conditionsOf(at.compiled, claim.name),
  })
  return { ring, base: baseAt(at.compiled, given, ring, dimension) }
}
