/** Generic points of a theorem's given symbols over any field, obeying the equalities among its hypotheses. */
import { refuse } from '../symbolic/errors.js'
import { evaluate } from '../symbolic/evaluate.js'
import { print } from '../symbolic/print.js'
import { mapValue, type Value } from '../symbolic/value.js'
import type { CompiledTheorem } from './compile.js'
import type { Condition } from './conditions.js'
import type { PointContext } from './domain.js'
import { environmentOf, type Place } from './environment.js'
import { genericPolynomial } from './generic.js'
import { planOf, type Plan } from './hypotheses.js'

export interface PointOptions<T> extends Place<T> {
  /** a random element of the field */
  readonly random: () => T
  /** default: the hypotheses of the theorem; only equalities matter, inequalities cut out no part of a generic point */
  readonly conditions?: readonly Condition[]
  /** symbols that are not random, such as one that goes to a limit; what equalities set follows them */
  readonly fixed?: ReadonlyMap<string, Value<T>>
}

type Values<T> = ReadonlyMap<string, Value<T>>

/** All conditions of a theorem, and of one of its claims where it is named. */
export const conditionsOf = (theorem: CompiledTheorem, claim?: string): readonly Condition[] =>
  [...theorem.given.flatMap(({ conditions }) => conditions), ...(claim ? theorem.claims.get(claim)?.when ?? [] : [])]

/**
 * A random point: symmetric matrices symmetric, commuting ones commuting, counts as 1/u.
 * @throws StatementError for an equality that no construction can meet, and LIMIT_IS_SET for a fixed symbol that one
 * sets; Pole at an unlucky point
 */
export function genericPoint<T>(theorem: CompiledTheorem, options: PointOptions<T>): Map<string, Value<T>> {
  const plan = planOf(theorem, options.conditions ?? conditionsOf(theorem))
  for (const name of options.fixed?.keys() ?? []) refuseSet(name, plan)
  const values = new Map<string, Value<T>>()
  for (const name of inOrder(plan)) values.set(name, options.fixed?.get(name) ?? pointOf(name, plan, values, options))
  return completed(values, plan, options)
}

/** What an equality sets cannot go to a limit of its own. @throws StatementError LIMIT_IS_SET */
export function refuseSet(name: string, { set }: Plan): void {
  const formula = set.get(name)
  if (formula) {
    refuse('LIMIT_IS_SET', `${name} goes to a limit, and the hypotheses set it to ${print(formula)}; let a symbol of `
      + 'that formula go to its limit')
  }
}

/** The values together with the symbols that equalities set. */
export function completed<T>(values: Values<T>, { set, theorem }: Plan, place: Place<T>): Map<string, Value<T>> {
  const all = new Map(values)
  for (const [name, formula] of set) {
    all.set(name, evaluate(formula, environmentOf(all, theorem.where, place), place.ring))
  }
  return all
}

/** Members of a family after the one they are polynomials of; members of a definition's family last. */
function inOrder({ drawn, families, theorem }: Plan): readonly string[] {
  const rank = (name: string): number => {
    const root = families.rootOf(name)
    return root === name ? 0 : theorem.symbols.has(root) ? 1 : 2
  }
  return [...drawn].sort((a, b) => rank(a) - rank(b))
}

function pointOf<T>(name: string, plan: Plan, values: Values<T>, options: PointOptions<T>): Value<T> {
  const { families, diagonal, theorem: { symbols, where } } = plan
  const root = families.rootOf(name)
  const valueOf = (other: string): Value<T> => values.get(other) ?? environmentOf(values, where, options).get(other)!
  const context: PointContext<T> = { ...options, valueOf }
  if (root !== name) return genericPolynomial(context, valueOf(root))
  const point = symbols.get(name)!.point(context)
  return diagonal.has(name) ? mapValue(point, (x, i, j) => (i === j ? x : options.ring.zero)) : point
}
