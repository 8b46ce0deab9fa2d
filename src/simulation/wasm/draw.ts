/**
 * Draws the variates of one step in WebAssembly: the fillings of ../variates in their order, then the rows of ../rows.
 */
import type { Program } from '../../process/program.js'
import { rowSlots, runs } from '../variates.js'
import type { RowSlot } from '../variates.js'
import type { Code } from './encoding.js'
import { choose, f64, f64x2, i32, repeatWhile, v128, when } from './instructions.js'
import type { Layout } from './layout.js'
import type { Call, Local, ModuleBuilder, NewLocal } from './module.js'
import type { NoiseCalls } from './noise.js'

/** Adds draw(bytes, live): variates for bytes / 8 replicas, a multiple of four, of which `live` get rows. */
export function defineDraw(
  module: ModuleBuilder, program: Program, lanes: number, layout: Layout, noise: NoiseCalls,
): Call {
  const slotAt = (slot: number): number => layout.variates + 8 * lanes * slot
  const fillings = runs(program).map(({ law, first, slots }) => ({ fill: noise.fill(law), first, slots }))
  const whole = fillings.map(({ fill, first, slots }) =>
    fill(i32.constant(slotAt(first)), i32.constant(slotAt(first + slots))))
  const part = (bytes: Local): Code => fillings.map(({ fill, first, slots }) =>
    Array.from({ length: slots }, (_, k) => {
      const start = i32.constant(slotAt(first + k))
      return fill(start, i32.add(start, bytes.get))
    }))
  const slots = rowSlots(program)
  return module.define(['i32', 'i32'], [], ([bytes, live], local) => [
    choose(i32.eq(bytes!.get, i32.constant(8 * lanes)), whole, part(bytes!)),
    slots.map((slot) => scaleRows(slotAt(slot.slot), slot, bytes!, local)),
    [...layout.permutations].map(([sampler, permutation]) => {
      const batch = slots.filter((slot) => slot.sampler === sampler && slot.place !== null)
      return when(live!.get, swapRows(
        slotAt(batch[0]!.slot), 8 * lanes * program.sample.length, batch.length, permutation, live!, local,
      ))
    }),
  ])
}

function scaleRows(address: number, { size, place }: RowSlot, bytes: Local, local: NewLocal): Code {
  const r = local('i32')
  const first = place ?? 0
  const row = f64x2.floor(f64x2.mul(v128.load(r.get, address), f64x2.constant(size - first)))
  return [
    r.set(i32.constant(0)),
    repeatWhile(
      i32.ltU(r.tee(i32.add(r.get, i32.constant(16))), bytes.get),
      v128.store(r.get, f64x2.add(f64x2.constant(first), row), address),
    ),
  ]
}

/** For every replica and place s of its batch: swaps entries s and chosen of the permutation and takes the former. */
function swapRows(
  address: number, gap: number, batch: number, permutation: number, live: Local, local: NewLocal,
): Code {
  const [r, at, s, chosen] = [local('i32'), local('i32'), local('i32'), local('i32')]
  const row = local('f64')
  return [
    r.set(i32.constant(0)),
    repeatWhile(
      i32.ltU(r.tee(i32.add(r.get, i32.constant(8))), i32.shl(live.get, i32.constant(3))),
      at.set(r.get),
      s.set(i32.constant(0)),
      repeatWhile(
        i32.ltU(s.tee(i32.add(s.get, i32.constant(8))), i32.constant(8 * batch)),
        chosen.set(i32.shl(i32.truncate(f64.load(at.get, address)), i32.constant(3))),
        row.set(f64.load(chosen.get, permutation)),
        f64.store(chosen.get, f64.load(s.get, permutation), permutation),
        f64.store(s.get, row.get, permutation),
        f64.store(at.get, row.get, address),
        at.set(i32.add(at.get, i32.constant(gap))),
      ),
    ),
  ]
}
