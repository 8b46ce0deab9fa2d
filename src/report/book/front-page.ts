/** The front page: what came out in all, what needs attention, the state of every result, and every claim that fell. */
import type { SuiteReport } from '../../suite/events.js'
import { exitCode } from '../../suite/summary.js'
import type { ClaimReport, TheoremReport } from '../../verify/evidence.js'
import { count } from '../count.js'
import { fallenSection } from './fallen-section.js'
import { html, type Markup } from './html.js'
import type { Page } from './page.js'
import { claimPath, frontPath } from './paths.js'
import { readable } from './readable.js'
import { replayCommand } from './replay.js'
import { workTable, worksOf } from './results-table.js'
import { badge, signOf } from './standing.js'

const headlines = {
  0: 'Every claim came out as expected.',
  1: 'Some claim did not come out as expected.',
  2: 'A module is ill-stated.',
  3: 'Nothing contrary was found, but something is undecided.',
} as const

export function frontPage(report: SuiteReport): Page {
  const { theorems, summary } = report
  const works = worksOf(theorems)
  const body = html`<div class="front">
<h1>Theories of stochastic optimisation, put to the test</h1>
<p class="lead">${count(summary.theorems, 'result')} of ${count(works.length, 'paper')}: each is stated as its paper
states it, then proved or refuted from the exact moments of its algorithm, simulated at a guaranteed error rate, and
attacked with misprints. <strong>${headlines[exitCode(report)]}</strong></p>
${tiles(report)}
${attentionSection(theorems)}${faultSection(report)}
<section aria-labelledby="results"><h2 id="results">The state of every result</h2>
<p class="legend">Each sign is a claim: ${signOf('proved')} proved, ${signOf('verified')} verified,
${signOf('refuted')} refuted, as expected of a published claim that is false.</p>
${works.map(workTable)}</section>
${fallenSection(theorems)}
</div>`
  const { claims, proved, verified, refuted } = summary
  const description = `${count(claims, 'claim')}: ${proved} proved, ${verified} verified, ${refuted} refuted`
  return { path: frontPath, title: 'assay · results', description, body }
}

const verdicts = ['proved', 'verified', 'refuted', 'undecided', 'invalid'] as const

const tiles = ({ summary }: SuiteReport): Markup =>
  html`<dl class="tiles">${verdicts.filter((verdict) => summary[verdict] > 0)
  .map((verdict) => html`<div class="${verdict}"><dt>${verdict}</dt><dd>${summary[verdict]}</dd></div>`)}
<div><dt>as expected</dt><dd>${summary.asExpected} <small>of ${summary.claims}</small></dd></div></dl>`

function attentionSection(theorems: readonly TheoremReport[]): Markup | null {
  const all = theorems.flatMap(({ id, claims }) => claims.filter(({ asExpected }) => !asExpected)
    .map((claim) => attentionLine(id, claim)))
  if (all.length === 0) return null
  return html`<section class="attention" aria-labelledby="attention">
<h2 id="attention">Needs attention</h2><ul>${all}</ul></section>`
}

/** What came out, how it was decided, and how to see it again. */
function attentionLine(id: string, claim: ClaimReport): Markup {
  const decided = claim.evidence.find(({ verdict }) => verdict === claim.verdict) ?? claim.evidence[0]
  const command = replayCommand(claim)
  return html`<li>${badge(claim)} <a href="${claimPath({ theorem: id, claim: claim.name })}">${id} › ${claim.name}</a>
${decided && html`<p>${readable(decided.how)}</p>`}${survivorWords(claim)}
${command && html`<p class="command"><span>Replay</span> <code>${command}</code></p>`}</li>`
}

/** Survivors that a glance takes in; the page of the theorem has them all. */
const FEW = 3

function survivorWords({ misprints }: ClaimReport): Markup | null {
  const survivors = misprints?.survivors ?? []
  if (!survivors.length) return null
  const more = survivors.length - FEW
  return html`<p>the check does not exclude ${survivors.slice(0, FEW).map((text, i) =>
    html`${i > 0 && ', '}<code>${text}</code>`)}${
    more > 0 && `, and ${more} more`}</p>`
}

const faultSection = ({ errors }: SuiteReport): Markup | null => (errors.length === 0 ? null
  : html`<section class="attention" aria-labelledby="faults"><h2 id="faults">Ill-stated</h2>
<ul>${errors.map(({ file, claim, code, message }) =>
    html`<li><code>${file}</code>${claim && ` › ${claim}`}: ${message} <small>${code}</small></li>`)}</ul></section>`)
