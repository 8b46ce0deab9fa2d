/** The functions of a machine as one WebAssembly module: variates, steps, and the loops over steps. */
import type { Program } from '../../process/program.js'
import { operands } from '../checked-program.js'
import { leastChance } from '../machine.js'
import { defineDraw } from './draw.js'
import type { Code } from './encoding.js'
import { fixedTable } from './fixed-table.js'
import type { FixedTable } from './fixed-table.js'
import { copyBytes, f64, f64x2, i32, i64x2, repeatWhile, repeatWhileFirst, v128, when } from './instructions.js'
import { depth, historyOf } from './history.js'
import type { History } from './history.js'
import { memoryLayout } from './layout.js'
import type { Layout } from './layout.js'
import { locals, moduleBuilder } from './module.js'
import type { Call, ModuleBuilder } from './module.js'
import { defineNoise } from './noise.js'
import { operation } from './operation.js'
import type { Computed } from './operation.js'
import { defineStep, defineTotals } from './step.js'
import type { Delivery } from './step.js'
import type { Arrays } from './leaves.js'

export interface Kernel {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly layout: Layout
}

/** Compiles a checked program for a number of lanes, a multiple of eight. */
export function kernel(given: Program, lanes: number): Kernel {
  const { program, fixed, entries } = fixedTable(given)
  const history = historyOf(program)
  const layout = memoryLayout(program, lanes, entries, history === null ? 0 : depth * history.rows)
  const arrays: Arrays = { program, lanes, layout }
  const module = moduleBuilder()
  const noise = defineNoise(module)
  const draw = defineDraw(module, program, lanes, layout, noise)
  const advance = defineAdvance(module, lanes, draw, defineStep(module, arrays, []))
  module.expose('advance', advance)
  const several = history && puttingBy(module, arrays, history, advance)
  const accumulating = defineStep(module, arrays, adding(arrays))
  const one: Code = wholeBlock(draw, accumulating, lanes)
  module.expose('accumulate', defineAccumulate(module, advance, one, several))
  if (program.exit !== undefined) {
    const step = defineStep(module, arrays, departing(arrays, program.exit))
    module.expose('depart', defineDepart(module, arrays, draw, step))
  }
  module.expose('prepare', definePrepare(module, given, layout, fixed))
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
function defineAccumulate(module: ModuleBuilder, advance: Call, one: Code, several: Call | null): Call {
  return module.define(['i32', 'i32'], [], ([count, thin]) => [
    several === null ? [] : count!.set(several(count!.get, thin!.get)),
    when(count!.get, repeatWhile(
      count!.tee(i32.sub(count!.get, i32.constant(1))),
      advance(i32.sub(thin!.get, i32.constant(1))),
      one,
    )),
  ])
}

/** several(count, thin): records floor(count / depth) times `depth` steps at once; returns how many are left */
function puttingBy(module: ModuleBuilder, arrays: Arrays, history: History, advance: Call): Call {
  const { lanes, layout } = arrays
  const add = defineTotals(module, history.parts.map(({ program, sums }) => ({
    arrays: { program, lanes, layout: { ...layout, variates: layout.history } },
    totals: sums.map(({ observable, node }) => ({
      node,
      begin: (r, q) => v128.load(r.get, observedAt(arrays, observable, q)),
      store: (r, value, q) => v128.store(r.get, value, observedAt(arrays, observable, q)),
    })),
  })))
  const bytes = 8 * lanes * history.rows
  return module.define(['i32', 'i32'], ['i32'], ([count, thin], local) => {
    const at = local('i32')
    const putBy = copyBytes(at.get, i32.constant(layout.state + 8 * lanes * history.first), i32.constant(bytes))
    return [
      repeatWhileFirst(
        i32.ltU(i32.constant(depth - 1), count!.get),
        at.set(i32.constant(layout.history)),
        repeatWhile(
          i32.ltU(at.tee(i32.add(at.get, i32.constant(bytes))), i32.constant(layout.history + depth * bytes)),
          advance(thin!.get),
          putBy,
        ),
        add(i32.constant(8 * lanes)),
        count!.set(i32.sub(count!.get, i32.constant(depth))),
      ),
      count!.get,
    ]
  })
}

/** depart(live), which returns the number of candidates it listed */
function defineDepart(module: ModuleBuilder, { layout }: Arrays, draw: Call, step: Call): Call {
  return module.define(['i32'], ['i32'], ([live], local) => {
    const { bytes, found, r } = locals(local, 'i32', 'bytes', 'found', 'r')
    const stays = (offset: number): Code =>
      f64x2.lt(v128.load(r.get, layout.leaving + offset), f64x2.constant(leastChance))
    const laneNumber = (lane: number): Code => i32.add(i32.shrU(r.get, i32.constant(3)), i32.constant(lane))
    const list = (lane: number): Code => when(
      i32.and(
        i32.ltU(laneNumber(lane), live!.get),
        i32.eqz(f64.lt(f64.load(r.get, layout.leaving + 8 * lane), f64.constant(leastChance))),
      ),
      i32.store(i32.shl(found.get, i32.constant(2)), laneNumber(lane), layout.candidates),
      found.set(i32.add(found.get, i32.constant(1))),
    )
    return [
      bytes.set(i32.shl(i32.and(i32.add(live!.get, i32.constant(3)), i32.constant(-4)), i32.constant(3))),
      draw(bytes.get, live!.get),
      step(bytes.get),
      repeatWhile(
        i32.ltU(r.tee(i32.add(r.get, i32.constant(32))), bytes.get),
        when(i32.eqz(i64x2.allTrue(v128.and(stays(0), stays(16)))), [0, 1, 2, 3].map(list)),
      ),
      found.get,
    ]
  })
}

const observedAt = ({ lanes, layout }: Arrays, o: number, q: number): number => layout.observed + 8 * lanes * o + 16 * q

const adding = (arrays: Arrays): readonly Delivery[] =>
  arrays.program.observables.map((node, o) => ({
    node,
    store(r, value, q) {
      const at = observedAt(arrays, o, q)
      return v128.store(r.get, f64x2.add(v128.load(r.get, at), value), at)
    },
  }))

const departing = (arrays: Arrays, exit: number): readonly Delivery[] => [
  ...arrays.program.observables.map((node, o): Delivery => ({
    node, store: (r, value, q) => v128.store(r.get, value, observedAt(arrays, o, q)),
  })),
  { node: exit, store: (r, value, q) => v128.store(r.get, value, arrays.layout.leaving + 16 * q) },
]

/** prepare(): evaluates what depends on parameters alone, each value into its entry of the table */
function definePrepare(
  module: ModuleBuilder, { nodes, parameters }: Program, layout: Layout, fixed: FixedTable['fixed'],
): Call {
  const address = layout.parameters
  const table = { address, entries: parameters }
  const entryOf = new Map(fixed.map(({ node, entry }) => [node, entry]))
  const value = (i: number): Code => {
    const node = nodes[i]!
    if (node.op === 'constant') return f64x2.constant(node.value)
    const entry = node.op === 'parameter' ? node.index : entryOf.get(i)!
    return v128.loadSplat(i32.constant(address + 8 * entry))
  }
  return module.define([], [], (_, local) =>
    fixed.map(({ node: i, entry }) => {
      const result = operation(nodes[i] as Computed, operands(nodes[i]!).map(value), table, local)
      return f64.store(i32.constant(address + 8 * entry), f64x2.lane(result, 0))
    }))
}
