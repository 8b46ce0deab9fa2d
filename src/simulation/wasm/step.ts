/**
 * One step of a program as a WebAssembly function of the number of replicas: for each pass a loop over tiles of
 * replicas, and in it the stages of the evaluation order, each with one loop over the batch for its means.
 */
import { evaluationOrder } from '../evaluation-order.js'
import type { EvaluationOrder, Stage } from '../evaluation-order.js'
import type { Code } from './encoding.js'
import { f64x2, i32, repeatWhile, v128 } from './instructions.js'
import type { Arrays, Cursors, Frame } from './leaves.js'
import type { Call, Local, ModuleBuilder, NewLocal } from './module.js'
import { passes } from './passes.js'
import type { Root } from './passes.js'
import { plan } from './plan.js'
import type { Plan } from './plan.js'
import { tile } from './tile.js'
import type { Tile } from './tile.js'

/** A value of a step and the code that puts it away, `r` bytes into the arrays. */
export interface Delivery {
  readonly node: number
  readonly store: (r: Local, value: Code, q: number) => Code
}

/** Adds step(bytes): one step of at least the first bytes / 8 replicas; the lanes are a multiple of eight. */
export function defineStep(module: ModuleBuilder, arrays: Arrays, extra: readonly Delivery[]): Call {
  const { program, layout, lanes } = arrays
  const states = program.next.map((node, state) => ({
    node,
    state,
    store: (r: Local, value: Code, q: number) => v128.store(r.get, value, layout.state + 8 * lanes * state + 16 * q),
  }))
  const roots: readonly Wanted[] = [...states, ...extra.map((delivery) => ({ ...delivery, state: null }))]
  const parts = passes(program.nodes, roots)
  return module.define(['i32'], [], ([bytes], local) =>
    parts.map((pass) => loop({ ...arrays, program: { ...program, nodes: pass.nodes } }, pass.roots, bytes!, local)))
}

/** A sum over a batch, begun where `begin` says and not divided. */
export interface Total extends Delivery {
  readonly begin: (r: Local, q: number) => Code
}

/** Adds totals(bytes): for each part of sums over a batch a loop over at least the first bytes / 8 replicas. */
export function defineTotals(
  module: ModuleBuilder, parts: readonly { readonly arrays: Arrays; readonly totals: readonly Total[] }[],
): Call {
  return module.define(['i32'], [], ([bytes], local) =>
    parts.map(({ arrays, totals }) =>
      loop(arrays, totals.map((total) => ({ ...total, state: null })), bytes!, local)))
}

type Wanted = (Delivery | Total) & Root

function loop(arrays: Arrays, wanted: readonly Wanted[], bytes: Local, local: NewLocal): Code {
  const roots = wanted.map(({ node }) => node)
  const order = evaluationOrder(arrays.program, roots)
  const planned = plan(arrays.program, order, roots)
  const frame: Frame = { ...arrays, width: widthOf(planned, order) }
  const totals = new Map(wanted.flatMap((one) => ('begin' in one ? [[one.node, one]] : [])))
  const r = local('i32')
  const sample = local('i32')
  const values = tile(frame, order, planned, { r, sample }, local)
  return [
    values.prologue,
    r.set(i32.constant(0)),
    repeatWhile(
      i32.ltU(r.tee(i32.add(r.get, i32.constant(16 * frame.width))), bytes.get),
      order.stages.map((stage) => [
        batch(frame, stage, values, { r, sample }, totals, local), values.evaluate(stage.perReplica),
      ]),
      deliver(wanted, values, r, local),
    ),
  ]
}

/** Loops over terms pay for their counting with wider tiles; a batch keeps its sums in registers with narrow ones. */
function widthOf({ sums }: Plan, { stages }: EvaluationOrder): number {
  if ([...sums.values()].some(({ terms }) => terms.some(({ kind }) => kind === 'loop'))) return 4
  return stages.some(({ means }) => means.length > 0) ? 1 : 2
}

function batch(
  frame: Frame, stage: Stage, values: Tile, { r, sample }: Cursors, totals: ReadonlyMap<number, Total>, local: NewLocal,
): Code {
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
    everyMean((mean, q) => totals.get(mean)?.begin(r, q) ?? f64x2.constant(0)),
    sample.set(r.get),
    left.set(i32.constant(program.batch)),
    repeatWhile(
      left.tee(i32.sub(left.get, i32.constant(1))),
      values.evaluate(stage.perSample),
      everyMean((mean, q, sum) => f64x2.add(sum.get, input(mean, q))),
      sample.set(i32.add(sample.get, i32.constant(8 * lanes * program.sample.length))),
    ),
    everyMean((mean, _, sum) => (totals.has(mean) ? sum.get : f64x2.div(sum.get, f64x2.constant(program.batch)))),
  ]
}

/** All values are known before the first new state is stored: they may still read the old ones. */
function deliver(wanted: readonly Wanted[], values: Tile, r: Local, local: NewLocal): Code {
  const records = wanted.filter(({ state }) => state === null)
  const states = wanted.filter(({ state }) => state !== null)
  const fresh = states.map(({ node }) => values.each((q) => {
    const own = local('v128')
    return { own, set: own.set(values.value(node, q)) }
  }))
  return [
    records.map(({ node, store }) => values.each((q) => store(r, values.value(node, q), q))),
    fresh.map((vectors) => vectors.map(({ set }) => set)),
    states.map(({ store }, i) => values.each((q) => store(r, fresh[i]![q]!.own.get, q))),
  ]
}
