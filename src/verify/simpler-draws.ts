/** Simpler parameters at which a claim might fail as well: fewer dimensions, the identity basis, short fractions. */
import { Q, rational, toNumber, type Rational } from '../symbolic/rings/rational.js'
import { Pole } from '../symbolic/ring.js'
import { isScalar, mapValue, multiplyValues, scalarOf, scalarValue, type Value } from '../symbolic/value.js'
import type { CompiledClaim, CompiledTheorem } from '../theorem/compile.js'
import type { Condition } from '../theorem/conditions.js'
import { restsOn } from '../theorem/definitions.js'
import { inDoubles } from '../theorem/draws.js'
import { allHold } from '../theorem/holds.js'
import { planOf } from '../theorem/hypotheses.js'
import { completed, conditionsOf } from '../theorem/points.js'
import type { Draw } from '../theorem/raw-draws.js'
import { baseAt } from './algebra.js'
import { inlined } from './inlined.js'
import { residualAt, vanishes } from './residual.js'
import { pointWith } from './solution.js'

export interface Place {
  readonly draw: Draw
  readonly dimension: number
}

/** Simpler versions of a draw in its own dimension that meet every hypothesis, the boldest first. */
export function simplerDraws({ draw, dimension }: Place, claim: CompiledClaim, compiled: CompiledTheorem): Draw[] {
  const matrices = [...draw].filter(([, v]) => !isScalar(v) && v.rows === v.columns)
  const scalars = [...draw].filter(([, v]) => isScalar(v))
  const straight = new Map([...draw, ...matrices.map(([name, v]) => [name, diagonalOf(v)] as const)])
  const one = (name: string, value: Value<Rational>): Draw => new Map([...draw, [name, value]])
  const candidates = [
    ...(matrices.some(([, v]) => dimension > 1 && !isDiagonal(v)) ? [straight] : []),
    ...matrices.map(([name, v]) => one(name, mapValue(v, (_, i, j) => (i === j ? Q.one : Q.zero)))),
    ...scalars.flatMap(([name, v]) => shorter(scalarOf(v)).map((x) => one(name, scalarValue(x)))),
  ]
  return candidates.flatMap((candidate) => admitted(candidate, dimension, claim, compiled) ?? [])
    .filter((candidate) => lengthOf(candidate) < lengthOf(draw))
}

const diagonalOf = (v: Value<Rational>): Value<Rational> => mapValue(v, (x, i, j) => (i === j ? x : Q.zero))
const isDiagonal = (v: Value<Rational>): boolean =>
  v.entries.every((row, i) => row.every((x, j) => i === j || Q.isZero(x)))

/** 1 and fractions of small denominators near x. */
function shorter(x: Rational): Rational[] {
  const near = (d: number): Rational => rational(Math.max(1, Math.round(toNumber(x) * d)), d)
  return [rational(1), near(1), near(2), near(4), near(10)]
}

/** How much there is to read, and how large its numbers are. */
export const lengthOf = (draw: Draw): number =>
  [...draw.values()].flatMap(({ entries }) => entries.flat()).reduce((sum, x) => sum + bitsOf(x), 0)

const bitsOf = ({ numerator, denominator }: Rational): number =>
  Math.log2(1 + Math.abs(Number(numerator))) + Math.log2(Number(denominator))

/** The candidate with the symbols that equalities set, or null where it misses a domain or a hypothesis. */
function admitted(candidate: Draw, dimension: number, claim: CompiledClaim, compiled: CompiledTheorem): Draw | null {
  try {
    const conditions = conditionsOf(compiled, claim.name)
    const plan = planOf(compiled, conditions)
    const free = new Map([...candidate].filter(([name]) => !plan.set.has(name)))
    const all = completed(free, plan, { ring: Q, dimension })
    const inside =
      [...all].every(([name, v]) => compiled.symbols.get(name)!.contains(v) && commutes(name, all, compiled))
    const values = inDoubles(all)
    return inside && allHold(plan.inequalities, { theorem: compiled, dimension, values })
      && equalitiesHold(conditions, all, dimension, compiled) ? all : null
  } catch (error) {
    if (error instanceof Pole) return null
    throw error
  }
}

function commutes(name: string, all: Draw, { symbols, where }: CompiledTheorem): boolean {
  const other = symbols.get(name)!.commutesWith
  if (!other) return true
  const [a, b] = [all.get(name)!, all.get(other)]
  // what commutes with a definition is left as it was drawn
  if (!b) return where.every((definition) => definition.name !== other)
  const [ab, ba] = [multiplyValues(a, b, Q), multiplyValues(b, a, Q)]
  return ab.entries.every((row, i) => row.every((x, j) => Q.isZero(Q.sub(x, ba.entries[i]![j]!))))
}

function equalitiesHold(
  conditions: readonly Condition[], all: Draw, dimension: number, compiled: CompiledTheorem,
): boolean {
  const equalities = conditions.filter(({ relation }) => relation === '==')
  // a definition that no equality rests on may have no exact value
  const behind =
    new Set(equalities.flatMap(({ left, right }) => [left, right].flatMap((e) => [...restsOn(e, compiled.where)])))
  const where = compiled.where.filter(({ name }) => behind.has(name))
  const written = inlined(where)
  const point = pointWith(new Map(), where, baseAt(compiled, all, Q, dimension))
  return equalities.every(({ left, relation, right }) =>
    vanishes(residualAt({ left: written(left), relation, right: written(right) }, point), Q))
}
