/**
 * The results of each work as a table: where they stand, the state of every claim, and how many misprints were killed.
 */
import type { ClaimReport, TheoremReport } from '../../verify/evidence.js'
import { html, type Markup } from './html.js'
import { claimPath, theoremPath } from './paths.js'
import { lookOf } from './standing.js'

export interface WorkGroup {
  readonly key: string
  readonly all: readonly TheoremReport[]
}

/** Theorems by their works, in the order of the record. */
export function worksOf(theorems: readonly TheoremReport[]): readonly WorkGroup[] {
  const keys = [...new Set(theorems.map(({ source }) => source.key))]
  return keys.map((key) => ({ key, all: theorems.filter(({ source }) => source.key === key) }))
}

/** One row for each theorem of a work. */
export function workTable({ key, all }: WorkGroup): Markup {
  const work = all.find(({ stated }) => stated)?.stated?.work
  const title = work ? html`<b>${work.title}</b> <span>${work.authors.join(', ')}, ${work.year}</span>` : key
  return html`<div class="scroll" tabindex="0" role="group" aria-label="Results of ${key}">
<table class="results"><caption>${title}</caption>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${all.map(row)}</tbody></table></div>`
}

const heads = ['result', 'in the paper', 'claims', 'misprints killed']

const row = (theorem: TheoremReport): Markup =>
  html`<tr><th scope="row"><a href="${theoremPath(theorem.id)}">${theorem.title}</a></th>
<td>${theorem.source.at}</td><td><ul class="signs">${theorem.claims.map((claim) => signLink(claim, theorem))}</ul></td>
<td>${killed(theorem)}</td></tr>`

function signLink(claim: ClaimReport, { id }: TheoremReport): Markup {
  const { sign, word, look } = lookOf(claim)
  const label = `${claim.name}: ${word}`
  const address = claimPath({ theorem: id, claim: claim.name })
  return html`<li><a class="sign ${look}" href="${address}" title="${label}" aria-label="${label}">${sign}</a></li>`
}

function killed({ claims, algorithm }: TheoremReport): string {
  const teeth = claims.flatMap(({ misprints }) => misprints ?? [])
  const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)
  const wrong = sum(teeth.map(({ total, equivalent }) => total - equivalent))
    + (algorithm ? algorithm.total - algorithm.equivalent - algorithm.alsoTrue.length : 0)
  return wrong > 0 ? `${sum(teeth.map((one) => one.killed)) + (algorithm?.killed ?? 0)} / ${wrong}` : '—'
}
