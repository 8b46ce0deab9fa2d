/**
 * A recurrence as a straight-line program for simulation: the lines executed over the ring of graph nodes.
 * It shares the text with the exact moments and nothing else: it never takes an expectation.
 */
import { refuse } from '../../symbolic/errors.js'
import type { Environment } from '../../symbolic/evaluate.js'
import type { Expression } from '../../symbolic/expression.js'
import { parseFormula } from '../../symbolic/parse.js'
import { mapValue, scalarOf } from '../../symbolic/value.js'
import type { Inline } from '../lines.js'
import type { Program } from '../program.js'
import type { Recurrence } from '../text.js'
import { builder, type Builder } from './builder.js'
import { crossingNode, type Ends } from './crossing.js'
import { consecutivePlaces, statePlaces, type Layout } from './layout.js'
import { parameterTable, type ParameterTable } from './parameters.js'
import { nodeReader, type Nodes, type Reader } from './reader.js'
import { runLines } from './run-lines.js'

export interface ProgramOptions {
  readonly dimension: number
  /** an exemplary point: it gives the shapes of the parameters, the batch size and the sizes of data sets */
  readonly values: Environment<number>
  /** formulas in the state after the step, prev(state) and local definitions, recorded after each step */
  readonly observables?: readonly Expression[]
  readonly inline?: Inline
}

export interface CompiledProcess {
  readonly program: Program
  readonly layout: Layout
  /** the parameter array at any point with the same shapes, batch size and data sizes */
  parametersOf(values: Environment<number>): Float64Array
}

/** Compiles a recurrence; `ends` stop a path. @throws StatementError with the line that is to blame */
export function recurrenceProgram(process: Recurrence, options: ProgramOptions, ends?: Ends): CompiledProcess {
  const table = parameterTable(options.values, options.dimension)
  const build = builder(table, options.dimension)
  const states = statePlaces(process, options.dimension)
  const leaf = (index: number): number => build.graph.leaf({ op: 'state', index })
  const before: Nodes = new Map([...states].map(([name, v]) => [name, mapValue(v, leaf)]))
  const read = nodeReader(build, before)
  const after = runLines(process, build, before, read, options.inline)
  const seen = (options.observables ?? []).map((e) => read(options.inline?.(e) ?? e, after))
  const exit = ends && exitNode(ends, build, read, before, after)
  const next = [...states.keys()].flatMap((name) => after.get(name)!.entries.flat())
  const batch = batchOf(process, table)
  return {
    layout: { states, observables: consecutivePlaces(seen) },
    program: {
      nodes: build.graph.nodes,
      parameters: table.size(),
      states: next.length,
      next,
      ...build.slots,
      batch,
      observables: seen.flatMap((v) => v.entries.flat()),
      ...(exit === undefined ? {} : { exit }),
    },
    parametersOf: (values) => table.arrayAt(values),
  }
}

/** The number of samples, 0 where the text has no batch. */
function batchOf({ batch }: Recurrence, table: ParameterTable): number {
  if (!batch) return 0
  const size = scalarOf(table.fixed(parseFormula(batch.size)))
  return Number.isInteger(size) && size > 0 ? size : refuse('BATCH', `a batch of ${size} samples cannot be simulated`)
}

function exitNode(ends: Ends, build: Builder, read: Reader, before: Nodes, after: Nodes): number {
  const node = (e: Expression, scope: Nodes): number => scalarOf(read(e, scope))
  return crossingNode(
    build, node(ends.of, before), node(ends.of, after),
    ends.variance ? node(ends.variance, before) : null, {
      ...(ends.below ? { below: node(ends.below, before) } : {}),
      ...(ends.above ? { above: node(ends.above, before) } : {}),
    },
  )
}
