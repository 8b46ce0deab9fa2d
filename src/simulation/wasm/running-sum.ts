/**
 * A running sum over a tile: the first term, then one term after the other in its place, each parameter loaded once for
 * all vectors of the tile. Long rows of products are loops: the compiler of the host moves the loads of straight code
 * to its front, and would keep them all on the stack.
 */
import { operands } from '../checked-program.js'
import type { Loop, Terms } from './dense-run.js'
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

/** A sum and the locals that hold it, one per vector of the tile. */
export interface OwnSum extends RunningSum {
  readonly own: readonly Local[]
}

/** Sets the locals of sums that do not need each other; rows of one matrix share the loads of their leaves. */
export function runningSums(around: Surroundings, sums: readonly OwnSum[]): Code {
  const most = Math.max(...sums.map(({ terms }) => terms.length))
  return [
    sums.map(({ base, own }) => own.map((sum, q) => sum.set(around.value(base, q)))),
    Array.from({ length: most }, (_, k) => termsAt(around, sums.filter(({ terms }) => k < terms.length), k)),
  ]
}

/** Adds the k-th terms of all sums. */
function termsAt(around: Surroundings, sums: readonly OwnSum[], k: number): Code {
  const loops = sums.map(({ terms }) => terms[k]!).filter((term) => term.kind === 'loop')
  if (loops.length < sums.length || loops.some((loop) => !areParallel(loop, loops[0]!))) {
    return sums.map(({ terms, own }) => addTerms(around, terms[k]!, own))
  }
  const count = Math.min(...loops.map((loop) => loop.count))
  const rows = sums.map(({ own }, i) => ({ loop: loops[i]!, own }))
  return [
    denseLoop(around, rows, count),
    rows.filter(({ loop }) => loop.count > count)
      .map(({ loop, own }) => denseLoop(around, [{ loop: after(loop, count), own }], loop.count - count)),
  ]
}

const addTerms = (around: Surroundings, term: Terms, own: readonly Local[]): Code =>
  (term.kind === 'loop' ? denseLoop(around, [{ loop: term, own }], term.count) : addTerm(around, term.node, own))

/** Do two loops walk through the same leaves, and through their parameters in equal steps? */
const areParallel = (a: Loop, b: Loop): boolean =>
  a.first.leaf.op === b.first.leaf.op && a.first.leaf.index === b.first.leaf.index
  && a.leafStep === b.leafStep && a.parameterStep === b.parameterStep

const after = ({ first, parameterStep, leafStep, ...rest }: Loop, count: number): Loop => ({
  ...rest, parameterStep, leafStep,
  first: {
    parameter: first.parameter + count * parameterStep,
    leaf: { ...first.leaf, index: first.leaf.index + count * leafStep },
  },
})

interface Row {
  readonly loop: Loop
  readonly own: readonly Local[]
}

/** sum += parameter * leaf for the first `count` terms of parallel loops. */
function denseLoop({ frame, cursors, local }: Surroundings, rows: readonly Row[], count: number): Code {
  const { first, parameterStep, leafStep } = rows[0]!.loop
  const { parameter, row } = locals(local, 'i32', 'parameter', 'row')
  const leaf = local('v128')
  const shared = rows.map(() => local('v128'))
  const start = frame.layout.parameters + 8 * first.parameter
  const offset = ({ loop }: Row): number => 8 * (loop.first.parameter - first.parameter)
  const lowest = Math.min(0, ...rows.map(offset))
  return [
    row.set(leafCursor(cursors, first.leaf).get),
    parameter.set(i32.constant(start + lowest)),
    repeatWhile(
      i32.ne(
        parameter.tee(i32.add(parameter.get, i32.constant(8 * parameterStep))),
        i32.constant(start + lowest + 8 * parameterStep * count),
      ),
      rows.map((one, i) => shared[i]!.set(v128.loadSplat(parameter.get, offset(one) - lowest))),
      rows[0]!.own.map((_, q) => [
        leaf.set(leafValue(frame, first.leaf, row, q)),
        rows.map(({ own }, i) => own[q]!.set(f64x2.add(own[q]!.get, f64x2.mul(shared[i]!.get, leaf.get)))),
      ]),
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
