/**
 * Draws of a theorem's parameters: exact rationals of the domains that meet the hypotheses, the same for algebra and
 * simulation. Scaled symbols come last, at a stratified fraction of the boundary that the hypotheses set.
 */
import type { Arbitrary } from 'fast-check'
import { refuse } from '../symbolic/errors.js'
import { Q, toNumber, type Rational } from '../symbolic/rings/rational.js'
import { Pole } from '../symbolic/ring.js'
import { mapValue, type Value } from '../symbolic/value.js'
import { factorAt, feasible } from './boundary.js'
import type { CompiledTheorem } from './compile.js'
import type { Condition } from './conditions.js'
import { doubles } from './doubles.js'
import type { FastCheck } from './domain.js'
import { allHold } from './holds.js'
import { planOf, type Plan } from './hypotheses.js'
import { completed, conditionsOf } from './points.js'
import { rawDraws, type Draw } from './raw-draws.js'
import { exactDecimal } from './rationals.js'

export interface DrawOptions {
  readonly dimension: number
  /** the claim whose hypotheses join those of the theorem */
  readonly claim?: string
  /** instead of the hypotheses of theorem and claim */
  readonly conditions?: readonly Condition[]
  /** scaled symbols are drawn on both sides of the boundary of these conditions, which need not hold */
  readonly around?: readonly Condition[]
  /** scaled symbols stay below this part of the boundary, 0 < reach <= 1; default 1 */
  readonly reach?: number
}

interface Search extends DrawOptions {
  readonly plan: Plan
}

/** Trials of the search for one draw that meets the hypotheses, before they are called unsatisfiable. */
const patience = 200
/**
 * The least part of the trials that must meet the hypotheses: what is drawn in a corner of its domains covers little of
 * them.
 */
const LEAST_MET = 1 / 20

/**
 * Parameters of the theorem; fast-check is loaded when this is first called.
 * @throws StatementError where an equality cannot be constructed, or fewer than 10 draws out of 200 meet the hypotheses
 */
export async function drawsOf(theorem: CompiledTheorem, options: DrawOptions): Promise<Arbitrary<Draw>> {
  const fc = await import('fast-check')
  const plan = planOf(theorem, options.conditions ?? conditionsOf(theorem, options.claim))
  const search: Search = { ...options, plan }
  const draws = fc.tuple(rawDraws(fc, plan, options.dimension), fractions(fc, options.around !== undefined))
    .map(([draw, fraction]) => fitted(draw, fraction * (options.reach ?? 1), search))
  const met = (numRuns: number): number => fc.sample(draws, { numRuns, seed: 1 }).filter((draw) => draw !== null).length
  // four of the first eight are far more than the least part; where they fall short all are tried
  const all = met(8) < 4 ? met(patience) : patience
  if (all < LEAST_MET * patience) unsatisfiable(search, all)
  return draws.filter((draw) => draw !== null)
}

/** The fraction of the boundary: half of the time in [0.5, 0.85], else spread, else near an end. */
const fractions = (fc: FastCheck, straddling: boolean): Arbitrary<number> => straddling
  ? fc.oneof(
    { arbitrary: fc.integer({ min: 30, max: 97 }), weight: 3 },
    { arbitrary: fc.integer({ min: 103, max: 190 }), weight: 2 },
    { arbitrary: fc.integer({ min: 190, max: 500 }), weight: 1 },
    // a misprint may move the boundary by a percent only
    { arbitrary: fc.constantFrom(98.5, 99.5, 99.8, 100.2, 100.5, 101.5), weight: 2 },
  ).map((percent) => percent / 100)
  : fc.oneof(
    { arbitrary: fc.integer({ min: 50, max: 85 }), weight: 5 },
    { arbitrary: fc.integer({ min: 2, max: 98 }), weight: 3 },
    { arbitrary: fc.constantFrom(90, 95, 97, 98, 2, 5), weight: 1 },
  ).map((percent) => percent / 100)

/** The draw with its scaled symbols in place and its equalities met; null where it misses a hypothesis or a domain. */
function fitted(draw: Draw, fraction: number, search: Search): Draw | null {
  const { plan, dimension } = search
  const { theorem } = plan
  const names = plan.drawn.filter((name) => theorem.symbols.get(name)!.scaled)
  try {
    const factor = names.length ? factorOf(draw, names, fraction, search) : Q.one
    if (!factor) return null
    const all = completed(scaledBy(draw, names, (x) => Q.mul(factor, x)), plan, { ring: Q, dimension })
    const inside = [...plan.set.keys()].every((name) => theorem.symbols.get(name)!.contains(all.get(name)!))
    return inside && allHold(plan.inequalities, { theorem, dimension, values: inDoubles(all) }) ? all : null
  } catch (error) {
    if (error instanceof Pole) return null
    throw error
  }
}

function factorOf(draw: Draw, names: readonly string[], fraction: number, search: Search): Rational | null {
  const { plan, dimension, around = plan.inequalities } = search
  const numbers = inDoubles(draw)
  const interval = feasible((factor) => {
    const values = completed(scaledBy(numbers, names, (x) => factor * x), plan, { ring: doubles, dimension })
    return allHold(around, { theorem: plan.theorem, dimension, values })
  })
  // few digits keep the fractions small; the draw is checked again after rounding
  return interval && exactDecimal(Number(factorAt(interval, fraction).toPrecision(4)))
}

const scaledBy = <T>(values: ReadonlyMap<string, Value<T>>, names: readonly string[], change: (x: T) => T) =>
  new Map([...values].map(([name, value]) => [name, names.includes(name) ? mapValue(value, change) : value]))

/** A draw as doubles. */
export const inDoubles = (draw: Draw): Map<string, Value<number>> =>
  new Map([...draw].map(([name, value]) => [name, mapValue(value, toNumber)]))

function unsatisfiable({ plan: { theorem, drawn }, claim }: Search, all: number): never {
  const own = claim ? theorem.claims.get(claim)?.whenText : null
  const texts = [...theorem.given.map(({ text }) => text), ...(own ? [own] : [])]
  const [code, some] = all ? ['RARELY_MET', `only ${all}`] as const : ['UNSATISFIABLE', 'no draw'] as const
  const met = `meet${all > 1 ? '' : 's'} "${texts.join('" and "')}"`
  return refuse(code, `${some} of ${drawn.join(', ')} out of ${patience} ${met}; change a domain or hypothesis`)
}
