/** Parameters from their domains alone, before any inequality: one orthogonal basis for each commuting family. */
import type { Arbitrary } from 'fast-check'
import { Q, type Rational } from '../symbolic/rings/rational.js'
import { identityValue, mapValue, multiplyValues, zipValues, type Value } from '../symbolic/value.js'
import type { FastCheck } from './domain.js'
import { environmentOf } from './environment.js'
import type { Plan } from './hypotheses.js'
import { rotation, turned, type Basis } from './orthogonal.js'
import { positiveFraction } from './rationals.js'

export type Draw = ReadonlyMap<string, Value<Rational>>

/** Draws of the symbols that no equality sets. */
export function rawDraws(fc: FastCheck, plan: Plan, dimension: number): Arbitrary<Draw> {
  const { drawn, families, theorem: { symbols, where } } = plan
  const own = drawn.filter((name) => symbols.has(families.rootOf(name)))
  const dependent = drawn.filter((name) => !own.includes(name))
  const coefficients = fc.array(positiveFraction(fc), { minLength: dimension, maxLength: dimension })
  return fc.tuple(ownDraws(fc, plan, own, dimension), fc.tuple(...dependent.map(() => coefficients)))
    .map(([draw, polynomials]) => {
      if (!dependent.length) return draw
      const known = environmentOf(draw, where, { ring: Q, dimension })
      const values = dependent.map((name, i) => polynomialIn(known.get(families.rootOf(name))!, polynomials[i]!))
      return new Map([...draw, ...dependent.map((name, i) => [name, values[i]!] as const)])
    })
}

function ownDraws(fc: FastCheck, plan: Plan, names: readonly string[], dimension: number): Arbitrary<Draw> {
  const { families, diagonal, theorem: { symbols } } = plan
  return basesOf(fc, plan, names, dimension).chain((bases) => fc.tuple(...names.map((name) => {
    const root = families.rootOf(name)
    const shared = families.membersOf(name).length > 1 || diagonal.has(root)
    return symbols.get(name)!.draw({ fc, dimension, basis: bases.get(root)!, shared })
  }))).map((values) => new Map(names.map((name, i) => [name, values[i]!])))
}

type Bases = ReadonlyMap<string, Basis>

/** One basis for each family: a common rotation, and for all but the first a turn of its own relative to it. */
function basesOf(fc: FastCheck, { families, diagonal }: Plan, names: readonly string[], n: number): Arbitrary<Bases> {
  const roots = [...new Set(names.map(families.rootOf))]
  const straight = identityValue(n, Q).entries
  return fc.tuple(rotation(fc, n), ...roots.slice(1).map(() => rotation(fc, n))).map(([common, ...turns]) => {
    const basis = (i: number): Basis => (i === 0 ? common! : turned(common!, turns[i - 1]!))
    return new Map(roots.map((root, i) => [root, diagonal.has(root) ? straight : basis(i)]))
  })
}

/** c[0] I + c[1] X + ...: it commutes with X, and is positive definite with it where all c are positive. */
function polynomialIn(x: Value<Rational>, c: readonly Rational[]): Value<Rational> {
  const identity = identityValue(x.entries.length, Q)
  const times = (factor: Rational): Value<Rational> => mapValue(identity, (entry) => Q.mul(factor, entry))
  return c.reduceRight((sum, factor) => zipValues(multiplyValues(sum, x, Q), times(factor), Q.add), times(Q.zero))
}
