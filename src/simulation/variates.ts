/**
 * Where the variates of one step lie and in which order they are drawn: first the noise slots, then the slots of sample
 * 0, of sample 1, ... of the batch; slot k of replica r is entry [k * lanes + r]. Kernels differ in how they read the
 * slots, never in how the stream is spent.
 */
import type { Program, Sampler } from '../process/program.js'
import type { Law } from './noise.js'

/** Slots with one law, drawn one after the other. */
export interface Run {
  readonly law: Law
  readonly first: number
  readonly slots: number
}

/** A slot of uniforms that become rows of a data set. */
export interface RowSlot {
  readonly slot: number
  readonly size: number
  /** place in a batch without replacement: the slot then holds swaps until resolved; null with replacement */
  readonly place: number | null
  /** which sampler of the batch it belongs to */
  readonly sampler: number
}

/** Slots of one step. */
export function slotCount(program: Program): number {
  return program.noise.length + program.batch * program.sample.length
}

/** Slot of sampler `index` in sample s of the batch. */
export function sampleSlot(program: Program, s: number, index: number): number {
  return program.noise.length + s * program.sample.length + index
}

/** The fillings of one step, neighbours of the same law joined. */
export function runs(program: Program): readonly Run[] {
  const joined: Run[] = []
  samplers(program).forEach((sampler, slot) => {
    const law: Law = sampler.kind === 'row' ? { kind: 'uniform' } : sampler
    const last = joined.at(-1)
    if (last !== undefined && sameLaw(last.law, law)) joined[joined.length - 1] = { ...last, slots: last.slots + 1 }
    else joined.push({ law, first: slot, slots: 1 })
  })
  return joined
}

/** The slots that hold rows, in order. */
export function rowSlots(program: Program): readonly RowSlot[] {
  const outside = program.noise.length
  return samplers(program).flatMap((sampler, slot) => {
    if (sampler.kind !== 'row') return []
    const inBatch = slot >= outside
    const place = inBatch && !sampler.replacement ? Math.floor((slot - outside) / program.sample.length) : null
    return [{ slot, size: sampler.size, place, sampler: inBatch ? (slot - outside) % program.sample.length : slot }]
  })
}

function samplers(program: Program): readonly Sampler[] {
  const batches = Array.from({ length: program.batch }, () => program.sample)
  return [...program.noise, ...batches.flat()]
}

function sameLaw(a: Law, b: Law): boolean {
  return a.kind === b.kind && (a.kind !== 'chiSquare' || (b.kind === 'chiSquare' && a.degrees === b.degrees))
}
