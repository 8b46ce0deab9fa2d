/**
 * left - right of a claim at a point of any ring: it vanishes there iff the claim holds there. A claim with
 * index symbols, such as entry(Sigma, i, j) == ..., gives one entry for each assignment of the indices.
 */
import { evaluate, type Calls } from '../symbolic/evaluate.js'
import { refuse } from '../symbolic/errors.js'
import { namesIn, type Expression } from '../symbolic/expression.js'
import type { Relation } from '../symbolic/parse.js'
import { print } from '../symbolic/print.js'
import type { Ring } from '../symbolic/ring.js'
import { sameShape, scalarOf, scalarValue, shapeText, zipValues, type Value } from '../symbolic/value.js'

/** Values of all symbols and definitions over one ring. */
export interface Point<T> {
  readonly ring: Ring<T>
  readonly dimension: number
  readonly values: ReadonlyMap<string, Value<T>>
  /** names that run over 1 .. D */
  readonly indices: ReadonlySet<string>
  readonly calls?: Calls<T>
}

export interface Equation {
  readonly left: Expression
  readonly relation: Relation
  readonly right: Expression
}

/** Both sides at the point, of one shape. @throws StatementError where the shapes differ */
export function sidesAt<T>(claim: Equation, point: Point<T>): { left: Value<T>; right: Value<T> } {
  const sides = { left: formulaAt(claim.left, point, claim), right: formulaAt(claim.right, point, claim) }
  if (sameShape(sides.left, sides.right)) return sides
  const [l, r] = [shapeText(sides.left), shapeText(sides.right)]
  return refuse('SHAPE',
    `the sides have shapes ${l} and ${r} in "${print(claim.left)} ${claim.relation} ${print(claim.right)}"`)
}

/** left - right. */
export function residualAt<T>(claim: Equation, point: Point<T>): Value<T> {
  const { left, right } = sidesAt(claim, point)
  return zipValues(left, right, point.ring.sub)
}

/** Is every entry zero? Exact rings only. */
export const vanishes = <T>(v: Value<T>, ring: Ring<T>): boolean => v.entries.every((row) => row.every(ring.isZero))

function formulaAt<T>(e: Expression, point: Point<T>, claim: Equation): Value<T> {
  const names = [...namesIn(claim.left), ...namesIn(claim.right)]
  const free = [...point.indices].filter((name) => names.includes(name))
  if (!free.length) return evaluate(e, point.values, point.ring, ownCalls(point))
  const rows = assignments(free, point.dimension)
    .map((at) => [scalarOf(evaluate(e, point.values, point.ring, entryCalls(at, point)))])
  return { rows: 'indices', columns: '1', entries: rows }
}

/** normal(X) is read as its covariance X. */
function ownCalls<T>(point: Point<T>): Calls<T> {
  const calls = new Map(point.calls ?? [])
  return calls.set('normal', ([x]) => evaluate(x!, point.values, point.ring, calls))
}

/** All ways to give each index a number 0 .. n - 1, the last index fastest. */
export const assignments = (indices: readonly string[], n: number): ReadonlyMap<string, number>[] =>
  indices.reduce<Map<string, number>[]>(
    (all, name) => all.flatMap((at) => Array.from({ length: n }, (_, k) => new Map(at).set(name, k))),
    [new Map<string, number>()],
  )

function entryCalls<T>(at: ReadonlyMap<string, number>, point: Point<T>): Calls<T> {
  const index = (e: Expression | undefined): number =>
    (e?.kind === 'symbol' ? at.get(e.name) : undefined)
    ?? refuse('BAD_INDEX', 'entry(X, i, j) takes a matrix and two index symbols')
  const calls = ownCalls(point)
  const entry = ([x, i, j]: readonly Expression[]): Value<T> =>
    scalarValue(evaluate(x!, point.values, point.ring, calls).entries[index(i)]![index(j)]!)
  return new Map([...calls, ['entry', entry]])
}
