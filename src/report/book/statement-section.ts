/**
 * What a theorem states above its claims: symbols with their domains, hypotheses, definitions, the algorithm, what is
 * measured.
 */
import type { Stated } from '../../theorem/typeset.js'
import { codeLines } from './code-lines.js'
import { html, type Markup } from './html.js'
import { inlineMath, listedMath } from './math.js'

/** The section; nothing where the record does not say. */
export function statementSection(stated: Stated | null | undefined): Markup | null {
  if (!stated) return null
  const { given, where, measure } = stated
  return html`<section aria-labelledby="statement"><h2 id="statement">Statement</h2>
<div class="statement">
<div>${symbolTable(stated)}</div>
<div>${processBox(stated)}
${formulas('Supposed', given)}${formulas('Where', where)}${formulas('Measured', measure)}</div>
</div></section>`
}

const symbolTable = ({ symbols }: Stated): Markup => html`<table class="symbols"><caption>Symbols</caption>
<thead><tr><th scope="col">symbol</th><th scope="col">what it is</th><th scope="col">range</th></tr></thead>
<tbody>${symbols.map(({ tex, describes, range }) =>
    html`<tr><th scope="row">${inlineMath(tex)}</th><td>${describes}</td><td>${rangeMath(range, tex)}</td></tr>`)}
</tbody></table>`

/** "measured" is a word, not mathematics. */
const rangeMath = (range: string, tex: string): Markup => {
  const words = range.startsWith(`${tex} \\text{`) ? /^\\text\{ ?([^{}]*)\}$/.exec(range.slice(tex.length + 1)) : null
  return words ? html`<span class="words">${words[1]}</span>` : inlineMath(range)
}

const titles = {
  recurrence: 'The algorithm, line by line', diffusion: 'The process', algorithm: 'One step of the algorithm, as code',
} as const

function processBox({ process }: Stated): Markup | null {
  if (!process) return null
  const { kind, noise, lines, code } = process
  return html`<div class="algorithm"><h3>${titles[kind]}</h3><div class="scroll" tabindex="0" role="group"
aria-label="${titles[kind]}">
${noise.length > 0 && html`<ul>${noise.map(({ tex, samples }) =>
    html`<li>draw ${inlineMath(tex)}${samples && html`, for each of ${inlineMath(samples)} samples`}</li>`)}</ul>`}
<ol>${lines.map(({ tex }) => html`<li>${listedMath(tex)}</li>`)}</ol>${
  code && html`<pre><code>${codeLines(code)}</code></pre>`}</div></div>`
}

const formulas = (title: string, lines: readonly { readonly tex: string }[]): Markup | null =>
  (lines.length === 0 ? null
    : html`<h3>${title}</h3><div class="scroll" tabindex="0" role="group" aria-label="${title}">
<ul class="formulas">${lines.map(({ tex }) => html`<li>${listedMath(tex)}</li>`)}</ul></div>`)
