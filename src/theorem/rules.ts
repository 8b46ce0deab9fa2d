/** The short table of equalities that can be met by construction; each rule notes in the draft how, or passes. */
import { sameTree, type Expression } from '../symbolic/expression.js'
import type { CompiledTheorem } from './compile.js'
import type { Condition } from './conditions.js'
import { expand, restsOn } from './definitions.js'
import type { Families } from './families.js'

export interface Draft {
  readonly theorem: CompiledTheorem
  /** names of the given symbols */
  readonly given: readonly string[]
  readonly families: Families
  readonly set: Map<string, Expression>
  readonly diagonal: Set<string>
}

/** Meets an equality and answers true, or passes. */
export type Rule = (equality: Condition, draft: Draft) => boolean

/** A * B == B * A: both are drawn in one family. One of them may be a definition that does not rest on the other. */
const commuting: Rule = ({ left, right }, draft) => {
  const [a, b] = [factorsOf(left), factorsOf(right)]
  if (!a || !b || a[0] !== b[1] || a[1] !== b[0]) return false
  const [x, y] = a
  const [first, second] = isMatrix(x, draft) ? [x, y] : [y, x]
  const fit = isMatrix(first, draft) && (isMatrix(second, draft) || isApart(second, first, draft))
  if (fit) draft.families.join(x, y)
  return fit
}

/** X == diag(X): X is drawn in the family of diagonal matrices. */
const diagonal: Rule = ({ left, right }, { given, families, diagonal: found }) => {
  const isDiagonal = right.kind === 'call' && right.name === 'diag' && sameTree(left, right.operands[0]!)
  if (!isDiagonal || left.kind !== 'symbol' || !given.includes(left.name)) return false
  for (const other of found) families.join(other, left.name)
  found.add(left.name)
  return true
}

/** X == formula without X: X is computed. */
const assigned: Rule = ({ left, right }, { theorem: { where, symbols }, given, set }) => {
  if (left.kind !== 'symbol' || !given.includes(left.name) || set.has(left.name)) return false
  const { name } = left
  const needs = restsOn(right, where)
  const isCircular = needs.has(name) || [...set].some(([other, e]) => needs.has(other) && restsOn(e, where).has(name))
  if (isCircular || [...needs].some((other) => symbols.get(other)?.role === 'measured')) return false
  set.set(name, expand(right, where))
  return true
}

const mirrored = (rule: Rule): Rule => (equality, draft) =>
  rule({ ...equality, left: equality.right, right: equality.left }, draft)

/** In the order in which they are tried. */
export const rules: readonly Rule[] = [commuting, diagonal, mirrored(diagonal), assigned, mirrored(assigned)]

function factorsOf(e: Expression): readonly [string, string] | null {
  if (e.kind !== 'operator' || e.operator !== '*') return null
  const [a, b] = e.operands
  return a?.kind === 'symbol' && b?.kind === 'symbol' && a.name !== b.name ? [a.name, b.name] : null
}

const isMatrix = (name: string, { theorem, given }: Draft): boolean =>
  given.includes(name) && theorem.symbols.get(name)!.shape === 'matrix'

/** Is the name a plain definition that does not rest on the other? */
const isApart = (name: string, other: string, { theorem: { where } }: Draft): boolean =>
  where.some((d) => d.name === name && d.parameters.length === 0 && !restsOn(d.body, where).has(other))
