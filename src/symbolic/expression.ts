/**
 * A formula as a small immutable tree. The parser's own nodes never leave parse.ts; everything else
 * (algebra, kernels, page, misprints) reads this tree.
 */
import { gcd } from './gcd.js'

export type Operator = '+' | '-' | '*' | '/' | '^' | 'negate' | 'transpose'

export type Expression =
  | { readonly kind: 'number'; readonly numerator: bigint; readonly denominator: bigint }
  | { readonly kind: 'symbol'; readonly name: string }
  | { readonly kind: 'operator'; readonly operator: Operator; readonly operands: readonly Expression[] }
  | { readonly kind: 'call'; readonly name: string; readonly operands: readonly Expression[] }

/** An exact number n / d, reduced, with d > 0. */
export function number(n: bigint | number, d: bigint | number = 1n): Expression {
  let [numerator, denominator] = [BigInt(n), BigInt(d)]
  if (denominator < 0n) [numerator, denominator] = [-numerator, -denominator]
  const g = gcd(numerator < 0n ? -numerator : numerator, denominator) || 1n
  return { kind: 'number', numerator: numerator / g, denominator: denominator / g }
}

export const symbol = (name: string): Expression => ({ kind: 'symbol', name })
export const operator = (op: Operator, ...operands: Expression[]): Expression =>
  ({ kind: 'operator', operator: op, operands })
export const call = (name: string, ...operands: Expression[]): Expression => ({ kind: 'call', name, operands })

export const add = (a: Expression, b: Expression): Expression => operator('+', a, b)
export const subtract = (a: Expression, b: Expression): Expression => operator('-', a, b)
export const multiply = (a: Expression, b: Expression): Expression => operator('*', a, b)
export const divide = (a: Expression, b: Expression): Expression => operator('/', a, b)
export const power = (a: Expression, b: Expression): Expression => operator('^', a, b)
export const negate = (a: Expression): Expression => operator('negate', a)
export const transpose = (a: Expression): Expression => operator('transpose', a)

/** The direct parts of a node, in order. */
export const operandsOf = (e: Expression): readonly Expression[] =>
  e.kind === 'operator' || e.kind === 'call' ? e.operands : []

/** The same node with other operands. */
export const withOperands = (e: Expression, operands: readonly Expression[]): Expression =>
  e.kind === 'operator' || e.kind === 'call' ? { ...e, operands } : e

/** Rebuilds a tree from its leaves up; `change` sees each node after its operands were changed. */
export function rewrite(e: Expression, change: (node: Expression) => Expression): Expression {
  const parts = operandsOf(e)
  return change(parts.length ? withOperands(e, parts.map((part) => rewrite(part, change))) : e)
}

/** Every symbol that a formula names (called functions are not symbols). */
export function namesIn(e: Expression, found = new Set<string>()): Set<string> {
  if (e.kind === 'symbol') found.add(e.name)
  for (const part of operandsOf(e)) namesIn(part, found)
  return found
}

/** Every function that a formula calls. */
export function callsIn(e: Expression, found = new Set<string>()): Set<string> {
  if (e.kind === 'call') found.add(e.name)
  for (const part of operandsOf(e)) callsIn(part, found)
  return found
}

/** Replaces symbols by formulas. */
export const substitute = (e: Expression, table: ReadonlyMap<string, Expression>): Expression =>
  rewrite(e, (node) => (node.kind === 'symbol' ? table.get(node.name) ?? node : node))

/** Are two trees the same, node by node? */
export function sameTree(a: Expression, b: Expression): boolean {
  if (a.kind === 'number' && b.kind === 'number') return a.numerator === b.numerator && a.denominator === b.denominator
  if (a.kind === 'symbol' && b.kind === 'symbol') return a.name === b.name
  if (a.kind === 'operator' && b.kind === 'operator' && a.operator !== b.operator) return false
  if (a.kind === 'call' && b.kind === 'call' && a.name !== b.name) return false
  const [p, q] = [operandsOf(a), operandsOf(b)]
  return a.kind === b.kind && p.length === q.length && p.every((part, i) => sameTree(part, q[i]!))
}
