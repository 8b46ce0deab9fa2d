/**
 * Hypotheses that a draw must meet. Inequalities cut out a region and are evaluated in doubles; equalities have
 * measure zero and are met by construction, by a short table of rules: whatever has no rule is refused, never hoped for.
 */
import { refuse } from '../symbolic/errors.js'
import { evaluate } from '../symbolic/evaluate.js'
import { sameTree, type Expression } from '../symbolic/expression.js'
import { print } from '../symbolic/print.js'
import { Pole } from '../symbolic/ring.js'
import { scalarOf, type Value } from '../symbolic/value.js'
import type { CompiledTheorem } from './compile.js'
import type { Condition } from './conditions.js'
import { expand, restsOn } from './definitions.js'
import { doubles } from './doubles.js'
import { environmentOf } from './environment.js'
import { familiesOf, type Families } from './families.js'

/** How the given symbols of a theorem can be made to meet its hypotheses. */
export interface Plan {
  /** the given symbols that are drawn, in order of declaration */
  readonly drawn: readonly string[]
  /** symbols and plain definitions by what they commute with */
  readonly families: Families
  /** symbols that an equality sets to a formula, in an order in which they can be computed */
  readonly set: ReadonlyMap<string, Expression>
  /** representatives of the families that are diagonal */
  readonly diagonal: ReadonlySet<string>
  readonly inequalities: readonly Condition[]
}

interface Draft {
  readonly theorem: CompiledTheorem
  readonly given: readonly string[]
  readonly families: Families
  readonly set: Map<string, Expression>
  readonly diagonal: Set<string>
}

/** The rules, in the order in which they are tried: each meets the equality and says so, or passes. */
const rules: readonly ((equality: Condition, draft: Draft) => boolean)[] = [commuting, diagonal, mirrored(diagonal), assigned, mirrored(assigned)]

/** @throws StatementError for an equality that no rule can meet */
export function planOf(theorem: CompiledTheorem, conditions: readonly Condition[]): Plan {
  const given = [...theorem.symbols].filter(([, domain]) => domain.role === 'given').map(([name]) => name)
  const draft: Draft = { theorem, given, families: familiesOf(representatives(theorem, given)), set: new Map(), diagonal: new Set() }
  for (const name of given) {
    const other = theorem.symbols.get(name)!.commutesWith
    if (other) draft.families.join(other, name)
  }
  for (const condition of conditions) {
    if (condition.relation === '==' && !rules.some((rule) => rule(condition, draft))) undrawable(condition, draft)
  }
  return {
    drawn: given.filter((name) => !draft.set.has(name)),
    families: draft.families,
    set: draft.set,
    diagonal: new Set([...draft.diagonal].map(draft.families.rootOf)),
    inequalities: conditions.filter(({ relation }) => relation !== '=='),
  }
}

/** Names by their fitness to represent a family: what the others can be polynomials of comes first. */
function representatives(theorem: CompiledTheorem, given: readonly string[]): readonly string[] {
  const rank = (name: string): number => {
    const { commutesWith, symmetric } = theorem.symbols.get(name)!
    return commutesWith ? 2 : symmetric ? 0 : 1
  }
  const plain = theorem.where.filter((d) => d.parameters.length === 0).map((d) => d.name)
  return [...plain, ...[...given].sort((a, b) => rank(a) - rank(b))]
}

/** A * B == B * A: the later of the two is drawn in the family of the other. */
function commuting({ left, right }: Condition, { theorem, given, families }: Draft): boolean {
  const [a, b] = [factorsOf(left), factorsOf(right)]
  if (!a || !b || a[0] !== b[1] || a[1] !== b[0]) return false
  const isMatrix = (name: string): boolean => given.includes(name) && theorem.symbols.get(name)!.shape === 'matrix'
  const isApart = (name: string, other: string): boolean => theorem.where.some((d) => d.name === name
    && d.parameters.length === 0 && !restsOn(d.body, theorem.where).has(other))
  const [x, y] = a
  if (!(isMatrix(x) ? isMatrix(y) || isApart(y, x) : isMatrix(y) && isApart(x, y))) return false
  families.join(x, y)
  return true
}

/** X == diag(X): X is drawn in the family of diagonal matrices. */
function diagonal({ left, right }: Condition, { given, families, diagonal: found }: Draft): boolean {
  const isDiagonal = left.kind === 'symbol' && right.kind === 'call' && right.name === 'diag' && sameTree(left, right.operands[0]!)
  if (!isDiagonal || !given.includes(left.name)) return false
  for (const other of found) families.join(other, left.name)
  found.add(left.name)
  return true
}

/** X == formula without X: X is computed. */
function assigned({ left, right }: Condition, { theorem, given, set }: Draft): boolean {
  if (left.kind !== 'symbol' || !given.includes(left.name) || set.has(left.name)) return false
  const needs = restsOn(right, theorem.where)
  const circular = needs.has(left.name) || [...set].some(([name, e]) => needs.has(name) && restsOn(e, theorem.where).has(left.name))
  if (circular || ![...needs].every((name) => theorem.symbols.get(name)?.role !== 'measured')) return false
  set.set(left.name, expand(right, theorem.where))
  return true
}

function mirrored(rule: (equality: Condition, draft: Draft) => boolean) {
  return (equality: Condition, draft: Draft): boolean => rule({ ...equality, left: equality.right, right: equality.left }, draft)
}

function factorsOf(e: Expression): readonly [string, string] | null {
  if (e.kind !== 'operator' || e.operator !== '*') return null
  const [a, b] = e.operands
  return a?.kind === 'symbol' && b?.kind === 'symbol' && !sameTree(a, b) ? [a.name, b.name] : null
}

function undrawable({ left, right }: Condition, { theorem, given }: Draft): never {
  const equality = `${print(left)} == ${print(right)}`
  const names = given.filter((name) => [left, right].some((side) => restsOn(side, theorem.where).has(name)))
  const matrices = names.filter((name) => theorem.symbols.get(name)?.shape === 'matrix')
  const advice = matrices.length > 1
    ? `give ${matrices[1]} the domain commutingWith('${matrices[0]}')`
    : 'write it as symbol == formula'
  return refuse('UNDRAWABLE', `cannot draw ${names.join(', ') || 'anything'} with ${equality}; ${advice}`)
}

/** Do all the inequalities hold at these numbers? A value that is not a number makes none hold. */
export function allHold(
  inequalities: readonly Condition[], values: ReadonlyMap<string, Value<number>>, theorem: CompiledTheorem, dimension: number,
): boolean {
  try {
    const env = environmentOf(values, theorem.where, { ring: doubles, dimension })
    return inequalities.every((condition) => holds(condition, env, theorem))
  } catch (error) {
    if (error instanceof Pole) return false
    throw error
  }
}

function holds({ left, relation, right }: Condition, env: ReadonlyMap<string, Value<number>>, theorem: CompiledTheorem): boolean {
  const [a, b] = [left, right].map((side) => scalarOf(evaluate(expand(side, theorem.where), env, doubles))) as [number, number]
  switch (relation) {
    case '<': return a < b
    case '<=': return a <= b
    case '>': return a > b
    case '>=': return a >= b
    case '==': return a === b
  }
}
