/**
 * A running sum over a tile: the first term, then one term after the other in its place, each parameter loaded once for
 * all vectors of the tile. Long rows of products are loops: the compiler of the host moves the loads of straight code
 * to its front, and would keep them all on the stack.
 */
import { operands } from '../checked-program.js'
import type { Loop } from './dense-run.js'
import type { Code } from './encoding.js'
import { f64x2, i32, repeatWhile, v128 } from './instructions.js'
import { isFixed, leafCursor, leafValue } from './leaves.js'
import type { Cursors, Frame } from './leaves.js'
import { locals } from './module.js'
import type { Local, NewLocal } from './module.js'
import type { RunningSum } from './plan.js'

/** What the sums of a tile refer to. */
export interface Surroundings {
  readonly frame: Frame
  readonly cursors: Cursors
  readonly local: NewLocal
  /** value of a node for vector q */
  readonly value: (node: number, q: number) => Code
  readonly hasLocals: (node: number) => boolean
}

/** Sets the locals that hold a sum, one per vector of the tile. */
export function runningSum(around: Surroundings, { base, terms }: RunningSum, own: readonly Local[]): Code {
  return [
    own.map((sum, q) => sum.set(around.value(base, q))),
    terms.map((term) => (term.kind === 'loop' ? denseLoop(around, term, own) : addTerm(around, term.node, own))),
  ]
}

/** sum += parameter * leaf for every term of the loop. */
function denseLoop({ frame, cursors, local }: Surroundings, loop: Loop, own: readonly Local[]): Code {
  const { first, count, parameterStep, leafStep } = loop
  const { parameter, row } = locals(local, 'i32', 'parameter', 'row')
  const shared = local('v128')
  const start = frame.layout.parameters + 8 * first.parameter
  const product = (q: number): Code => f64x2.mul(shared.get, leafValue(frame, first.leaf, row, q))
  return [
    row.set(leafCursor(cursors, first.leaf).get),
    parameter.set(i32.constant(start)),
    repeatWhile(
      i32.ne(
        parameter.tee(i32.add(parameter.get, i32.constant(8 * parameterStep))),
        i32.constant(start + 8 * parameterStep * count),
      ),
      shared.set(v128.loadSplat(parameter.get)),
      own.map((sum, q) => sum.set(f64x2.add(sum.get, product(q)))),
      row.set(i32.add(row.get, i32.constant(8 * frame.lanes * leafStep))),
    ),
  ]
}

function addTerm({ frame, local, value, hasLocals }: Surroundings, i: number, own: readonly Local[]): Code {
  const { nodes } = frame.program
  const node = nodes[i]!
  const term = operands(node)[1]!
  const add = node.op === 'add' ? f64x2.add : f64x2.sub
  const factors = hasLocals(term) || nodes[term]!.op !== 'multiply' ? [] : operands(nodes[term]!)
  const common = factors.find((a) => isFixed(nodes[a]!))
  if (common === undefined) return own.map((sum, q) => sum.set(add(sum.get, value(term, q))))
  const shared = local('v128')
  const factor = (a: number, q: number): Code => (a === common ? shared.get : value(a, q))
  const product = (q: number): Code => f64x2.mul(...factors.map((a) => factor(a, q)))
  return [shared.set(value(common, 0)), own.map((sum, q) => sum.set(add(sum.get, product(q))))]
}
