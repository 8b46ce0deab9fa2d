/** The part of a program that some roots need, with some of its nodes replaced by leaves. */
import type { Node } from '../../process/program.js'
import { operands } from '../checked-program.js'

export interface Extracted {
  readonly nodes: readonly Node[]
  readonly roots: readonly number[]
}

/** Nodes reached from the roots, in their order and numbered anew; `replace` gives the leaf that cuts a node off. */
export function extracted(
  nodes: readonly Node[], roots: readonly number[], replace: (i: number) => Node | null,
): Extracted {
  const needed = new Map<number, Node>()
  const visit = (i: number): void => {
    if (needed.has(i)) return
    const node = replace(i) ?? nodes[i]!
    needed.set(i, node)
    operands(node).forEach(visit)
  }
  roots.forEach(visit)
  const order = [...needed.keys()].sort((a, b) => a - b)
  const number = new Map(order.map((i, k) => [i, k]))
  const renumbered = order.map((i): Node => {
    const node = needed.get(i)!
    if ('b' in node) return { ...node, a: number.get(node.a)!, b: number.get(node.b)! }
    return 'a' in node ? { ...node, a: number.get(node.a)! } : node
  })
  return { nodes: renumbered, roots: roots.map((root) => number.get(root)!) }
}
