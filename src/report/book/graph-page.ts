/** The page of all links between claims, one figure for each group of theorems that they join. */
import { count } from '../count.js'
import { graphFigure } from './graph/figure.js'
import { html } from './html.js'
import { componentsOf } from './links.js'
import type { Page } from './page.js'
import { graphPath, theoremPath } from './paths.js'
import { theoremLook } from './standing.js'
import type { Book } from './theorem-page.js'

export function graphPage({ report: { theorems }, links, draw }: Book): Page {
  const groups = componentsOf(theorems, links)
  const linked = new Set(groups.flat())
  const alone = theorems.filter((theorem) => !linked.has(theorem))
  const corrections = links.filter(({ kind }) => kind === 'corrected').length
  const body = html`<h1>What rests on what</h1>
<p class="lead">${count(corrections, 'claim')} that fall point to the claim that is true instead (dashed);
${count(links.length - corrections, 'claim')} more are proved from another, or become it in a limit (solid). Colours
are those of the evidence: <span class="ink-proved">proved</span>, <span class="ink-verified">verified</span>, <span
class="ink-refuted">refuted</span>.</p>
<div class="graphs">${groups.map((group) => graphFigure(group, links, graphPath, draw))}</div>
${alone.length > 0 && html`<h2>On their own</h2><ul class="alone">${alone.map((theorem) =>
    html`<li class="${theoremLook(theorem)}"><a href="${theoremPath(theorem.id)}">${theorem.title}</a></li>`)}</ul>`}`
  return { path: graphPath, title: 'What rests on what · assay',
    description: 'Dependencies between claims, coloured by evidence', body }
}
