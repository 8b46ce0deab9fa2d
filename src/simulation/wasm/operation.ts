/** The code of one node on two replicas, from the code of its operands. */
import type { Binary, Node, Unary } from '../../process/program.js'
import { exponential, hyperbolicTangent, logarithm } from './elementary.js'
import type { Code } from './encoding.js'
import { f64, f64x2, i32, select } from './instructions.js'
import type { Local, NewLocal } from './module.js'

/** Nodes that compute from other nodes within a step. */
export type Computed = Extract<Node, { op: Binary | Unary | 'gather' }>

/** Where parameters lie, and how many there are. */
export interface Table {
  readonly address: number
  readonly entries: number
}

/** Value of a node whose operands have the code given. */
export function operation(node: Computed, operands: readonly Code[], table: Table, local: NewLocal): Code {
  if (node.op === 'gather') return gather(node.base, operands[0]!, table, local)
  if (node.op in functions) {
    const x = local('v128')
    return [x.set(operands[0]!), functions[node.op as keyof typeof functions](x, local)]
  }
  return instructions[node.op as keyof typeof instructions](...operands)
}

const functions = { exp: exponential, log: logarithm, tanh: hyperbolicTangent } as const

const instructions = {
  add: f64x2.add, subtract: f64x2.sub, multiply: f64x2.mul, divide: f64x2.div, min: f64x2.min, max: f64x2.max,
  negate: f64x2.neg, sqrt: f64x2.sqrt, abs: f64x2.abs,
} as const

/** parameters[base + trunc(x)] lane by lane; the NaN behind the last parameter where that is out of range. */
function gather(base: number, x: Code, table: Table, local: NewLocal): Code {
  const rows = local('v128')
  const left = local('f64')
  const entry = (lane: number): Code => [
    left.set(f64x2.lane(rows.get, lane)),
    f64.load(i32.shl(i32.truncate(safeRow(left, base, table.entries)), i32.constant(3)), table.address),
  ]
  return [rows.set(x), f64x2.replace(f64x2.splat(entry(0)), 1, entry(1))]
}

function safeRow(x: Local, base: number, entries: number): Code {
  const inside = i32.and(f64.gt(x.get, f64.constant(-base - 1)), f64.lt(x.get, f64.constant(entries - base)))
  // the sum is exact: row and base are far below 2^53, and truncation of a positive sum is that of the row
  return select(f64.add(f64.trunc(x.get), f64.constant(base)), f64.constant(entries), inside)
}
