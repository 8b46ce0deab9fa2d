/** Every claim that was refuted: the claim as published or as said, where it fails, and what is true instead. */
import type { ClaimReport, TheoremReport } from '../../verify/evidence.js'
import { conditionsLine } from './conditions.js'
import { counterexampleTable } from './counterexample.js'
import { html, type Markup } from './html.js'
import { displayMath } from './math.js'
import { claimPath, theoremPath } from './paths.js'
import { readable } from './readable.js'

/** The list; a sentence where nothing fell. */
export function fallenSection(theorems: readonly TheoremReport[]): Markup {
  const fallen = theorems.flatMap((theorem) =>
    theorem.claims.filter(({ verdict }) => verdict === 'refuted').map((claim) => ({ claim, theorem })))
  return html`<section aria-labelledby="fallen"><h2 id="fallen">Claims that fall</h2>
${fallen.length === 0 ? html`<p>No claim was refuted.</p>`
  : html`<p>Claims as printed, or as commonly quoted, that the algorithm
itself refutes: ${fallen.length} of them, each with its counterexample and with what is true instead.</p>
<div class="fallen">${fallen.map(({ claim, theorem }) => card(claim, theorem))}</div>`}</section>`
}

function card(claim: ClaimReport, theorem: TheoremReport): Markup {
  const { name, says, tex, counterexample, corrected } = claim
  const better = theorem.claims.find((one) => one.name === corrected)
  const place = (of: string): string => claimPath({ theorem: theorem.id, claim: of })
  return html`<article class="card"><header><h3><a href="${place(name)}">${name}</a></h3>
<p><a href="${theoremPath(theorem.id)}">${theorem.title}</a> · ${theorem.source.key}, ${theorem.source.at}</p></header>
${says && html`<p class="says">${says}</p>`}
<div class="formula wrong" tabindex="0" role="group" aria-label="${name}, which is refuted">${displayMath(tex)}</div>
${conditionsLine(claim)}
${better && html`<p class="label">true instead: <a href="${place(better.name)}">${better.name}</a></p>
<div class="formula right" tabindex="0" role="group"
aria-label="${better.name}, which is true instead">${displayMath(better.tex)}</div>`}
${counterexample && html`<details><summary>Counterexample</summary>
<div class="scroll" tabindex="0" role="group"
aria-label="counterexample to ${name}">${counterexampleTable(counterexample, theorem)}</div>
<p class="note">${readable(counterexample.note)}</p></details>`}</article>`
}
