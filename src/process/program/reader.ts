/** Reads formulas of a process as nodes of a program. */
import { refuse } from '../../symbolic/errors.js'
import { evaluate, integerOf, type Calls } from '../../symbolic/evaluate.js'
import type { Expression } from '../../symbolic/expression.js'
import { print } from '../../symbolic/print.js'
import { identityValue, mapValue, scalarValue, type Value } from '../../symbolic/value.js'
import type { Builder } from './builder.js'
import { hoist } from './hoist.js'

export type Nodes = ReadonlyMap<string, Value<number>>
/** Names in `scope` are nodes; all other names are parameters. */
export type Reader = (e: Expression, scope: Nodes) => Value<number>

/** A reader; `before` is the state before the step, for prev(). */
export function nodeReader(build: Builder, before: Nodes): Reader {
  const { graph, dimension } = build
  const constants: Nodes = new Map([
    ['I', identityValue(dimension, graph.ring)],
    ['D', scalarValue(graph.constant(dimension))],
  ])
  return (e, scope) => {
    const { formula, parts } = hoist(e, (name) => !scope.has(name) && build.table.has(name))
    const fixed = new Map([...parts].map(([name, part]) => [name, build.parameters(part)]))
    const all = new Map([...constants, ...scope, ...fixed])
    const calls: Calls<number> = new Map([
      ['mean', ([x]) => mapValue(evaluate(x!, all, graph.ring, calls), (a) => meanNode(build, a))],
      ['prev', ([x, age], where) => {
        if (age && integerOf(age) !== 1) {
          refuse('LAG', `a simulation remembers one step: "${print(where)}" reaches further`)
        }
        return evaluate(x!, new Map([...constants, ...before, ...fixed]), graph.ring)
      }],
    ] satisfies [string, (operands: readonly Expression[], where: Expression) => Value<number>][])
    return evaluate(formula, all, graph.ring, calls)
  }
}

const meanNode = ({ graph, isSampled }: Builder, a: number): number =>
  (isSampled(a) ? graph.leaf({ op: 'mean', a }) : a)
