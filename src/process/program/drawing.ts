/** The place where laws put their draws together: variates become slots of the program, parameters its leaves. */
import { parseFormula } from '../../symbolic/parse.js'
import { namesIn } from '../../symbolic/expression.js'
import { mapValue } from '../../symbolic/value.js'
import type { Drawing } from '../laws/law.js'
import type { Sampler } from '../program.js'
import type { Builder } from './builder.js'

/** Draws of one kind: once per step, or once per sample. */
export function drawing(builder: Builder, op: 'noise' | 'sample'): Drawing {
  const { graph, table, slots } = builder
  const rows = new Map<string, number>()
  const variate = (sampler: Sampler): number => graph.leaf({ op, index: slots[op].push(sampler) - 1 })
  return {
    ring: graph.ring,
    dimension: builder.dimension,
    variate,
    row: (size, replacement) => {
      const key = `${size} ${replacement}`
      if (!rows.has(key)) rows.set(key, variate({ kind: 'row', size, replacement }))
      return rows.get(key)!
    },
    derived: (text, derive = (x) => x.map((row) => [...row])) => {
      const e = parseFormula(text)
      const isConstant = [...namesIn(e)].every((name) => name === 'I' || name === 'D')
      if (!isConstant) return builder.parameters(e, derive)
      const value = table.exemplar(e)
      const entries = derive(value.entries)
      return mapValue(value, (_, i, j) => graph.constant(entries[i]![j]!))
    },
    gathered: (text, column, row) => {
      const data = table.places(parseFormula(text), columnwise)
      const count = data.entries.length
      return graph.leaf({ op: 'gather', base: data.entries[0]![0]! + column * count, a: row })
    },
    rowsOf: (text) => table.exemplar(parseFormula(text)).entries.length,
    isPositive: (node) => isPositive(graph, node),
  }
}

/** 1 where the node is positive, else 0. */
export function isPositive(graph: Builder['graph'], node: number): number {
  const steep = graph.ring.mul(node, graph.constant(1e300))
  return graph.min(graph.constant(1), graph.max(graph.constant(0), steep))
}

/** A data set column after column, in the shape of the original. */
function columnwise(rows: readonly (readonly number[])[]): number[][] {
  const flat = rows[0]!.flatMap((_, j) => rows.map((row) => row[j]!))
  const width = rows[0]!.length
  return rows.map((_, i) => flat.slice(i * width, (i + 1) * width))
}
