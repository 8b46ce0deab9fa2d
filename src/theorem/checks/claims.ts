/** Claims: the statement, its own hypothesis, its limit, and what is to be expected of it. */
import { refuse } from '../../symbolic/errors.js'
import type { Expression } from '../../symbolic/expression.js'
import type { Claim } from '../../symbolic/parse.js'
import { formulasOf, parseStatement } from '../../symbolic/statement.js'
import { claimText, parseLimit } from '../compile.js'
import { parseHypothesis } from '../conditions.js'
import type { Faults } from './fault.js'
import { isRecord, kind } from './form.js'
import { hint } from './nearest.js'
import { statesOf } from './process.js'
import { checkRelation } from './relation.js'
import { allWords, parameterWords, read, type Scope } from './scope.js'

const sides = (claims: readonly Claim[]): readonly Expression[] => claims.flatMap(({ left, right }) => [left, right])

/** A hypothesis of the theorem or of a claim. @throws StatementError */
export function checkHypothesis(text: string, scope: Scope): void {
  for (const condition of read(text, parameterWords(scope), parseHypothesis, sides)) checkRelation(condition, scope)
}

/** Everything a claim says of itself; each part is a fault of its own. */
export function checkClaim(name: string, scope: Scope, faults: Faults): void {
  const claim = faults.attempt({ claim: name }, () => claimForm(scope.theorem.claims[name]))
  if (!claim) return
  faults.attempt({ claim: name }, () => checkStatement(claim.then, scope))
  const { when, limit, corrected } = claim
  if (when !== undefined) faults.attempt({ claim: name, at: 'when' }, () => checkHypothesis(when, scope))
  if (limit !== undefined) faults.attempt({ claim: name, at: 'limit' }, () => checkLimit(limit, scope))
  if (corrected !== undefined) {
    faults.attempt({ claim: name, at: 'corrected' }, () => checkClaimName(corrected, Object.keys(scope.theorem.claims)))
  }
}

function claimForm(claim: unknown): ReturnType<typeof claimText> {
  const then = isRecord(claim) ? claim.then : claim
  if (typeof then !== 'string') {
    refuse('NOT_A_CLAIM', `the claim is ${kind(then)}; write 'left == right' or { then: 'left == right' }`)
  }
  return claimText(claim as string)
}

/** States have a meaning only where the generator, the current or a derivative acts on functions of them. */
const withStates = (text: string, scope: Scope): Scope => /\b(generator|current|diff)\s*\(/.test(text)
  ? { ...scope, shapes: new Map([...scope.shapes, ...statesOf(scope.theorem)]) }
  : scope

function checkStatement(text: string, plain: Scope): void {
  const scope = withStates(text, plain)
  const statement = read(text, allWords(scope), parseStatement, formulasOf)
  const relations = statement.kind === 'relation' ? [statement] : [...statement.premise, ...statement.conclusion]
  for (const relation of relations) checkRelation(relation, scope)
}

function checkLimit(text: string, scope: Scope): void {
  read(text, parameterWords(scope), parseLimit, ({ to }) => [to])
}

/** @throws StatementError unless the name is among the claims */
export function checkClaimName(name: unknown, claims: readonly string[]): void {
  if (typeof name === 'string' && claims.includes(name)) return
  const known = `; the claims are ${claims.join(', ')}`
  refuse('UNKNOWN_CLAIM', `there is no claim "${String(name)}"${hint(String(name), claims) || known}`)
}
