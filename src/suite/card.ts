/** A theorem as its module states it, as plain text: what `list` and `show` print, before anything is verified. */
import type { ClaimText } from '../theorem/declared.js'
import type { Theorem } from '../theorem/define.js'

export interface ClaimCard {
  readonly name: string
  readonly statement: string
  readonly when: string | null
  readonly limit: string | null
  readonly says: string | null
  readonly expected: 'holds' | 'refuted'
  readonly corrected: string | null
  /** kinds of its evidence */
  readonly evidence: readonly string[]
}

export interface TheoremCard {
  readonly id: string
  readonly file: string
  readonly title: string
  readonly says: string | null
  readonly source: { readonly key: string; readonly at: string; readonly url: string }
  /** symbol -> [what it is, the range of its values] */
  readonly symbols: Readonly<Record<string, readonly [string, string]>>
  readonly given: Readonly<Record<string, string>>
  readonly where: Readonly<Record<string, string>>
  /** the text of the algorithm; null where the theorem speaks of none */
  readonly process: object | null
  readonly measure: Readonly<Record<string, unknown>>
  readonly claims: readonly ClaimCard[]
}

/** The card of a theorem; nothing is parsed or drawn. */
export function cardOf(theorem: Theorem, file: string): TheoremCard {
  const { id, title, says = null, source: { key, at, url }, given, where, process = null, measure } = theorem
  const symbols = Object.entries(theorem.symbols).map(([name, { describes, range }]) =>
    [name, [describes, range.plain(name)]] as const)
  const claims = Object.keys(theorem.claims).map((name) => claimCard(theorem, name))
  return { id, file, title, says, source: { key, at, url }, symbols: Object.fromEntries(symbols), given, where, process,
    measure, claims }
}

function claimCard({ claims, evidence }: Theorem, name: string): ClaimCard {
  const stated = claims[name]!
  const text: ClaimText = typeof stated === 'string' ? { then: stated } : stated
  const { when = null, limit = null, says = null, expected = 'holds', corrected = null } = text
  return { name, statement: folded(text.then), when, limit, says, expected, corrected,
    evidence: (evidence[name] ?? []).map(({ kind }) => kind) }
}

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim()
