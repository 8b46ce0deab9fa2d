/**
 * Values of parameters alone, taken out of the steps: the parameter table is continued by a NaN, which stands for every
 * row out of range, and by one entry per such value, and the step reads it there like a parameter.
 */
import type { Node, Program } from '../../process/program.js'
import { evaluationOrder } from '../evaluation-order.js'

export interface FixedTable {
  /** the program with every value of parameters alone a parameter; `parameters` still counts the given ones */
  readonly program: Program
  /** nodes of the original program and their entries in the table, in order of evaluation */
  readonly fixed: readonly { readonly node: number; readonly entry: number }[]
  /** entries of the table */
  readonly entries: number
}

export function fixedTable(program: Program): FixedTable {
  const { nodes, next, observables, exit, parameters } = program
  const roots = exit === undefined ? [...next, ...observables] : [...next, ...observables, exit]
  const computed = evaluationOrder(program, roots).fixed.filter((i) => 'a' in nodes[i]!)
  const fixed = computed.map((node, k) => ({ node, entry: parameters + 1 + k }))
  const entryOf = new Map(fixed.map(({ node, entry }) => [node, entry]))
  const replaced = nodes.map((node, i): Node => {
    const entry = entryOf.get(i)
    return entry === undefined ? node : { op: 'parameter', index: entry }
  })
  return { program: { ...program, nodes: replaced }, fixed, entries: parameters + 1 + fixed.length }
}
