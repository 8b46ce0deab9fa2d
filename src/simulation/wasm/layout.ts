/** Addresses of a machine's arrays in its memory, in bytes: stream and ziggurat tables first, then one block of replicas. */
import type { Program } from '../../process/program.js'
import { rowSlots, slotCount } from '../variates.js'
import { tablesEnd } from './ziggurat.js'

export interface Layout {
  /** parameters, then a NaN that stands for every row out of range */
  readonly parameters: number
  /** node of parameters alone -> address of its value */
  readonly fixed: ReadonlyMap<number, number>
  readonly state: number
  readonly variates: number
  readonly observed: number
  readonly leaving: number
  readonly candidates: number
  /** sampler without replacement -> its permutation */
  readonly permutations: ReadonlyMap<number, number>
  readonly end: number
}

/** Lays out the arrays, each on a cache line of its own. */
export function memoryLayout(program: Program, lanes: number, fixed: readonly number[]): Layout {
  let end = tablesEnd
  const place = (doubles: number): number => {
    const address = Math.ceil(end / 64) * 64
    end = address + 8 * doubles
    return address
  }
  const parameters = place(program.parameters + 1)
  const values = place(fixed.length)
  const state = place(program.states * lanes)
  const variates = place(slotCount(program) * lanes)
  const observed = place(program.observables.length * lanes)
  const leaving = place(lanes)
  const candidates = place(lanes)
  const permutations = new Map<number, number>()
  for (const { place: inBatch, sampler, size } of rowSlots(program)) {
    if (inBatch === 0) permutations.set(sampler, place(size))
  }
  return {
    parameters, state, variates, observed, leaving, candidates, permutations, end,
    fixed: new Map(fixed.map((node, i) => {
      const { op, ...rest } = program.nodes[node]!
      return [node, op === 'parameter' && 'index' in rest ? parameters + 8 * rest.index : values + 8 * i]
    })),
  }
}
