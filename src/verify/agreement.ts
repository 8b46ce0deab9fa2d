/**
 * Do both sides of a claim have the same value at a point, with all errors counted? The sides are computed in doubles
 * with error bounds, measured symbols by their oracles. A claim in a limit is computed along a sequence of points
 * instead, x0 + (x - x0) 2^(-k/2), and the ratio of its sides extrapolated, which must be one.
 */
import { NumericalError } from '../numeric/errors.js'
import { richardsonLimit } from '../numeric/richardson.js'
import { evaluate } from '../symbolic/evaluate.js'
import type { Expression } from '../symbolic/expression.js'
import { Pole } from '../symbolic/ring.js'
import { double } from '../symbolic/rings/double.js'
import { mapValue, scalarOf, type Value } from '../symbolic/value.js'
import type { CompiledClaim } from '../theorem/compile.js'
import { doubles } from '../theorem/doubles.js'
import { inDoubles } from '../theorem/draws.js'
import { planOf } from '../theorem/hypotheses.js'
import { completed, conditionsOf, refuseSet } from '../theorem/points.js'
import type { Draw } from '../theorem/raw-draws.js'
import { flatten } from './affine.js'
import { baseAt } from './algebra.js'
import type { Case } from './case.js'
import { divideBalls, exactBall, type Ball } from './enclosures/ball.js'
import { enclosedSides, type Sides } from './enclosed-sides.js'
import { namesOf } from './field-points.js'
import { oracleValue } from './readings.js'
import type { Variant } from './variant.js'

/** A draw of the parameters, numbered so that what is computed at it is kept. */
export interface AgreementDraw {
  readonly draw: Draw
  readonly number: number
  readonly dimension: number
}

export interface Agreement {
  /** |left - right| relative to the larger side, or |limit of left / right - 1| */
  readonly distance: number
  /** bound on the error of the distance, estimated where quadratures and limits are */
  readonly error: number
  readonly left: Value<number>
  readonly right: Value<number>
}

/** @throws StatementError for a claim without values, NumericalError or Pole where they cannot be found at this draw */
export const agreementAt = (variant: Variant, draw: AgreementDraw, at: Case): Agreement =>
  (variant.claim.limit ? limitAgreement(variant, draw, at) : plainAgreement(finite(sidesAt(variant, draw, null, at))))

function plainAgreement({ left, right }: Sides): Agreement {
  const [a, b] = [flatten(left), flatten(right)]
  const scale = Math.max(...[...a, ...b].map(({ value }) => Math.abs(value)))
  const distance = largest(a.map((x, i) => x.value - b[i]!.value))
  const error = largest(a.map((x, i) => x.error + b[i]!.error))
  const relative = (x: number): number => (scale > 0 ? x / scale : x)
  return { distance: relative(distance), error: relative(error), left: valuesOf(left), right: valuesOf(right) }
}

const largest = (all: readonly number[]): number => all.reduce((most, x) => Math.max(most, Math.abs(x)), 0)
const valuesOf = (v: Value<Ball>): Value<number> => mapValue(v, ({ value }) => value)

/** Points on the way to a limit, at most; fewer where the sides overflow. */
const POINTS = 24
const RATIO = Math.SQRT2

function limitAgreement(variant: Variant, draw: AgreementDraw, at: Case): Agreement {
  const sides = sequenceOf(variant, draw, at)
  const limits = flatten(sides[0]!.left).map((_, i) =>
    ratioLimit(sides.map(({ left, right }) => ({ left: flatten(left)[i]!, right: flatten(right)[i]! }))))
  const reach = ({ value, error }: Ball): number => Math.abs(value - 1) + error
  const worst = limits.reduce((a, b) => (reach(b) > reach(a) ? b : a))
  const last = sides.at(-1)!
  return {
    distance: Math.abs(worst.value - 1),
    error: worst.error,
    left: valuesOf(last.left),
    right: valuesOf(last.right),
  }
}

