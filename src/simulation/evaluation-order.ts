/**
 * The order in which a kernel evaluates a program: what depends on parameters alone comes before the loop over
 * replicas; then, for each depth of nested batch means, one loop over the batch for all means of that depth, and the
 * nodes that were waiting for them. Every kernel follows it and each node keeps its own operation, so bits agree.
 */
import type { Node, Program } from '../process/program.js'
import { operands, variesInBatch } from './checked-program.js'

export interface EvaluationOrder {
  /** nodes of parameters and constants only */
  readonly fixed: readonly number[]
  readonly stages: readonly Stage[]
}

export interface Stage {
  /** batch means of this depth; none in the first stage */
  readonly means: readonly number[]
  /** nodes evaluated anew for every sample of the batch, in order */
  readonly perSample: readonly number[]
  /** nodes evaluated once per replica after the means */
  readonly perReplica: readonly number[]
}

/** Order of the nodes that the roots need, and no others. */
export function evaluationOrder(program: Program, roots: readonly number[]): EvaluationOrder {
  const { nodes } = program
  const varies = variesInBatch(nodes)
  const isFixed = fixedNodes(nodes)
  const depth = meanDepths(nodes)
  const needed = reachable(nodes, roots, () => true)
  const fixed = needed.filter((i) => isFixed[i])
  const free = needed.filter((i) => !isFixed[i] && !varies[i])
  const deepest = free.reduce((most, i) => Math.max(most, depth[i]!), 0)
  const stages = Array.from({ length: deepest + 1 }, (_, level): Stage => {
    const here = free.filter((i) => depth[i] === level)
    const means = here.filter((i) => nodes[i]!.op === 'mean')
    const inputs = means.map((i) => operands(nodes[i]!)[0]!).filter((a) => varies[a])
    return {
      means,
      perSample: reachable(nodes, inputs, (i) => varies[i] === true),
      perReplica: here.filter((i) => nodes[i]!.op !== 'mean'),
    }
  })
  return { fixed, stages }
}

function fixedNodes(nodes: readonly Node[]): readonly boolean[] {
  const fixed: boolean[] = []
  for (const node of nodes) {
    const varying = node.op === 'state' || node.op === 'noise' || node.op === 'sample' || node.op === 'mean'
    fixed.push(!varying && operands(node).every((a) => fixed[a]))
  }
  return fixed
}

function meanDepths(nodes: readonly Node[]): readonly number[] {
  const depth: number[] = []
  for (const node of nodes) {
    const below = operands(node).reduce((most, a) => Math.max(most, depth[a]!), 0)
    depth.push(node.op === 'mean' ? below + 1 : below)
  }
  return depth
}

/** Nodes that the roots reach through admitted nodes, in order. */
function reachable(nodes: readonly Node[], roots: readonly number[], admits: (i: number) => boolean): number[] {
  const wanted = new Set(roots)
  for (let i = nodes.length - 1; i >= 0; i--) {
    if (wanted.has(i)) for (const a of operands(nodes[i]!)) if (admits(a)) wanted.add(a)
  }
  return [...wanted].sort((a, b) => a - b)
}
