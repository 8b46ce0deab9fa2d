/** A theorem with all its texts parsed: the parser is loaded when it is first needed, each theorem is parsed once. */
import { refuse } from '../symbolic/errors.js'
import type { Expression } from '../symbolic/expression.js'
import { loadParser, parseFormula } from '../symbolic/parse.js'
import { parseStatement, type Statement } from '../symbolic/statement.js'
import { parseHypothesis, type Condition } from './conditions.js'
import type { ClaimText } from './declared.js'
import type { Theorem } from './define.js'
import { expand, parseDefinition, type Definition } from './definitions.js'
import type { Domain } from './domain.js'

export interface Hypothesis {
  readonly name: string
  readonly text: string
  readonly conditions: readonly Condition[]
}

export interface CompiledClaim {
  readonly name: string
  readonly text: string
  readonly states: Statement
  /** hypotheses of this claim alone */
  readonly when: readonly Condition[]
  readonly whenText: string | null
  /** the parameter that goes to a limit */
  readonly limit: { readonly symbol: string; readonly to: Expression } | null
  readonly says: string | null
  readonly expected: 'holds' | 'refuted'
  readonly corrected: string | null
}

export interface CompiledTheorem {
  readonly theorem: Theorem
  readonly symbols: ReadonlyMap<string, Domain>
  readonly given: readonly Hypothesis[]
  /** definitions in order */
  readonly where: readonly Definition[]
  readonly claims: ReadonlyMap<string, CompiledClaim>
  /** measured symbol -> formula over the process; symbols measured otherwise are absent */
  readonly measure: ReadonlyMap<string, Expression>
}

const cache = new WeakMap<Theorem, Promise<CompiledTheorem>>()

/** Parses a theorem. @throws StatementError for the first text that does not parse; check.ts collects them all */
export function compile(theorem: Theorem): Promise<CompiledTheorem> {
  const known = cache.get(theorem)
  if (known) return known
  const compiled = loadParser().then(() => compileNow(theorem))
  cache.set(theorem, compiled)
  return compiled
}

function compileNow(theorem: Theorem): CompiledTheorem {
  const where = Object.entries(theorem.where).map(([head, text]) => parseDefinition(head, text))
  return Object.freeze({
    theorem,
    symbols: new Map(Object.entries(theorem.symbols)),
    given: Object.entries(theorem.given).map(([name, text]) => ({ name, text, conditions: parseHypothesis(text) })),
    where,
    claims: new Map(Object.entries(theorem.claims).map(([name, claim]) => [name, compileClaim(name, claim)])),
    measure: new Map(Object.entries(theorem.measure).flatMap(measureOf(where))),
  })
}

/** A measure with the definitions that have parameters written out: the L(w) of E(L(w)). */
const measureOf = (where: readonly Definition[]) =>
  ([name, text]: [string, unknown]): readonly (readonly [string, Expression])[] =>
    (typeof text === 'string' ? [[name, expand(parseFormula(text), where)]] : [])

/** A claim as text with its conditions, whichever way it was written. */
export const claimText = (claim: string | ClaimText): ClaimText => (typeof claim === 'string' ? { then: claim } : claim)

/** @throws StatementError */
export function compileClaim(name: string, claim: string | ClaimText): CompiledClaim {
  const { then, when, limit, says, expected, corrected } = claimText(claim)
  return Object.freeze({
    name,
    text: then,
    states: parseStatement(then),
    when: when === undefined ? [] : parseHypothesis(when),
    whenText: when ?? null,
    limit: limit === undefined ? null : parseLimit(limit),
    says: says ?? null,
    expected: expected ?? 'holds',
    corrected: corrected ?? null,
  })
}

/** 'lambda -> 0': a symbol and where it goes. @throws StatementError */
export function parseLimit(text: string): { symbol: string; to: Expression } {
  const match = /^\s*([A-Za-z]\w*)\s*->(.+)$/s.exec(text)
  if (!match) refuse('BAD_LIMIT', `"${text}" is not a limit; write "lambda -> 0"`)
  return { symbol: match[1]!, to: parseFormula(match[2]!) }
}
