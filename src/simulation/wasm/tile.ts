/**
 * The code of a program's nodes for a tile of replicas side by side, two per vector: values that the plan keeps live in
 * locals, the rest is computed where it is used.
 */
import type { EvaluationOrder } from '../evaluation-order.js'
import type { Node } from '../../process/program.js'
import { operands } from '../checked-program.js'
import { isDenseRow } from './dense-run.js'
import type { Code } from './encoding.js'
import { fixedValue, isFixed, isLeaf, leafCursor, leafValue } from './leaves.js'
import type { Cursors, Frame } from './leaves.js'
import type { Local, NewLocal } from './module.js'
import { operation } from './operation.js'
import type { Computed } from './operation.js'
import type { Plan } from './plan.js'
import { runningSums } from './running-sum.js'
import type { Surroundings } from './running-sum.js'

export interface Tile {
  /** Value of a node for vector q of the tile. */
  readonly value: (node: number, q: number) => Code
  /** Sets the locals of the nodes, in order, that have any. */
  readonly evaluate: (nodes: readonly number[]) => Code
  /** The locals of a node, one per vector. */
  readonly locals: (node: number) => readonly Local[]
  /** One result per vector of the tile. */
  readonly each: <T>(result: (q: number) => T) => readonly T[]
  /** Code before the loop over tiles. */
  readonly prologue: Code
}

/** How many values of parameters may live in locals through the loop over tiles. */
const mostHoisted = 8

/** The tile at the cursors. */
export function tile(frame: Frame, order: EvaluationOrder, plan: Plan, cursors: Cursors, local: NewLocal): Tile {
  const { nodes, parameters } = frame.program
  const table = { address: frame.layout.parameters, entries: parameters }
  const hoisted = hoistedValues(frame, order, local)
  const each: Tile['each'] = (result) => Array.from({ length: frame.width }, (_, q) => result(q))
  const locals = memoized(() => each(() => local('v128')))
  const hasLocals = (node: number): boolean => plan.kept.has(node) || nodes[node]!.op === 'mean'
  const value = (node: number, q: number): Code => {
    if (isFixed(nodes[node]!)) return hoisted.get(node)?.get ?? fixedValue(frame, node)
    return hasLocals(node) ? locals(node)[q]!.get : compute(node, q)
  }
  const compute = (i: number, q: number): Code => {
    const node = nodes[i]!
    if (isLeaf(node)) return leafValue(frame, node, leafCursor(cursors, node), q)
    return operation(node as Computed, operands(node).map((a) => value(a, q)), table, local)
  }
  const around: Surroundings = { frame, cursors, local, value, hasLocals }
  const statement = (some: readonly number[]): Code => {
    const sums = some.flatMap((node) => ({ ...plan.sums.get(node)!, own: locals(node) }))
    if (plan.sums.has(some[0]!)) return runningSums(around, sums)
    return each((q) => locals(some[0]!)[q]!.set(compute(some[0]!, q)))
  }
  return {
    value, locals, each,
    prologue: [...hoisted].map(([node, own]) => own.set(fixedValue(frame, node))),
    evaluate: (some) => sideBySide(nodes, some.filter((i) => plan.kept.has(i))).map(statement),
  }
}

function hoistedValues(frame: Frame, { stages }: EvaluationOrder, local: NewLocal): ReadonlyMap<number, Local> {
  const { nodes } = frame.program
  const computed = stages.flatMap(({ means, perSample, perReplica }) => [...means, ...perSample, ...perReplica])
  const used = new Set(computed.flatMap((i) => operands(nodes[i]!)).filter((a) => nodes[a]!.op === 'parameter'))
  return new Map(used.size > mostHoisted ? [] : [...used].map((a) => [a, local('v128')] as const))
}

/** Neighbouring rows of matrices that do not need each other, together; everything else alone. */
function sideBySide(nodes: readonly Node[], some: readonly number[]): readonly (readonly number[])[] {
  const groups: number[][] = []
  for (const node of some) {
    const last = groups.at(-1)
    const joins = last !== undefined && [...last, node].every((i) => isDenseRow(nodes, i))
      && !last.some((other) => needs(nodes, node, other))
    if (joins) last.push(node)
    else groups.push([node])
  }
  return groups
}

function needs(nodes: readonly Node[], node: number, other: number, seen = new Set<number>()): boolean {
  if (node <= other || seen.has(node)) return node === other
  seen.add(node)
  return operands(nodes[node]!).some((a) => needs(nodes, a, other, seen))
}

function memoized<T>(make: () => T): (key: number) => T {
  const made = new Map<number, T>()
  return (key) => {
    const known = made.get(key) ?? make()
    made.set(key, known)
    return known
  }
}
