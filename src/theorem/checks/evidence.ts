/** Evidence: every claim has some, every reference leads somewhere, and no chain of references comes back. */
import { refuse } from '../../symbolic/errors.js'
import type { Theorem } from '../define.js'
import type { Follows, Limit, Support } from '../support.js'
import { checkClaimName } from './claims.js'
import type { Faults } from './fault.js'
import { isRecord, kind } from './form.js'
import { hint } from './nearest.js'

const kinds = ['moments', 'simulated', 'follows', 'limit', 'agrees', 'threshold', 'pointwise', 'law', 'identity']

/** Faults of the evidence of every claim. */
export function checkEvidence(theorem: Theorem, faults: Faults): void {
  const claims = Object.keys(theorem.claims)
  for (const claim of claims) {
    const sound = faults.attempt({ claim, at: 'evidence' }, () => {
      supportsOf(theorem, claim).forEach((support) => checkSupport(support, theorem, claims))
      return true
    })
    if (sound) faults.attempt({ claim, at: 'evidence' }, () => checkChain(theorem, claim, []))
  }
  for (const claim of Object.keys(theorem.evidence)) {
    if (!claims.includes(claim)) faults.attempt({ at: `evidence ${claim}` }, () => checkClaimName(claim, claims))
  }
}

function supportsOf({ evidence }: Theorem, claim: string): readonly Support[] {
  const list: unknown = Object.hasOwn(evidence, claim) ? evidence[claim] : undefined
  if (!Array.isArray(list) || list.length === 0) {
    refuse('NO_EVIDENCE', `no evidence; write evidence: { ${claim}: [moments(), simulated()] }`)
  }
  return list as Support[]
}

function checkSupport(support: unknown, theorem: Theorem, claims: readonly string[]): void {
  const found = isRecord(support) ? `"${String(support.kind)}"` : kind(support)
  if (!isRecord(support) || !kinds.includes(String(support.kind))) {
    refuse('BAD_EVIDENCE', `${found} is no evidence; use ${kinds.map((k) => `${k}()`).join(', ')}`)
  }
  for (const [name, value] of Object.entries(support)) {
    if (typeof value === 'number' && !(Number.isFinite(value) && value > 0)) {
      refuse('BAD_OPTION', `${name} is ${value}; give a positive number`)
    }
  }
  if (support.kind === 'follows') checkClaimName(support.claim, claims)
  if (support.kind === 'limit') checkLimit(support as unknown as Limit, theorem)
}

function checkLimit({ at, ...to }: Limit, { symbols }: Theorem): void {
  const given = Object.keys(symbols).filter((name) => symbols[name]!.role === 'given')
  for (const [name, value] of Object.entries(at)) {
    if (!given.includes(name)) {
      refuse('UNKNOWN_SYMBOL', `"${name}" is not a given symbol of this theorem${hint(name, given)}`)
    }
    if (typeof value !== 'number' || Number.isNaN(value)) {
      refuse('BAD_LIMIT', `${name} goes to ${String(value)}; give a number`)
    }
  }
  if (to.claim !== undefined && to.theorem) checkClaimName(to.claim, Object.keys(to.theorem.claims))
}

/** @throws StatementError where a claim is supported by itself, through any number of references */
function checkChain(theorem: Theorem, claim: string, path: readonly string[]): void {
  const here = `${theorem.id} › ${claim}`
  if (path.includes(here)) {
    refuse('CIRCULAR', `the evidence goes round in a circle: ${[...path.slice(path.indexOf(here)), here].join(' -> ')}`)
  }
  for (const support of theorem.evidence[claim] ?? []) {
    const next = target(support, theorem, claim)
    if (next) checkChain(next.theorem, next.claim, [...path, here])
  }
}

function target(support: Support, theorem: Theorem, claim: string): { theorem: Theorem; claim: string } | null {
  if (support.kind === 'follows') return { theorem, claim: (support as Follows).claim }
  if (support.kind !== 'limit') return null
  return { theorem: support.theorem ?? theorem, claim: limitTarget(support, theorem, claim) }
}

/** The claim that a limit leads to: the named one, that of the same name, or the only one. @throws StatementError */
export function limitTarget({ theorem, claim }: Limit, own: Theorem, name: string): string {
  const claims = Object.keys((theorem ?? own).claims)
  if (claim !== undefined) {
    checkClaimName(claim, claims)
    return claim
  }
  if (theorem && claims.includes(name)) return name
  if (theorem && claims.length === 1) return claims[0]!
  return refuse('UNKNOWN_CLAIM',
    `limit() leads to no claim; write limit(point, theorem, 'claim'), one of ${claims.join(', ')}`)
}
