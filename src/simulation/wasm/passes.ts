/**
 * A step cut into passes over the replicas, each small enough for registers. A pass computes some roots and stores
 * them; a later pass reads a new state back from memory, where it has replaced the old one. Hence a root that needs
 * the old value of a state runs before the pass that overwrites it, one that needs the new value after it, and roots
 * that share a computation or wait for each other run in one pass.
 */
import type { Node } from '../../process/program.js'
import { operands } from '../checked-program.js'
import { components } from './components.js'
import { isDenseRow } from './dense-run.js'
import { extracted } from './extracted.js'

/** A value the step must deliver: the new value of a state, or something to record (state null). */
export interface Root {
  readonly node: number
  readonly state: number | null
}

export interface Pass<R extends Root> {
  /** the nodes that the pass needs, new states of earlier passes read from memory */
  readonly nodes: readonly Node[]
  /** its roots, referring to those nodes */
  readonly roots: readonly R[]
}

/** Operations that a pass may hold before the next one is opened, unless they cannot be parted. */
const mostOperations = 12
/** Rows of a matrix in one pass: each variate or state that is loaded serves all of them. */
const rowsTogether = 2

/** Passes that deliver all roots, in an order that respects old and new states. */
export function passes<R extends Root>(nodes: readonly Node[], roots: readonly R[]): readonly Pass<R>[] {
  const stored = storedNodes(nodes, roots)
  const reaches = roots.map((root) => reach(nodes, root, stored))
  const groups = sharing(reaches)
  const done = new Set<number>()
  return joined(nodes, inOrder(groups, reaches, roots), reaches, roots).map((members) => {
    const own = members.map((k) => roots[k]!)
    const pass = extracted(nodes, own.map(({ node }) => node), (i) => {
      const state = stored.get(i)
      return state !== undefined && done.has(state) ? { op: 'state', index: state } : null
    })
    for (const { node, state } of own) if (state !== null && stored.get(node) === state) done.add(state)
    return { nodes: pass.nodes, roots: own.map((root, k) => ({ ...root, node: pass.roots[k]! })) }
  })
}

/** Computed nodes that become states, and the (first) state each becomes. */
export function storedNodes(nodes: readonly Node[], roots: readonly Root[]): ReadonlyMap<number, number> {
  const stored = new Map<number, number>()
  for (const { node, state } of roots) {
    if (state !== null && operands(nodes[node]!).length > 0 && !stored.has(node)) stored.set(node, state)
  }
  return stored
}

interface Reach {
  readonly computed: ReadonlySet<number>
  readonly oldStates: ReadonlySet<number>
  readonly newStates: ReadonlySet<number>
}

/** What a root is computed from when new states are read from memory. */
function reach(nodes: readonly Node[], root: Root, stored: ReadonlyMap<number, number>): Reach {
  const computed = new Set<number>()
  const oldStates = new Set<number>()
  const newStates = new Set<number>()
  const visit = (i: number): void => {
    if (computed.has(i)) return
    const node = nodes[i]!
    const state = stored.get(i)
    if (state !== undefined && !(i === root.node && state === root.state)) return void newStates.add(state)
    if (node.op === 'state') oldStates.add(node.index)
    if (operands(node).length > 0) computed.add(i)
    operands(node).forEach(visit)
  }
  visit(root.node)
  return { computed, oldStates, newStates }
}

/** For every root the number of one with which it shares, perhaps through others, a computed node. */
function sharing(reaches: readonly Reach[]): readonly number[] {
  const owner = new Map<number, number>()
  const group = reaches.map((_, k) => k)
  const find = (k: number): number => (group[k] === k ? k : find(group[k]!))
  reaches.forEach(({ computed }, k) => {
    for (const i of computed) {
      if (owner.has(i)) group[find(k)] = find(owner.get(i)!)
      owner.set(i, k)
    }
  })
  return group.map((_, k) => find(k))
}

/** Roots that must run together, each set after those it waits for. */
function inOrder(
  groups: readonly number[], reaches: readonly Reach[], roots: readonly Root[],
): readonly (readonly number[])[] {
  const writers = new Map<number, number>()
  roots.forEach(({ state }, k) => state !== null && writers.set(state, groups[k]!))
  const dependsOn = groups.map(() => new Set<number>())
  const precede = (first: number, then: number): void => void (first === then || dependsOn[then]!.add(first))
  reaches.forEach(({ oldStates, newStates }, k) => {
    for (const state of newStates) precede(writers.get(state)!, groups[k]!)
    for (const state of oldStates) if (writers.has(state)) precede(groups[k]!, writers.get(state)!)
  })
  const members = new Map<number, number[]>()
  groups.forEach((g, k) => members.set(g, [...(members.get(g) ?? []), k]))
  const leaders = [...members.keys()].sort((a, b) => b - a)
  return components(dependsOn, leaders).map((component) => component.flatMap((g) => members.get(g)!))
}

interface Part {
  readonly members: number[]
  readonly touched: Set<number>
  operations: number
}

/** Neighbours that touch a common state, joined while the pass stays small. */
function joined(
  nodes: readonly Node[], sets: readonly (readonly number[])[], reaches: readonly Reach[], roots: readonly Root[],
): readonly (readonly number[])[] {
  const parts: Part[] = []
  const areRows = (members: readonly number[]): boolean => members.every((k) => isDenseRow(nodes, roots[k]!.node))
  for (const members of sets) {
    const touched = touchedStates(members, reaches, roots)
    const operations = members.reduce((sum, k) => sum + Math.max(1, reaches[k]!.computed.size), 0)
    const last = parts.at(-1)
    const near = last !== undefined && [...touched].some((state) => last.touched.has(state))
    const small = last !== undefined && last.operations + operations <= mostOperations
    const rows = last !== undefined
      && last.members.length + members.length <= rowsTogether && areRows([...last.members, ...members])
    if (near && (small || rows)) {
      last.members.push(...members)
      last.operations += operations
      for (const state of touched) last.touched.add(state)
    } else parts.push({ members: [...members], touched, operations })
  }
  return parts.map(({ members }) => members)
}

function touchedStates(members: readonly number[], reaches: readonly Reach[], roots: readonly Root[]): Set<number> {
  const touched = new Set<number>()
  for (const k of members) {
    for (const state of [...reaches[k]!.newStates, ...reaches[k]!.oldStates]) touched.add(state)
    if (roots[k]!.state !== null) touched.add(roots[k]!.state!)
  }
  return touched
}
