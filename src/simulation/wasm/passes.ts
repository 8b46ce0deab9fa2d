/**
 * A step cut into passes over the replicas, each small enough for registers. A pass computes some roots and stores them;
 * a later pass reads a new state back from memory, where it has replaced the old one. Hence a root that needs the old
 * value of a state runs before the pass that overwrites it, one that needs the new value after it, and roots that share
 * a computation or wait for each other run in one pass.
 */
import type { Node, Program } from '../../process/program.js'
import { operands } from '../checked-program.js'
import { components } from './components.js'

/** A value the step must deliver: the new value of a state, or something to record (state null). */
export interface Root {
  readonly node: number
  readonly state: number | null
}

export interface Pass<R extends Root> {
  /** the program's nodes, with new states of earlier passes read from memory */
  readonly nodes: readonly Node[]
  readonly roots: readonly R[]
}

/** Operations that a pass may hold before the next one is opened, unless they cannot be parted. */
const mostOperations = 12

/** Passes that deliver all roots, in an order that respects old and new states. */
export function passes<R extends Root>(program: Program, fixed: ReadonlySet<number>, roots: readonly R[]): readonly Pass<R>[] {
  const { nodes } = program
  const isLeaf = (i: number): boolean => fixed.has(i) || operands(nodes[i]!).length === 0
  const stored = new Map<number, number>()
  for (const { node, state } of roots) if (state !== null && !isLeaf(node) && !stored.has(node)) stored.set(node, state)
  const reaches = roots.map((root) => reach(nodes, root, stored, fixed))
  const groups = sharing(reaches)
  const done = new Set<number>()
  return inOrder(groups, reaches, roots).map((members) => {
    const rewritten = nodes.map((node, i): Node => {
      const state = stored.get(i)
      return state !== undefined && done.has(state) ? { op: 'state', index: state } : node
    })
    for (const k of members) if (roots[k]!.state !== null && stored.get(roots[k]!.node) === roots[k]!.state) done.add(roots[k]!.state!)
    return { nodes: rewritten, roots: members.map((k) => roots[k]!) }
  })
}

interface Reach {
  readonly computed: ReadonlySet<number>
  readonly oldStates: ReadonlySet<number>
  readonly newStates: ReadonlySet<number>
}

/** What a root is computed from when new states are read from memory. */
function reach(nodes: readonly Node[], root: Root, stored: ReadonlyMap<number, number>, fixed: ReadonlySet<number>): Reach {
  const computed = new Set<number>()
  const oldStates = new Set<number>()
  const newStates = new Set<number>()
  const visit = (i: number): void => {
    if (fixed.has(i) || computed.has(i)) return
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

/** Group number of every root: roots that share a computed node have the same. */
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

function inOrder(groups: readonly number[], reaches: readonly Reach[], roots: readonly Root[]): readonly (readonly number[])[] {
  const dependsOn = dependencies(groups, reaches, roots)
  const leaders = [...new Set(groups)].sort((a, b) => b - a)
  const members = components(dependsOn, leaders).map((component) => groups.flatMap((g, k) => (component.includes(g) ? [k] : [])))
  const touched = (ks: readonly number[]): ReadonlySet<number> =>
    new Set(ks.flatMap((k) => [...reaches[k]!.newStates, ...reaches[k]!.oldStates, ...(roots[k]!.state === null ? [] : [roots[k]!.state])]))
  const operations = (ks: readonly number[]): number => ks.reduce((sum, k) => sum + Math.max(1, reaches[k]!.computed.size), 0)
  const joined: number[][] = []
  for (const part of members) {
    const last = joined.at(-1)
    const near = last !== undefined && meet(touched(last), touched(part))
    if (near && operations([...last, ...part]) <= mostOperations) last.push(...part)
    else joined.push([...part])
  }
  return joined
}

const meet = (a: ReadonlySet<number>, b: ReadonlySet<number>): boolean => [...a].some((x) => b.has(x))

/** For the leader of every group, the leaders of the groups that must not come later. */
function dependencies(groups: readonly number[], reaches: readonly Reach[], roots: readonly Root[]): readonly Set<number>[] {
  const writers = new Map<number, number>()
  roots.forEach(({ state }, k) => state !== null && writers.set(state, groups[k]!))
  const dependsOn = groups.map(() => new Set<number>())
  const precede = (first: number, then: number): void => void (first === then || dependsOn[then]!.add(first))
  reaches.forEach(({ oldStates, newStates }, k) => {
    for (const state of newStates) precede(writers.get(state)!, groups[k]!)
    for (const state of oldStates) if (writers.has(state)) precede(groups[k]!, writers.get(state)!)
  })
  return dependsOn
}
