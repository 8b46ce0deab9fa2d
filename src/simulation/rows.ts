/**
 * Rows of a data set from uniforms. With replacement the row is floor(u N). Without, sample s of the batch swaps entry
 * s of a permutation of the N rows with entry s + floor(u (N - s)) and takes it (Durstenfeld, CACM 7(7), 1964):
 * whatever permutation one starts from, the batch is uniform, so the block keeps one permutation and never resets it.
 */
import type { Program } from '../process/program.js'
import { rowSlots } from './variates.js'
import type { RowSlot } from './variates.js'

export interface Rows {
  /** Forgets past swaps; a block starts from the identity. */
  readonly reset: () => void
  /** Turns the uniforms of `count` replicas into rows, in place. */
  readonly resolve: (variates: Float64Array, count: number) => void
}

/** The rows of a program's data sets. */
export function rows(program: Program, lanes: number): Rows {
  const slots = rowSlots(program)
  const drawn = slots.filter(({ place }) => place !== null)
  const samplers = [...new Set(drawn.map(({ sampler }) => sampler))]
  const batches = samplers.map((sampler) => drawn.filter((slot) => slot.sampler === sampler))
  const permutations = batches.map(([first]) => new Float64Array(first!.size))
  return {
    reset: () => permutations.forEach((permutation) => permutation.forEach((_, i) => (permutation[i] = i))),
    resolve(variates, count) {
      for (const { slot, size, place } of slots) scale(variates, slot * lanes, count, size, place ?? 0)
      batches.forEach((batch, i) => swap(variates, lanes, count, batch, permutations[i]!))
    },
  }
}

function scale(variates: Float64Array, at: number, count: number, size: number, place: number): void {
  for (let k = at; k < at + count; k++) variates[k] = place + Math.floor(variates[k]! * (size - place))
}

function swap(
  variates: Float64Array, lanes: number, count: number, batch: readonly RowSlot[], permutation: Float64Array,
): void {
  for (let r = 0; r < count; r++) {
    for (let s = 0; s < batch.length; s++) {
      const at = batch[s]!.slot * lanes + r
      const chosen = variates[at]!
      const row = permutation[chosen]!
      permutation[chosen] = permutation[s]!
      permutation[s] = row
      variates[at] = row
    }
  }
}
