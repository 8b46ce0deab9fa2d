/**
 * The code of a program's nodes for a tile of replicas side by side, two per vector: values that the plan keeps live in
 * locals, the rest is computed where it is used.
 */
import type { Node, Program } from '../../process/program.js'
import { operands } from '../checked-program.js'
import type { EvaluationOrder } from '../evaluation-order.js'
import type { Terms } from './dense-run.js'
import type { Code } from './encoding.js'
import { f64x2, i32, repeatWhile, v128 } from './instructions.js'
import type { Layout } from './layout.js'
import { locals } from './module.js'
import type { Local, NewLocal } from './module.js'
import { operation } from './operation.js'
import type { Plan } from './plan.js'

/** What the code of a step refers to. */
export interface Frame extends Arrays {
  /** vectors in a tile */
  readonly width: number
}

/** A program and where the arrays of its block lie. */
export interface Arrays {
  readonly program: Program
  readonly lanes: number
  readonly layout: Layout
}

export interface Tile {
  /** Value of a node for vector q of the tile. */
  readonly value: (node: number, q: number) => Code
  /** Sets the locals of the nodes, in order, that have any. */
  readonly evaluate: (nodes: readonly number[]) => Code
  /** The locals of a node, one per vector. */
  readonly locals: (node: number) => readonly Local[]
  /** One piece of code per vector of the tile. */
  readonly each: <T>(code: (q: number) => T) => readonly T[]
  /** Code before the loop over tiles. */
  readonly prologue: Code
}

/** Where a tile stands: bytes into every array, bytes into the slots of the sample. */
export interface Cursors {
  readonly r: Local
  readonly sample: Local
}

/** How many values of parameters may live in locals through the loop over tiles. */
const mostHoisted = 8

function hoistedValues(frame: Frame, { stages }: EvaluationOrder, local: NewLocal): ReadonlyMap<number, Local> {
  const { nodes } = frame.program
  const computed = stages.flatMap(({ means, perSample, perReplica }) => [...means, ...perSample, ...perReplica])
  const used = new Set(computed.flatMap((i) => operands(nodes[i]!)).filter((a) => nodes[a]!.op === 'parameter'))
  return new Map(used.size > mostHoisted ? [] : [...used].map((a) => [a, local('v128')] as const))
}

/** The tile at the cursors. */
export function tile(frame: Frame, order: EvaluationOrder, { kept, sums }: Plan, { r, sample }: Cursors, local: NewLocal): Tile {
  const { nodes } = frame.program
  const hoisted = hoistedValues(frame, order, local)
  const shared = local('v128')
  const owned = new Map<number, readonly Local[]>()
  const localsOf = (node: number): readonly Local[] => {
    const known = owned.get(node) ?? Array.from({ length: frame.width }, () => local('v128'))
    owned.set(node, known)
    return known
  }
  const each: Tile['each'] = (code) => Array.from({ length: frame.width }, (_, q) => code(q))
  const hasLocals = (node: number): boolean => kept.has(node) || nodes[node]!.op === 'mean'
  const value = (node: number, q: number): Code => {
    if (isFixed(nodes[node]!)) return hoisted.get(node)?.get ?? fixedValue(frame, node)
    return hasLocals(node) ? localsOf(node)[q]!.get : compute(node, q)
  }
  const compute = (i: number, q: number): Code => {
    const node = nodes[i]!
    if (node.op === 'state' || node.op === 'noise' || node.op === 'sample') return leaf(frame, node, r, sample, q)
    if (node.op === 'constant' || node.op === 'parameter' || node.op === 'mean') throw new TypeError(`${node.op} is no operation`)
    return operation(node, operands(node).map((a) => value(a, q)), table(frame), local)
  }
  const addTerm = (sum: readonly Local[], i: number): Code => {
    const node = nodes[i]!
    const [, term] = operands(node) as [number, number]
    const add = node.op === 'add' ? f64x2.add : f64x2.sub
    const factors = hasLocals(term) || nodes[term]!.op !== 'multiply' ? [] : operands(nodes[term]!)
    const common = factors.find((a) => isFixed(nodes[a]!))
    if (common === undefined) return each((q) => sum[q]!.set(add(sum[q]!.get, value(term, q))))
    const factor = (a: number, q: number): Code => (a === common ? shared.get : value(a, q))
    const product = (q: number): Code => f64x2.mul(...factors.map((a) => factor(a, q)))
    return [shared.set(value(common, 0)), each((q) => sum[q]!.set(add(sum[q]!.get, product(q))))]
  }
  const statement = (node: number): Code => {
    const own = localsOf(node)
    const sum = sums.get(node)
    if (sum === undefined) return each((q) => own[q]!.set(compute(node, q)))
    const add = (terms: Terms): Code =>
      terms.kind === 'single' ? addTerm(own, terms.node) : denseLoop(frame, terms, own, terms.first.leaf.op === 'sample' ? sample : r, local)
    return [each((q) => own[q]!.set(value(sum.base, q))), sum.terms.map(add)]
  }
  return { prologue: [...hoisted].map(([node, own]) => own.set(fixedValue(frame, node))), value, locals: localsOf, each, evaluate: (some) => some.filter((i) => kept.has(i)).map(statement) }
}

/** sum += parameter * leaf for every term of the loop, over all vectors of the tile. */
function denseLoop(frame: Frame, { first, count, parameterStep, leafStep }: Loop, sum: readonly Local[], r: Local, local: NewLocal): Code {
  const { parameter, row } = locals(local, 'i32', 'parameter', 'row')
  const shared = local('v128')
  const start = frame.layout.parameters + 8 * first.parameter
  return [
    row.set(r.get),
    parameter.set(i32.constant(start)),
    repeatWhile(
      i32.ne(parameter.tee(i32.add(parameter.get, i32.constant(8 * parameterStep))), i32.constant(start + 8 * parameterStep * count)),
      shared.set(v128.loadSplat(parameter.get)),
      sum.map((own, q) => own.set(f64x2.add(own.get, f64x2.mul(shared.get, leaf(frame, first.leaf, row, row, q))))),
      row.set(i32.add(row.get, i32.constant(8 * frame.lanes * leafStep))),
    ),
  ]
}

type Loop = Extract<Terms, { kind: 'loop' }>

const table = ({ program, layout }: Arrays) => ({ address: layout.parameters, entries: program.parameters })

const isFixed = ({ op }: Node): boolean => op === 'constant' || op === 'parameter'

/** A constant or parameter in both lanes. */
export function fixedValue({ program, layout }: Arrays, i: number): Code {
  const node = program.nodes[i]!
  if (node.op === 'constant') return f64x2.constant(node.value)
  if (node.op !== 'parameter') throw new TypeError(`${node.op} is not fixed`)
  return v128.loadSplat(i32.constant(layout.parameters + 8 * node.index))
}

type Leaf = Extract<Node, { op: 'state' | 'noise' | 'sample' }>

function leaf({ program, lanes, layout }: Arrays, { op, index }: Leaf, r: Local, sample: Local, q: number): Code {
  const row = (array: number, i: number): number => array + 8 * lanes * i + 16 * q
  if (op === 'state') return v128.load(r.get, row(layout.state, index))
  if (op === 'noise') return v128.load(r.get, row(layout.variates, index))
  return v128.load(sample.get, row(layout.variates, program.noise.length + index))
}
