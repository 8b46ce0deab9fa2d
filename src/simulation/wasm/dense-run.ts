/**
 * Rows of matrix-vector products inside running sums: consecutive terms parameter * leaf whose addresses advance by the
 * same amounts, as K w does, become a loop. Unrolled, a dense step in 16 dimensions outgrows the instruction cache.
 */
import type { Node, Program } from '../../process/program.js'
import { operands } from '../checked-program.js'
import { isLeaf } from './leaves.js'
import type { Leaf } from './leaves.js'

/** Terms `node` of a spine taken one by one, or as one loop. */
export type Terms = { readonly kind: 'single'; readonly node: number } | Loop

export interface Loop {
  readonly kind: 'loop'
  readonly count: number
  /** first term */
  readonly first: Product
  /** steps of the parameter index and of the leaf index */
  readonly parameterStep: number
  readonly leafStep: number
}

/** A term parameter * leaf or leaf * parameter; both orders give the same bits. */
export interface Product {
  readonly parameter: number
  readonly leaf: Leaf
}

const shortestLoop = 3

/** Groups the terms of a spine (without its base); leaves that live in locals stay single. */
export function grouped(program: Program, terms: readonly number[], kept: ReadonlySet<number>): readonly Terms[] {
  const groups: Terms[] = []
  const products = terms.map((node) => product(program.nodes, node, kept))
  for (let i = 0; i < terms.length;) {
    const count = runLength(products, i)
    const first = products[i]
    const second = products[i + 1]
    if (count < shortestLoop || first == null || second == null) {
      groups.push({ kind: 'single', node: terms[i++]! })
      continue
    }
    const parameterStep = second.parameter - first.parameter
    groups.push({ kind: 'loop', count, first, parameterStep, leafStep: second.leaf.index - first.leaf.index })
    i += count
  }
  return groups
}

/** Is the node a sum that holds such a row? Rows of one matrix are computed side by side. */
export function isDenseRow(nodes: readonly Node[], top: number): boolean {
  const products: (Product | null)[] = []
  for (let i = top; nodes[i]!.op === 'add' || nodes[i]!.op === 'subtract'; i = operands(nodes[i]!)[0]!) {
    products.unshift(product(nodes, i, noneKept))
  }
  return products.some((one, i) => one !== null && runLength(products, i) >= shortestLoop)
}

const noneKept: ReadonlySet<number> = new Set()

function runLength(products: readonly (Product | null)[], start: number): number {
  let end = start + 1
  while (end < products.length && follows(products, start, end)) end++
  return end - start
}

function follows(products: readonly (Product | null)[], start: number, at: number): boolean {
  const [first, second, before, here] = [products[start], products[start + 1], products[at - 1], products[at]]
  if (first == null || second == null || before == null || here == null) return false
  return here.leaf.op === first.leaf.op && second.parameter !== first.parameter &&
    here.parameter - before.parameter === second.parameter - first.parameter &&
    here.leaf.index - before.leaf.index === second.leaf.index - first.leaf.index
}

function product(nodes: readonly Node[], i: number, kept: ReadonlySet<number>): Product | null {
  const term = nodes[i]!.op === 'add' ? operands(nodes[i]!)[1]! : -1
  if (term < 0 || kept.has(term) || nodes[term]!.op !== 'multiply') return null
  const [a, b] = operands(nodes[term]!) as [number, number]
  return pair(nodes, a, b, kept) ?? pair(nodes, b, a, kept)
}

function pair(nodes: readonly Node[], a: number, b: number, kept: ReadonlySet<number>): Product | null {
  const [parameter, leaf] = [nodes[a]!, nodes[b]!]
  return parameter.op === 'parameter' && isLeaf(leaf) && !kept.has(b) ? { parameter: parameter.index, leaf } : null
}
