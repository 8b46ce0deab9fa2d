/** Parameters from their domains alone, before any inequality is looked at: one orthogonal basis for each commuting family. */
import type { Arbitrary } from 'fast-check'
import { Q, type Rational } from '../symbolic/rings/rational.js'
import { identityValue, mapValue, multiplyValues, zipValues, type Value } from '../symbolic/value.js'
import type { CompiledTheorem } from './compile.js'
import type { FastCheck } from './domain.js'
import { environmentOf } from './environment.js'
import type { Plan } from './hypotheses.js'
import { rotation, turned, type Basis } from './orthogonal.js'
import { positiveFraction } from './rationals.js'

export type Draw = ReadonlyMap<string, Value<Rational>>

/** Draws of the symbols that no equality sets. */
export function rawDraws(fc: FastCheck, plan: Plan, theorem: CompiledTheorem, dimension: number): Arbitrary<Draw> {
  const own = plan.drawn.filter((name) => !restsOnDefinition(name, plan, theorem))
  const dependent = plan.drawn.filter((name) => !own.includes(name))
  const coefficients = fc.array(positiveFraction(fc), { minLength: dimension, maxLength: dimension })
  return fc.tuple(
    basesOf(fc, plan, own, dimension).chain((bases) => fc.tuple(...own.map((name) => theorem.symbols.get(name)!.draw({
      fc, dimension, basis: bases.get(plan.families.rootOf(name))!, shared: plan.families.membersOf(name).length > 1 || plan.diagonal.has(name),
    })))),
    fc.tuple(...dependent.map(() => coefficients)),
  ).map(([values, polynomials]) => {
    const draw = new Map(own.map((name, i) => [name, values[i]!]))
    const known = dependent.length ? environmentOf(draw, theorem.where, { ring: Q, dimension }) : draw
    dependent.forEach((name, i) => draw.set(name, polynomialIn(known.get(plan.families.rootOf(name))!, polynomials[i]!)))
    return draw
  })
}

const restsOnDefinition = (name: string, { families }: Plan, theorem: CompiledTheorem): boolean =>
  !theorem.symbols.has(families.rootOf(name))

/** One basis for each family: a common rotation, and from the second family on a turn of its own relative to the first. */
function basesOf(fc: FastCheck, { families, diagonal }: Plan, names: readonly string[], n: number): Arbitrary<ReadonlyMap<string, Basis>> {
  const roots = [...new Set(names.map(families.rootOf))]
  return fc.tuple(rotation(fc, n), ...roots.slice(1).map(() => rotation(fc, n)))
    .map(([common, ...turns]) => new Map(roots.map((root, i) => [
      root, diagonal.has(root) ? identityValue(n, Q).entries : i === 0 ? common! : turned(common!, turns[i - 1]!),
    ])))
}

/** c[0] I + c[1] X + ...: it commutes with X, and is positive definite with it where all c are positive. */
function polynomialIn(x: Value<Rational>, c: readonly Rational[]): Value<Rational> {
  const identity = identityValue(x.entries.length, Q)
  const times = (factor: Rational): Value<Rational> => mapValue(identity, (entry) => Q.mul(factor, entry))
  return c.reduceRight(
    (sum, factor) => zipValues(multiplyValues(sum, x, Q), times(factor), Q.add),
    mapValue(identity, () => Q.zero),
  )
}
