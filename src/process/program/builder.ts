/** A program under construction: the graph, its leaves, and the noise slots that were asked for. */
import { graph, type Graph } from '../../symbolic/rings/graph.js'
import type { Expression } from '../../symbolic/expression.js'
import { mapValue, type Value } from '../../symbolic/value.js'
import type { Derive } from '../laws/law.js'
import type { Node, Sampler } from '../program.js'
import type { ParameterTable } from './parameters.js'

type Leaf = Extract<Node, { op: 'parameter' | 'state' | 'noise' | 'sample' | 'mean' | 'gather' }>

export interface Builder {
  readonly graph: Graph<Leaf>
  readonly table: ParameterTable
  readonly dimension: number
  /** noise per step and per sample */
  readonly slots: Readonly<Record<'noise' | 'sample', Sampler[]>>
  /** nodes of a formula in the parameters */
  parameters(e: Expression, derive?: Derive): Value<number>
  /** does a node differ between the samples of a batch? */
  isSampled(node: number): boolean
}

/** An empty program. */
export function builder(table: ParameterTable, dimension: number): Builder {
  const nodes = graph<Leaf>()
  const sampled = new Map<number, boolean>()
  const isSampled = (id: number): boolean => {
    if (!sampled.has(id)) sampled.set(id, sampledNode(nodes.nodes[id] as Node, isSampled))
    return sampled.get(id)!
  }
  return {
    graph: nodes,
    table,
    dimension,
    slots: { noise: [], sample: [] },
    parameters: (e, derive) => mapValue(table.places(e, derive), (index) => nodes.leaf({ op: 'parameter', index })),
    isSampled,
  }
}

function sampledNode(node: Node, isSampled: (id: number) => boolean): boolean {
  if (node.op === 'sample') return true
  if (node.op === 'mean' || !('a' in node)) return false
  return isSampled(node.a) || ('b' in node && isSampled(node.b))
}
