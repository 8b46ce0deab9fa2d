/**
 * What a claim may say: one relation between two formulas, or "conditions iff conditions" and
 * "conditions implies conditions", where conditions are relations joined by "and" and exists(X) is a condition by
 * itself.
 */
import { refuse } from './errors.js'
import { number, type Expression } from './expression.js'
import { fold, parseClaim, parseFormula, type Claim } from './parse.js'
import { print } from './print.js'

export type Conditions = readonly Claim[]
export type Statement =
  | ({ readonly kind: 'relation' } & Claim)
  | { readonly kind: 'iff' | 'implies'; readonly premise: Conditions; readonly conclusion: Conditions }

/** A claim's text, checked. @throws StatementError */
export function parseStatement(text: string): Statement {
  const parts = fold(text).split(/ (iff|implies) /)
  if (parts.length === 1) return { kind: 'relation', ...parseClaim(text) }
  if (parts.length > 3) {
    refuse('TWO_CONNECTIVES', `"${fold(text)}" has more than one connective; write one claim for each`)
  }
  return {
    kind: parts[1] as 'iff' | 'implies',
    premise: parseConditions(parts[0]!),
    conclusion: parseConditions(parts[2]!),
  }
}

/** Relations joined by "and"; exists(X) stands for exists(X) > 0. */
export function parseConditions(text: string): Conditions {
  return fold(text)
    .split(' and ').map((part) => (/^exists ?\(/.test(part) ? existence(parseFormula(part)) : parseClaim(part)))
}

const existence = (call: Expression): Claim => ({ left: call, relation: '>', right: number(0) })

/** Every formula that a statement is made of, in order. */
export function formulasOf(statement: Statement): readonly Expression[] {
  const sides = (claims: Conditions): Expression[] => claims.flatMap(({ left, right }) => [left, right])
  return statement.kind === 'relation'
    ? [statement.left, statement.right]
    : [...sides(statement.premise), ...sides(statement.conclusion)]
}

/** The statement as text that parses back. */
export function printStatement(statement: Statement): string {
  if (statement.kind === 'relation') return printClaim(statement)
  const all = (claims: Conditions): string => claims.map(printClaim).join(' and ')
  return `${all(statement.premise)} ${statement.kind} ${all(statement.conclusion)}`
}

function printClaim({ left, relation, right }: Claim): string {
  if (left.kind === 'call' && left.name === 'exists') return print(left)
  return `${print(left)} ${relation} ${print(right)}`
}
