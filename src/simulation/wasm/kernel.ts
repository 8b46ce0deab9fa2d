/** The functions of a machine as one WebAssembly module: variates, steps, and the loops over steps. */
import type { Program } from '../../process/program.js'
import { evaluationOrder } from '../evaluation-order.js'
import { leastChance } from '../machine.js'
import { defineDraw } from './draw.js'
import type { Code } from './encoding.js'
import { f64, f64x2, i32, i64x2, repeatWhile, v128, when } from './instructions.js'
import { memoryLayout } from './layout.js'
import type { Layout } from './layout.js'
import { moduleBuilder } from './module.js'
import type { Call, Local, ModuleBuilder } from './module.js'
import { defineNoise } from './noise.js'
import { operation } from './operation.js'
import { defineStep } from './step.js'
import type { Extra } from './step.js'
import { fixedValue } from './tile.js'
import type { Frame } from './tile.js'

export interface Kernel {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly layout: Layout
}

/** Vectors of two replicas that a step treats together. */
const width = 2

/** Compiles a checked program for a number of lanes, a multiple of four. */
export function kernel(program: Program, lanes: number): Kernel {
  const { observables, exit, next } = program
  const roots = exit === undefined ? [...next, ...observables] : [...next, ...observables, exit]
  const { fixed } = evaluationOrder(program, roots)
  const layout = memoryLayout(program, lanes, fixed)
  const frame: Frame = { program, lanes, layout, width }
  const module = moduleBuilder()
  const noise = defineNoise(module)
  const draw = defineDraw(module, program, lanes, layout, noise)
  const advance = defineAdvance(module, lanes, draw, defineStep(module, frame, { roots: [], use: () => [] }))
  module.expose('advance', advance)
  module.expose('accumulate', defineAccumulate(module, lanes, draw, advance, defineStep(module, frame, adding(frame))))
  module.expose('depart', defineDepart(module, frame, draw, defineStep(module, frame, departing(frame))))
  module.expose('prepare', definePrepare(module, frame, fixed))
  module.expose('uniform', noise.uniform)
  return { bytes: module.bytes(layout.end), layout }
}

const wholeBlock = (draw: Call, step: Call, lanes: number): Code => [
  draw(i32.constant(8 * lanes), i32.constant(lanes)),
  step(i32.constant(8 * lanes)),
]

/** advance(steps) */
function defineAdvance(module: ModuleBuilder, lanes: number, draw: Call, step: Call): Call {
  return module.define(['i32'], [], ([steps]) =>
    when(
      steps!.get,
      repeatWhile(steps!.tee(i32.sub(steps!.get, i32.constant(1))), wholeBlock(draw, step, lanes)),
    ))
}

/** accumulate(count, thin) */
function defineAccumulate(module: ModuleBuilder, lanes: number, draw: Call, advance: Call, step: Call): Call {
  return module.define(['i32', 'i32'], [], ([count, thin]) =>
    repeatWhile(
      count!.tee(i32.sub(count!.get, i32.constant(1))),
      advance(i32.sub(thin!.get, i32.constant(1))),
      wholeBlock(draw, step, lanes),
    ))
}

/** depart(live), which returns the number of candidates it listed */
function defineDepart(module: ModuleBuilder, { layout }: Frame, draw: Call, step: Call): Call {
  return module.define(['i32'], ['i32'], ([live], local) => {
    const bytes = local('i32')
    const found = local('i32')
    const r = local('i32')
    const certain = f64x2.lt(v128.load(r.get, layout.leaving), f64x2.constant(leastChance))
    const list = when(
      i32.eqz(f64.lt(f64.load(i32.shl(r.get, i32.constant(3)), layout.leaving), f64.constant(leastChance))),
      i32.store(i32.shl(found.get, i32.constant(2)), r.get, layout.candidates),
      found.set(i32.add(found.get, i32.constant(1))),
    )
    void certain
    void i64x2
    return [
      bytes.set(i32.shl(i32.and(i32.add(live!.get, i32.constant(3)), i32.constant(-4)), i32.constant(3))),
      draw(bytes.get, live!.get),
      step(bytes.get),
      repeatWhile(i32.ltU(r.tee(i32.add(r.get, i32.constant(1))), live!.get), list),
      found.get,
    ]
  })
}

const observedAt = ({ lanes, layout }: Frame, o: number, q: number): number => layout.observed + 8 * lanes * o + 16 * q

function adding(frame: Frame): Extra {
  const { observables } = frame.program
  return {
    roots: observables,
    use: (tile, r) =>
      observables.map((node, o) => tile.each((q) => {
        const at = observedAt(frame, o, q)
        return v128.store(r.get, f64x2.add(v128.load(r.get, at), tile.value(node, q)), at)
      })),
  }
}

function departing(frame: Frame): Extra {
  const { observables, exit } = frame.program
  const chance = exit === undefined ? [] : [exit]
  const write = (r: Local, value: Code, at: number): Code => v128.store(r.get, value, at)
  return {
    roots: [...observables, ...chance],
    use: (tile, r) => [
      observables.map((node, o) => tile.each((q) => write(r, tile.value(node, q), observedAt(frame, o, q)))),
      chance.map((node) => tile.each((q) => write(r, tile.value(node, q), frame.layout.leaving + 16 * q))),
    ],
  }
}

/** prepare(): evaluates the nodes of parameters alone */
function definePrepare(module: ModuleBuilder, frame: Frame, fixed: readonly number[]): Call {
  const { program, layout } = frame
  const table = { address: layout.parameters, entries: program.parameters }
  return module.define([], [], (_, local) =>
    fixed.map((i) => {
      const node = program.nodes[i]!
      if (!('a' in node) || node.op === 'mean') return []
      const given = 'b' in node ? [node.a, node.b] : [node.a]
      const value = operation(node, given.map((a) => fixedValue(frame, a)), table, local)
      return f64.store(i32.constant(layout.fixed.get(i)!), f64x2.lane(value, 0))
    }))
}
