/** The graph of one group of theorems: their claims that links join, coloured by evidence. */
import type { TheoremReport } from '../../../verify/evidence.js'
import { html, type Markup } from '../html.js'
import { keyOf, type Link } from '../links.js'
import { claimPath, relativeTo, theoremPath } from '../paths.js'
import { lookOf } from '../standing.js'
import type { DrawGraph } from './draw.js'

/** The figure for a page, with its content in words for who cannot see it. */
export function graphFigure(
  theorems: readonly TheoremReport[], all: readonly Link[], page: string, draw: DrawGraph,
): Markup {
  const ids = new Set(theorems.map(({ id }) => id))
  const links = all.filter(({ from }) => ids.has(from.theorem))
  const joined = new Set(links.flatMap(({ from, to }) => [keyOf(from), keyOf(to)]))
  const clusters = theorems.map(({ id, title, claims }) => ({
    label: title, href: relativeTo(page, theoremPath(id)),
    nodes: claims.map((claim) => ({ claim, place: { theorem: id, claim: claim.name } }))
      .filter(({ place }) => joined.has(keyOf(place)))
        .map(({ claim, place }) => ({
          key: keyOf(place), label: claim.name, look: lookOf(claim).look, href: relativeTo(page, claimPath(place)),
        })),
  }))
  const edges = links.map(({ from, to, kind }) => ({ from: keyOf(from), to: keyOf(to), look: kind }))
  return html`<figure class="graph">${draw(clusters, edges)}
<figcaption class="visually-hidden">${links.map(linkWords).join('; ')}.</figcaption></figure>`
}

const words: Readonly<Record<Link['kind'], string>> = { corrected: 'is corrected by', rests: 'rests on' }

const linkWords = ({ from, to, kind }: Link): string =>
  `${from.claim} ${words[kind]} ${to.claim}${from.theorem === to.theorem ? '' : ` of ${to.theorem}`}`
