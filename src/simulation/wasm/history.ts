/**
 * Records of several steps added at once. Observables of the new state alone can wait: the states of `depth` steps are
 * put by, then every sum is loaded once, gets its terms in the order of the steps, and is stored once,
 *
 *     sum_o + f_o(theta_1) + f_o(theta_2) + ... ,      added from the left: the bits of adding step by step.
 *
 * Sums that share coordinates are added together, so that a coordinate is loaded once for several of them. It pays
 * where sums outnumber states, as all products of coordinates do.
 */
import type { Node, Program } from '../../process/program.js'
import { operands } from '../checked-program.js'
import { extracted } from './extracted.js'
import type { Extracted } from './extracted.js'
import { storedNodes } from './passes.js'

/** Steps put by before their records are added. */
export const depth = 4
/** Sums and coordinates that find room in registers together. */
const together = 14

/** Sums per state put by from which on copying states costs less than loading and storing sums. */
const worthwhile = 4

export interface History {
  /** states `first` .. `first + rows - 1` are put by */
  readonly first: number
  readonly rows: number
  /** what adds the records: state first + i after step k is sample i of batch entry k, and the sums are batch means */
  readonly parts: readonly Part[]
}

export interface Part {
  readonly program: Program
  /** observables added here and their nodes */
  readonly sums: readonly { readonly observable: number; readonly node: number }[]
}

/** How a program records with a history; null where its observables need more than new states, or it does not pay. */
export function historyOf(program: Program): History | null {
  const record = ofNewStates(program)
  if (record === null) return null
  const states = record.nodes.flatMap((node) => (node.op === 'state' ? [node.index] : []))
  if (states.length === 0) return null
  const first = Math.min(...states)
  const rows = Math.max(...states) - first + 1
  if (record.roots.length < worthwhile * rows) return null
  const nodes = record.nodes.map((node): Node =>
    (node.op === 'state' ? { op: 'sample', index: node.index - first } : node))
  const parts = sharing(nodes, record.roots).map((members) => part(program, nodes, record.roots, rows, members))
  return { first, rows, parts }
}

/** The observables over new states, or null where one of them needs anything else that varies. */
function ofNewStates({ nodes, next, observables }: Program): Extracted | null {
  const stored = storedNodes(nodes, next.map((node, state) => ({ node, state })))
  let onlyNew = true
  const record = extracted(nodes, observables, (i) => {
    const state = stored.get(i)
    if (state !== undefined) return { op: 'state', index: state }
    if (['state', 'noise', 'sample', 'mean'].includes(nodes[i]!.op)) onlyNew = false
    return null
  })
  return onlyNew ? record : null
}

function part(
  program: Program, all: readonly Node[], roots: readonly number[], rows: number, members: readonly number[],
): Part {
  const own = extracted(all, members.map((o) => roots[o]!), () => null)
  const nodes = [...own.nodes]
  const sums = own.roots.map((a, k) => ({ observable: members[k]!, node: nodes.push({ op: 'mean', a }) - 1 }))
  const sample = Array.from({ length: rows }, () => ({ kind: 'normal' as const }))
  return { program: { ...program, nodes, noise: [], sample, batch: depth }, sums }
}

/** Observables in groups: to the first that is left come those that need the fewest further coordinates. */
function sharing(nodes: readonly Node[], roots: readonly number[]): readonly (readonly number[])[] {
  const needs = roots.map((root) => coordinates(nodes, root))
  const left = new Set(roots.keys())
  const groups: number[][] = []
  while (left.size > 0) {
    const known = new Set<number>()
    const group: number[] = []
    for (let next = nearest(left, needs, known); next !== null; next = nearest(left, needs, known)) {
      const more = [...needs[next]!].filter((i) => !known.has(i))
      if (group.length > 0 && group.length + 1 + known.size + more.length > together) break
      more.forEach((i) => known.add(i))
      group.push(next)
      left.delete(next)
    }
    groups.push(group)
  }
  return groups
}

function nearest(
  left: ReadonlySet<number>, needs: readonly ReadonlySet<number>[], known: ReadonlySet<number>,
): number | null {
  let [best, fewest] = [null as number | null, Infinity]
  for (const o of left) {
    const more = [...needs[o]!].filter((i) => !known.has(i)).length
    if (more < fewest) [best, fewest] = [o, more]
  }
  return best
}

function coordinates(nodes: readonly Node[], root: number, found = new Set<number>()): Set<number> {
  const node = nodes[root]!
  if (node.op === 'sample') found.add(node.index)
  for (const a of operands(node)) coordinates(nodes, a, found)
  return found
}
