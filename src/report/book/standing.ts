/** What a reader sees of a verdict at a glance: a word, a sign and a class for its colour; never a colour alone. */
import type { ClaimReport, TheoremReport, Verdict } from '../../verify/evidence.js'
import { html, type Markup } from './html.js'

interface Look {
  readonly sign: string
  readonly word: string
  /** class of the colour */
  readonly look: string
}

const signs: Readonly<Record<Verdict, string>> = {
  proved: '■', verified: '◆', refuted: '✗', undecided: '?', invalid: '!',
}

/** A claim that is not as expected looks contrary, whatever its verdict is. */
export function lookOf({ verdict, asExpected, expected }: ClaimReport): Look {
  if (asExpected) {
    return { sign: signs[verdict], word: expected === 'refuted' ? 'refuted, as expected' : verdict, look: verdict }
  }
  const isOpen = verdict === 'undecided' || verdict === 'invalid'
  if (isOpen) return { sign: signs[verdict], word: verdict, look: verdict }
  if (expected === 'refuted') return { sign: '!', word: `${verdict}, expected to be refuted`, look: 'contrary' }
  return { sign: '!', word: verdict === 'refuted' ? 'refuted' : `${verdict}, but misprints survive`, look: 'contrary' }
}

/** The sign of a verdict, for those who see it. */
export const signOf = (verdict: Verdict): Markup =>
  html`<span class="sign ${verdict}" aria-hidden="true">${signs[verdict]}</span>`

/** The verdict as a badge. */
export function badge(claim: ClaimReport): Markup {
  const { sign, word, look } = lookOf(claim)
  return html`<span class="badge ${look}"><span aria-hidden="true">${sign}</span> ${word}</span>`
}

/** A verdict of one piece of evidence. */
export const verdictBadge = (verdict: Verdict): Markup =>
  html`<span class="badge ${verdict}"><span aria-hidden="true">${signs[verdict]}</span> ${verdict}</span>`

const order = ['contrary', 'invalid', 'undecided', 'refuted', 'verified', 'proved']

/** The look of a whole theorem: of the claim that needs attention most; refutations that were expected need none. */
export function theoremLook({ claims }: TheoremReport): string {
  const looks = claims.map((claim) => lookOf(claim).look).sort((a, b) => order.indexOf(a) - order.indexOf(b))
  return looks.find((look) => look !== 'refuted') ?? looks[0] ?? 'undecided'
}
