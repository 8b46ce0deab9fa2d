/** Addresses of a machine's arrays in its memory, in bytes: stream and ziggurat tables first, then a block's arrays. */
import type { Program } from '../../process/program.js'
import { rowSlots, slotCount } from '../variates.js'
import { tablesEnd } from './ziggurat.js'

export interface Layout {
  /** the table of parameters, continued as fixed-table says */
  readonly parameters: number
  readonly state: number
  readonly variates: number
  readonly observed: number
  readonly leaving: number
  readonly candidates: number
  /** sampler without replacement -> its permutation */
  readonly permutations: ReadonlyMap<number, number>
  /** states put by for records of several steps */
  readonly history: number
  readonly end: number
}

/** Lays out the arrays, each on a cache line of its own: so many entries of parameters, so many states put by. */
export function memoryLayout(program: Program, lanes: number, entries: number, putBy: number): Layout {
  let end = tablesEnd
  const place = (doubles: number): number => {
    const address = Math.ceil(end / 64) * 64
    end = address + 8 * doubles
    return address
  }
  const parameters = place(entries)
  const state = place(program.states * lanes)
  const variates = place(slotCount(program) * lanes)
  const observed = place(program.observables.length * lanes)
  const leaving = place(lanes)
  const candidates = place(lanes)
  const history = place(putBy * lanes)
  const permutations = new Map<number, number>()
  for (const { place: inBatch, sampler, size } of rowSlots(program)) {
    if (inBatch === 0) permutations.set(sampler, place(size))
  }
  return { parameters, state, variates, observed, leaving, candidates, permutations, history, end }
}
