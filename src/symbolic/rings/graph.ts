/**
 * Scalar formulas as a hash-consed graph: equal expressions are one node, constants are folded, and 0 and 1 disappear.
 * Nodes refer to earlier nodes only. Leaves are the caller's own.
 */
import { refuse } from '../errors.js'
import { print } from '../print.js'
import type { Ring } from '../ring.js'

export type GraphBinary = 'add' | 'subtract' | 'multiply' | 'divide' | 'min' | 'max'
export type GraphUnary = 'negate' | 'sqrt' | 'exp' | 'log' | 'abs' | 'tanh'
type Operation =
  | { readonly op: 'constant'; readonly value: number }
  | { readonly op: GraphBinary; readonly a: number; readonly b: number }
  | { readonly op: GraphUnary; readonly a: number }

export interface Graph<Leaf> {
  readonly nodes: readonly (Operation | Leaf)[]
  /** arithmetic on node numbers */
  readonly ring: Ring<number>
  leaf(leaf: Leaf): number
  constant(value: number): number
  min(a: number, b: number): number
  max(a: number, b: number): number
}

/** An empty graph. */
export function graph<Leaf extends { readonly op: string }>(): Graph<Leaf> {
  const nodes: (Operation | Leaf)[] = []
  const known = new Map<string, number>()
  const make = (node: Operation | Leaf): number => {
    const key = Object.values(node).map((x) => (Object.is(x, -0) ? '-0' : `${x}`)).join(' ')
    if (!known.has(key)) known.set(key, nodes.push(node) - 1)
    return known.get(key)!
  }
  const constant = (value: number): number => make({ op: 'constant', value })
  const valueOf = (id: number): number | null => {
    const node = nodes[id] as Operation
    return node.op === 'constant' ? node.value : null
  }
  const binary = (op: GraphBinary) => (a: number, b: number): number => {
    const [x, y] = [valueOf(a), valueOf(b)]
    if (x !== null && y !== null) return constant(folded[op](x, y))
    return simpler(op, a, b, x, y, constant) ?? make({ op, ...(commutes.has(op) && a > b ? { a: b, b: a } : { a, b }) })
  }
  const unary = (op: GraphUnary) => (a: number): number => {
    const x = valueOf(a)
    return x === null ? make({ op, a }) : constant(functions[op](x))
  }
  const ring = ringOf(constant, valueOf, binary, unary)
  return { nodes, leaf: make, constant, ring, min: binary('min'), max: binary('max') }
}

const folded: Readonly<Record<GraphBinary, (x: number, y: number) => number>> = {
  add: (x, y) => x + y, subtract: (x, y) => x - y, multiply: (x, y) => x * y, divide: (x, y) => x / y,
  min: Math.min, max: Math.max,
}
const functions: Readonly<Record<GraphUnary, (x: number) => number>> = {
  negate: (x) => -x, sqrt: Math.sqrt, exp: Math.exp, log: Math.log, abs: Math.abs, tanh: Math.tanh,
}
const commutes: ReadonlySet<GraphBinary> = new Set(['add', 'multiply', 'min', 'max'])

/** The node that a rule on 0, 1 or equal operands gives, or null. */
function simpler(
  op: GraphBinary, a: number, b: number, x: number | null, y: number | null, constant: (value: number) => number,
): number | null {
  switch (op) {
    case 'add': return x === 0 ? b : y === 0 ? a : null
    case 'subtract': return y === 0 ? a : a === b ? constant(0) : null
    case 'multiply': return x === 0 || y === 0 ? constant(0) : x === 1 ? b : y === 1 ? a : null
    case 'divide': return y === 1 ? a : x === 0 ? constant(0) : null
    default: return a === b ? a : null
  }
}

type Make<Op> = (op: Op) => (...operands: [number, number]) => number

function ringOf(
  constant: (value: number) => number, valueOf: (id: number) => number | null,
  binary: Make<GraphBinary>, unary: (op: GraphUnary) => (a: number) => number,
): Ring<number> {
  const [add, sub, mul, div] = [binary('add'), binary('subtract'), binary('multiply'), binary('divide')]
  const neg = unary('negate')
  return {
    name: 'graph',
    zero: constant(0),
    one: constant(1),
    fraction: (n, d) => constant(Number(n) / Number(d)),
    add, mul, div, neg,
    sub: (a, b) => (valueOf(a) === 0 ? neg(b) : sub(a, b)),
    isZero: (a) => valueOf(a) === 0,
    apply: (name, [a], where) => (Object.hasOwn(functions, name) && name !== 'negate'
      ? unary(name as GraphUnary)(a!)
      : refuse('NO_KERNEL', `${name}() cannot be simulated, in "${print(where)}"`)),
    power: (a, b) => (valueOf(b) === 0.5 ? unary('sqrt')(a) : unary('exp')(mul(b, unary('log')(a)))),
  }
}
