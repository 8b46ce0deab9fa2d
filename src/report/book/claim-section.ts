/** One claim on the page of its theorem: the formula that was checked, its conditions, its evidence, its plots. */
import type { ClaimReport, Teeth, TheoremReport } from '../../verify/evidence.js'
import { conditionsLine } from './conditions.js'
import { correction, counterexampleBlock } from './counterexample.js'
import { evidenceLadder } from './evidence-ladder.js'
import { html, type Markup } from './html.js'
import type { Link } from './links.js'
import { displayMath } from './math.js'
import { claimAnchor, theoremPath } from './paths.js'
import { agreementPlot } from './plots/agreement.js'
import { deviationPlot } from './plots/deviation.js'
import { growthPlot } from './plots/growth.js'
import { predictionPlot } from './plots/prediction.js'
import { badge, lookOf } from './standing.js'
import { survivorList } from './survivors.js'

/** Every plot that the evidence of a claim has data for. */
const plots = [predictionPlot, deviationPlot, growthPlot, agreementPlot]

export function claimSection(claim: ClaimReport, theorem: TheoremReport, links: readonly Link[]): Markup {
  const { name, says, tex, statement, when, evidence } = claim
  const written = when ? `${statement}\nwhere ${when.replace(/\s+/g, ' ').trim()}` : statement
  const anchor = claimAnchor(name)
  const page = theoremPath(theorem.id)
  const pictures = evidence.flatMap((piece) => plots.flatMap((draw) => draw(piece) ?? []))
  return html`<article class="claim ${lookOf(claim).look}" id="${anchor}" aria-labelledby="${anchor}-name">
<header><h3 id="${anchor}-name"><a href="#${anchor}">${name}</a></h3>${badge(claim)}</header>
${says && html`<p class="says">${says}</p>`}
${conditionsLine(claim)}
<div class="formula" tabindex="0" role="group" aria-label="formula of ${name}">${displayMath(tex)}</div>
<details class="source"><summary>As written and checked</summary><pre
tabindex="0"><code>${written}</code></pre></details>
${evidenceLadder(claim, page, links)}
${claim.misprints && teethLine(claim.misprints)}
${counterexampleBlock(claim, theorem)}
${correction(claim, theorem.claims)}
${pictures.length > 0 && html`<div class="plots">${pictures}</div>`}
</article>`
}

function teethLine({ total, killed, equivalent, survivors }: Teeth): Markup | null {
  if (total === 0) return null
  return html`<p class="teeth"><b>${killed} of ${total - equivalent}</b> misprints of this claim are refuted by its
evidence${
    equivalent > 0 && `; ${equivalent} more are the same formula, or as true`}.</p>
${survivorList(survivors)}`
}
