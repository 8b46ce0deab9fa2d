/** Where a claim fails: the parameters, both sides there, a picture of them, and what is true instead. */
import type { ClaimReport, Counterexample, TheoremReport } from '../../verify/evidence.js'
import { html, type Markup } from './html.js'
import { displayMath } from './math.js'
import { claimAnchor } from './paths.js'
import { sidesPlot } from './plots/sides.js'
import { readable } from './readable.js'
import { replayCommand } from './replay.js'
import { nameMath, valueMath } from './values.js'

/** LaTeX of the names of a theorem's symbols. */
export const texOfSymbols = ({ stated }: TheoremReport): ReadonlyMap<string, string> =>
  new Map(stated?.symbols.map(({ name, tex }) => [name, tex]))

/** The block; nothing where the claim has no counterexample. */
export function counterexampleBlock(claim: ClaimReport, theorem: TheoremReport): Markup | null {
  const { counterexample } = claim
  if (!counterexample) return null
  const command = replayCommand(claim)
  return html`<div class="counterexample"><h4>Counterexample</h4>
<div class="beside"><div>${counterexampleTable(counterexample, theorem)}<p
class="note">${readable(counterexample.note)}</p></div>
${sidesPlot(counterexample)}</div>
${command && html`<p class="command"><span>Replay</span> <code>${command}</code></p>`}</div>`
}

/** Parameters and sides, one a row. */
export function counterexampleTable(
  { parameters, left, right }: Counterexample, theorem: TheoremReport,
): Markup | null {
  const names = texOfSymbols(theorem)
  const given = Object.entries(parameters).filter(([name]) => !isBuiltIn(name) || names.has(name))
  const sides = [['left side', left], ['right side', right]] as const
  const rows = [
    ...given.map(([name, value]) => [nameMath(name, names), value] as const),
    ...sides.flatMap(([name, value]) => (value === null ? [] : [[html`${name}`, value] as const])),
  ]
  if (!rows.length) return null
  return html`<table class="values"><tbody>${rows.map(([name, value]) =>
    html`<tr><th scope="row">${name}</th><td>${valueMath(value)}</td></tr>`)}</tbody></table>`
}

/** The identity matrix and its dimension are no parameters. */
const isBuiltIn = (name: string): boolean => name === 'I' || name === 'D'

/** The claim that is true instead, with a link to it. */
export function correction(claim: ClaimReport, siblings: readonly ClaimReport[]): Markup | null {
  const better = siblings.find(({ name }) => name === claim.corrected)
  if (!better) return null
  return html`<div class="correction"><h4>True instead: <a href="#${claimAnchor(better.name)}">${better.name}</a></h4>
<div class="formula" tabindex="0" role="group"
aria-label="${better.name}, which is true instead">${displayMath(better.tex)}</div></div>`
}
