/** The evidence for a claim, the strongest first: what was done, what came out, and how sure it is. */
import type { Accumulated, ClaimReport, Evidence } from '../../verify/evidence.js'
import { count } from '../count.js'
import { seconds } from '../duration.js'
import { html, type Markup } from './html.js'
import { keyOf, type Link } from './links.js'
import { claimPath, relativeTo, theoremPath } from './paths.js'
import { readable } from './readable.js'
import { verdictBadge } from './standing.js'

const order = ['refuted', 'proved', 'verified', 'undecided', 'invalid']

/** One rung for each piece of evidence. */
export function evidenceLadder(
  { evidence, accumulated = [] }: ClaimReport, page: string, links: readonly Link[],
): Markup {
  const rungs = [...evidence].sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict))
  return html`<ol class="ladder">${rungs.map((piece) => rung(piece, page, links))}${accumulated.map(allRuns)}</ol>`
}

/** What the runs of a ledger say together. */
function allRuns({ seeds, samples, certificates: [tightest] }: Accumulated): Markup {
  return html`<li><span class="badge">ledger</span> <span class="kind">${count(seeds, 'seed')}</span>
<span class="how">${samples.toLocaleString('en')} samples together${tightest &&
  html`; within ${100 * tightest.precision} % at
${tightest.draws} draws, so it fails by more on at most ${(100 * tightest.failing).toPrecision(2)} % of the
parameters`}</span></li>`
}

const rung = (piece: Evidence, page: string, links: readonly Link[]): Markup => html`<li>${verdictBadge(piece.verdict)}
<span class="kind">${piece.kind}</span>
<span class="how">${readable(piece.how)}${details(piece)}${premise(piece, page, links)}</span>
<span class="seconds">${seconds(piece.seconds)}</span></li>`

function details({ samples, power }: Evidence): Markup {
  const detectable = (power as { detectable?: unknown } | undefined)?.detectable
  return html`${typeof samples === 'number' && samples > 0 && html`; ${samples.toLocaleString('en')} samples`}${
    typeof detectable === 'number' && html`; an error of ${(100 * detectable).toPrecision(2)} % would have been seen`}`
}

/** The claim that this one rests on, where the record has it. */
function premise({ restsOn }: Evidence, page: string, links: readonly Link[]): Markup | null {
  if (!restsOn || !links.some(({ to }) => keyOf(to) === keyOf(restsOn))) return null
  const isHere = theoremPath(restsOn.theorem) === page
  const name = isHere ? restsOn.claim : `${restsOn.theorem} › ${restsOn.claim}`
  return html` (<a href="${relativeTo(page, claimPath(restsOn))}">${name}</a>)`
}