/** The sides on the way to the limit, from the draw on, for as long as they can be told from 0 and infinity. */
function sequenceOf(variant: Variant, draw: AgreementDraw, at: Case): Sides[] {
  const found = [finite(sidesAt(variant, draw, 0, at))]
  for (let k = 1; k < POINTS; k++) {
    const sides = attempted(() => sidesAt(variant, draw, k, at))
    if (!sides || !flatten(sides.left).every((left, i) => areUsable(left, flatten(sides.right)[i]!))) break
    found.push(sides)
  }
  return found
}

/** Sides that are numbers where the parameters are as drawn; on the way to a limit they may overflow. */
function finite(sides: Sides): Sides {
  const odd = [...flatten(sides.left), ...flatten(sides.right)].find(({ value }) => !Number.isFinite(value))
  if (odd) throw new NumericalError('not-finite', `a side of the claim is ${odd.value}`)
  return sides
}

/** The sides, or null where they overflow. */
function attempted(sides: () => Sides): Sides | null {
  try {
    return sides()
  } catch (error) {
    if (error instanceof NumericalError) return null
    throw error
  }
}

/** Are the sides known well enough for their ratio, or for its inverse where one of them vanishes? */
function areUsable(left: Ball, right: Ball): boolean {
  const larger = Math.max(Math.abs(left.value), Math.abs(right.value))
  return Number.isFinite(larger) && larger > 1e-290 && Math.max(left.error, right.error) < larger / 8
}

/** The limit of left / right, or of right / left where that is known better: one of them may run away. */
function ratioLimit(sides: readonly { left: Ball; right: Ball }[]): Ball {
  const [ratio, inverse] = [
    richardsonLimit(sides.map(({ left, right }) => divideBalls(left, right)), RATIO),
    richardsonLimit(sides.map(({ left, right }) => divideBalls(right, left)), RATIO),
  ]
  // not a number where a side may be zero
  return inverse.error < ratio.error || Number.isNaN(ratio.error) ? inverse : ratio
}

/** Both sides at a draw, or at the k-th point on its way to the limit. */
function sidesAt(variant: Variant, { draw, number, dimension }: AgreementDraw, k: number | null, at: Case): Sides {
  const { limit } = variant.claim
  const given = limit && k !== null ? onTheWayTo(limit, inDoubles(draw), k, variant, dimension, at) : inDoubles(draw)
  const base = baseAt(at.compiled, given, doubles, dimension)
  const names = namesOf(variant)
  const values = new Map([...given].map(([name, v]) => [name, mapValue(v, exactBall)]))
  for (const [name, { role }] of at.compiled.symbols) {
    if (role !== 'measured' || !names.has(name)) continue
    const key = `oracle ${name} ${variant.claim.whenText} ${limit?.symbol} ${dimension} ${number} ${k}`
    values.set(name, at.once(key, () => oracleValue(name, base)))
  }
  return enclosedSides(variant, values, dimension, 'agrees')
}

/** The draw with one symbol on the way to its limit, and all that equalities set following it. */
function onTheWayTo(
  { symbol, to }: NonNullable<CompiledClaim['limit']>, start: Map<string, Value<number>>, k: number, { claim }: Variant,
  dimension: number, at: Case,
): Map<string, Value<number>> {
  const plan = at.once(`plan ${claim.name}`, () => planOf(at.compiled, conditionsOf(at.compiled, claim.name)))
  refuseSet(symbol, plan)
  const moved = new Map(start).set(symbol, onTheWay(start.get(symbol)!, to, k))
  return completed(moved, plan, { ring: doubles, dimension })
}

function onTheWay(start: Value<number>, to: Expression, k: number): Value<number> {
  if (to.kind === 'symbol' && to.name === 'infinity') return mapValue(start, (x) => x * RATIO ** k)
  const limit = scalarOf(evaluate(to, new Map(), double))
  return mapValue(start, (x) => limit + (x - limit) * RATIO ** -k)
}

/** Is it the error of a computation, which says nothing of the statement? */
export const noValue = (error: unknown): error is NumericalError | Pole =>
  error instanceof NumericalError || error instanceof Pole
