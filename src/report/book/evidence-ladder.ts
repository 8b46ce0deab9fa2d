/** The evidence for a claim, the strongest first: what was done, what came out, and how sure it is. */
import type { ClaimReport, Evidence } from '../../verify/evidence.js'
import { seconds } from '../duration.js'
import { html, type Markup } from './html.js'
import { claimPath, relativeTo, theoremPath } from './paths.js'
import { readable } from './readable.js'
import { verdictBadge } from './standing.js'

const order = ['refuted', 'proved', 'verified', 'undecided', 'invalid']

/** One rung for each piece of evidence. */
export function evidenceLadder({ evidence, accumulated = [] }: ClaimReport, page: string): Markup {
  const rungs = [...evidence].sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict))
  return html`<ol class="ladder">${rungs.map((piece) => rung(piece, page))}
${accumulated.map(({ seeds, samples, certificates: [tightest] }) => tightest && html`<li><span class="kind">over ${seeds} runs</span>
<span class="how">${samples} samples together; within ${100 * tightest.precision} % at ${tightest.draws} draws,
so that it fails by more on at most ${(100 * tightest.failing).toPrecision(2)} % of the parameters</span></li>`)}</ol>`
}

const rung = (piece: Evidence, page: string): Markup => html`<li>${verdictBadge(piece.verdict)} <span class="kind">${piece.kind}</span>
<span class="how">${readable(piece.how)}${details(piece)}${premise(piece, page)}</span>
<span class="seconds">${seconds(piece.seconds)}</span></li>`

function details({ samples, power }: Evidence): Markup {
  const detectable = (power as { detectable?: unknown } | undefined)?.detectable
  return html`${typeof samples === 'number' && samples > 0 && html`; ${samples.toLocaleString('en')} samples`}${
    typeof detectable === 'number' && html`; an error of ${(100 * detectable).toPrecision(2)} % would have been seen`}`
}

function premise({ restsOn }: Evidence, page: string): Markup | null {
  if (!restsOn) return null
  const isHere = theoremPath(restsOn.theorem) === page
  const name = isHere ? restsOn.claim : `${restsOn.theorem} › ${restsOn.claim}`
  return html` (<a href="${relativeTo(page, claimPath(restsOn))}">${name}</a>)`
}
