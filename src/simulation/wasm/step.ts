/**
 * One step of a program as a WebAssembly function of the number of replicas: a loop over tiles, and in it the stages of
 * the evaluation order, each with one loop over the batch for its means.
 */
import { evaluationOrder } from '../evaluation-order.js'
import type { Stage } from '../evaluation-order.js'
import type { Code } from './encoding.js'
import { f64x2, i32, repeatWhile, v128 } from './instructions.js'
import type { Call, Local, ModuleBuilder, NewLocal } from './module.js'
import { plan } from './plan.js'
import type { Plan } from './plan.js'
import { tile } from './tile.js'
import type { Arrays, Frame, Tile } from './tile.js'

/** What a step does with its tile besides moving the state. */
export interface Extra {
  /** nodes it needs */
  readonly roots: readonly number[]
  /** code run before the state is overwritten, `r` bytes into the arrays */
  readonly use: (tile: Tile, r: Local, local: NewLocal) => Code
}

/** Adds step(bytes): one step of at least the first bytes / 8 replicas; the lanes are a multiple of eight. */
export function defineStep(module: ModuleBuilder, base: Arrays, extra: Extra): Call {
  const { program } = base
  const roots = [...program.next, ...extra.roots]
  const order = evaluationOrder(program, roots)
  const planned = plan(program, order, roots)
  const frame: Frame = { ...base, width: hasLoops(planned) ? 4 : 2 }
  return module.define(['i32'], [], ([bytes], local) => {
    const r = local('i32')
    const sample = local('i32')
    const values = tile(frame, planned, r, sample, local)
    return [
      repeatWhile(
        i32.ltU(r.tee(i32.add(r.get, i32.constant(16 * frame.width))), bytes!.get),
        order.stages.map((stage) => [batch(frame, stage, values, r, sample, local), values.evaluate(stage.perReplica)]),
        extra.use(values, r, local),
        moveState(frame, values, r, local),
      ),
    ]
  })
}

/** Loops over terms pay for their counting with wider tiles; straight code would run out of registers. */
const hasLoops = ({ sums }: Plan): boolean =>
  [...sums.values()].some(({ terms }) => terms.some(({ kind }) => kind === 'loop'))

function batch(frame: Frame, stage: Stage, values: Tile, r: Local, sample: Local, local: NewLocal): Code {
  if (stage.means.length === 0) return []
  const { program, lanes } = frame
  const left = local('i32')
  const input = (mean: number, q: number): Code => {
    const node = program.nodes[mean]!
    return 'a' in node ? values.value(node.a, q) : []
  }
  const everyMean = (value: (mean: number, q: number, sum: Local) => Code): Code =>
    stage.means.map((mean) => values.each((q) => {
      const sum = values.locals(mean)[q]!
      return sum.set(value(mean, q, sum))
    }))
  return [
    everyMean(() => f64x2.constant(0)),
    sample.set(r.get),
    left.set(i32.constant(program.batch)),
    repeatWhile(
      left.tee(i32.sub(left.get, i32.constant(1))),
      values.evaluate(stage.perSample),
      everyMean((mean, q, sum) => f64x2.add(sum.get, input(mean, q))),
      sample.set(i32.add(sample.get, i32.constant(8 * lanes * program.sample.length))),
    ),
    everyMean((_, __, sum) => f64x2.div(sum.get, f64x2.constant(program.batch))),
  ]
}

/** All new states are known before the first is stored: they may still read the old ones. */
function moveState({ program, lanes, layout }: Frame, values: Tile, r: Local, local: NewLocal): Code {
  const fresh = program.next.map(() => [0, 1, 2, 3].map(() => local('v128')))
  return [
    program.next.map((node, i) => values.each((q) => fresh[i]![q]!.set(values.value(node, q)))),
    program.next.map((_, i) =>
      values.each((q) => v128.store(r.get, fresh[i]![q]!.get, layout.state + 8 * lanes * i + 16 * q))),
  ]
}
