/** A graph of claims as SVG, laid out by Graphviz (compiled to WebAssembly); colours come from the style sheet. */
import { Graphviz } from '@hpcc-js/wasm-graphviz'
import { raw, type Markup } from '../html.js'

export interface Node {
  readonly key: string
  readonly label: string
  readonly href: string
  /** class of its colour */
  readonly look: string
}

export interface Edge {
  readonly from: string
  readonly to: string
  readonly look: string
}

export interface Cluster {
  readonly label: string
  readonly href: string
  readonly nodes: readonly Node[]
}

export type DrawGraph = (clusters: readonly Cluster[], edges: readonly Edge[]) => Markup

/** Loads the layout engine. */
export async function graphDrawer(): Promise<DrawGraph> {
  const engine = await Graphviz.load()
  return (clusters, edges) => raw(cleaned(engine.dot(dotOf(clusters, edges))))
}

/** The graph in the language of Graphviz. */
export function dotOf(clusters: readonly Cluster[], edges: readonly Edge[]): string {
  const number = new Map(clusters.flatMap(({ nodes }) => nodes).map(({ key }, i) => [key, `n${i}`]))
  const node = ({ key, label, href, look }: Node): string =>
    `${number.get(key)} [label=${quoted(label)} URL=${quoted(href)} class=${quoted(`claim ${look}`)}]`
  const box = ({ label, href, nodes }: Cluster, i: number): string =>
    `subgraph cluster_${i} { label=${quoted(label)} URL=${quoted(href)} `
      + `class="theorem"\n${nodes.map(node).join('\n')} }`
  const arrow = ({ from, to, look }: Edge): string => `${number.get(from)} -> ${number.get(to)} [class=${quoted(look)}]`
  return `digraph {
    graph [rankdir=LR fontname="Helvetica" fontsize=11 bgcolor="transparent" nodesep=0.12 ranksep=0.35 pad=0.03
      style=rounded]
    node [shape=box style=rounded fontname="Helvetica" fontsize=11 height=0.28 margin="0.09,0.03"]
    edge [arrowsize=0.6]
    ${clusters.map(box).join('\n')}
    ${edges.map(arrow).join('\n')}
  }`
}

const quoted = (text: string): string => `"${text.replace(/[\\"]/g, (sign) => `\\${sign}`)}"`

/**
 * The SVG element alone: no prologue, no ids that would meet those of other graphs, no tooltips that repeat the labels.
 */
function cleaned(svg: string): string {
  const element = svg.slice(svg.indexOf('<svg'))
  const points = /width="(\d+)pt"/.exec(element)?.[1]
  return element.replace(/ id="[^"]*"/g, '').replace(/<title>[^]*?<\/title>/g, '').replace(/ xlink:title="[^"]*"/g, '')
    .replaceAll('xlink:href=', 'href=').replace(/<!--[^]*?-->\n?/g, '').replace(/ xmlns(:xlink)?="[^"]*"/g, '')
    .replace(/width="\d+pt" height="\d+pt"/, `style="width:${points}pt"`).replace(/ font-family="[^"]*"/g, '')
}
