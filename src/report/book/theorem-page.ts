/** The page of one theorem: statement, claims with evidence, coverage, misprints, what rests on it, source, replay. */
import type { SuiteReport } from '../../suite/events.js'
import type { Stated } from '../../theorem/typeset.js'
import type { AlgorithmTeeth, ClaimPlace, ClaimReport, TheoremReport } from '../../verify/evidence.js'
import { bibtexOf } from './bibtex.js'
import { claimSection } from './claim-section.js'
import type { DrawGraph } from './graph/draw.js'
import { graphFigure } from './graph/figure.js'
import { html, type Markup } from './html.js'
import { componentsOf, type Link } from './links.js'
import type { Page } from './page.js'
import { claimAnchor, claimPath, frontPath, relativeTo, theoremPath } from './paths.js'
import { coveragePlot } from './plots/coverage.js'
import { misprintPlot } from './plots/misprints.js'
import { verifyCommand } from './replay.js'
import { statementSection } from './statement-section.js'
import { lookOf } from './standing.js'
import { survivorList } from './survivors.js'

/** What all pages are made from. */
export interface Book {
  readonly report: SuiteReport
  readonly links: readonly Link[]
  readonly draw: DrawGraph
}

export function theoremPage(theorem: TheoremReport, book: Book): Page {
  const { id, title, source, stated, claims } = theorem
  const path = theoremPath(id)
  const body = html`<div class="theorem-page"><div class="theorem-body">
<p class="crumbs"><a href="${relativeTo(path, frontPath)}">Results</a> › ${id}</p>
<h1>${title}</h1>
${stated?.says && html`<p class="lead">${stated.says}</p>`}
<p class="source-line">${stated && workWords(stated.work)}<a href="${safeUrl(source.url)}">${source.key},
${source.at}</a></p>
${statementSection(stated)}
<section aria-labelledby="claims"><h2 id="claims">Claims</h2>
${claims.map((claim) => claimSection(claim, theorem, book.links))}</section>
${attackSection(theorem)}${linksSection(theorem, path, book)}${citeSection(theorem, book.report)}
${neighbours(theorem, path, book.report)}
</div>
<nav class="contents" aria-label="On this page"><h2>On this page</h2><ul>${claims.map(contentsLine)}</ul></nav></div>`
  return { path, title: `${title} · assay`, description: stated?.says ?? title, body }
}

const workWords = ({ authors, title, venue, year }: Stated['work']): Markup =>
  html`${authors.join(', ')}, <cite>${title}</cite>, ${venue} ${year}, `

function contentsLine(claim: ClaimReport): Markup {
  const { sign, word, look } = lookOf(claim)
  return html`<li><a href="#${claimAnchor(claim.name)}"><span class="sign ${look}" aria-hidden="true">${sign}</span>
${claim.name}<span class="visually-hidden">, ${word}</span></a></li>`
}

/** Addresses other than those of the web are not followed. */
const safeUrl = (url: string): string => (/^https?:\/\//i.test(url) ? url : '#')

function attackSection(theorem: TheoremReport): Markup | null {
  const { coverage, algorithm } = theorem
  const pictures = [misprintPlot(theorem), coverage ? coveragePlot(coverage) : null].filter((plot) => plot !== null)
  if (!pictures.length && !algorithm) return null
  return html`<section aria-labelledby="attack"><h2 id="attack">How hard it was tried</h2>
<div class="plots">${pictures}</div>${algorithm && algorithmWords(algorithm)}</section>`
}

function algorithmWords({ total, killed, equivalent, alsoTrue, survivors }: AlgorithmTeeth): Markup {
  const rest = [equivalent > 0 && `; ${equivalent} change no moment of any step`,
    alsoTrue.length > 0 && `; of ${alsoTrue.length} every claim is true as well`]
  return html`<p class="teeth">Misprints of the algorithm itself: <b>${killed} of
${total - equivalent - alsoTrue.length}</b> are refuted by some claim${rest}.</p>
${survivorList(survivors)}`
}

function linksSection({ id }: TheoremReport, path: string, { report, links, draw }: Book): Markup | null {
  const group = componentsOf(report.theorems, links).find((all) => all.some((one) => one.id === id))
  if (!group) return null
  const outside = links.filter(({ from, to }) => from.theorem !== to.theorem && [from.theorem, to.theorem].includes(id))
  const name = (place: ClaimPlace): Markup => (place.theorem === id ? html`${place.claim}`
    : html`<a href="${relativeTo(path, claimPath(place))}">${place.theorem} › ${place.claim}</a>`)
  return html`<section aria-labelledby="rests"><h2 id="rests">What rests on what</h2>
${graphFigure(group, links, path, draw)}
${outside.length > 0 && html`<ul>${outside.map(({ from, to }) =>
    html`<li>${name(from)} rests on ${name(to)}</li>`)}</ul>`}</section>`
}

function citeSection(theorem: TheoremReport, report: SuiteReport): Markup {
  const entry = bibtexOf(theorem)
  return html`<section aria-labelledby="again"><h2 id="again">See it again, cite it</h2>
<p class="command"><span>Verify</span> <code>${verifyCommand(theorem.id, report)}</code></p>
<p>Stated in <code>${theorem.file}</code>.</p>
${entry && html`<pre class="bibtex" tabindex="0"><code>${entry}</code></pre>`}</section>`
}

function neighbours({ id }: TheoremReport, path: string, { theorems }: SuiteReport): Markup {
  const at = theorems.findIndex((one) => one.id === id)
  const [before, after] = [theorems[at - 1], theorems[at + 1]]
  const address = (one: TheoremReport): string => relativeTo(path, theoremPath(one.id))
  return html`<nav class="neighbours" aria-label="Neighbouring results">
<div>${before && html`<a rel="prev" href="${address(before)}">← ${before.title}</a>`}</div>
<div>${after && html`<a rel="next" href="${address(after)}">${after.title} →</a>`}</div></nav>`
}
