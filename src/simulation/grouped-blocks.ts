/**
 * Pieces of sixteen blocks whose averages are put together where they ran, so that only what a check needs of them
 * crosses: each piece has its entries, then the number of replicas that are not finite.
 */
import { refuse } from '../symbolic/errors.js'
import type { BlockTask } from './blocks.js'
import {
  averagedBlocks, countNonFinite, isFiniteAsCounted, replicasPerBlock, type Trajectories,
} from './trajectories.js'

/** Blocks of a piece; part of the meaning of a seed, as sums over a piece are rounded. */
export const blocksPerPiece = 16

export interface Grouping {
  /** kind of run, by which another thread knows what to do */
  readonly name: string
  /** numbers that stand for a piece */
  readonly entries: number
  /** Puts the averages of block k of the piece, entry [observable * replicasPerBlock + r], among its entries. */
  put(entries: Float64Array, observed: Float64Array, k: number): void
}

/** The task of a grouping. @throws StatementError BAD_RUN for blocks that are no multiple of `blocksPerPiece` */
export function groupedBlocks(run: Trajectories, { name, entries, put }: Grouping): BlockTask {
  if (run.blocks % blocksPerPiece !== 0) {
    refuse('BAD_RUN', `cannot group ${run.blocks} blocks: give a multiple of ${blocksPerPiece}`)
  }
  const averaged = averagedBlocks(run)
  const width = entries + 1
  return {
    name, run, pieces: run.blocks / blocksPerPiece, width,
    fill(piece, out) {
      // a late hand may write once more: whole results, so nobody sees half of one
      const result = new Float64Array(width)
      for (let k = 0; k < blocksPerPiece; k++) {
        const machine = averaged(piece * blocksPerPiece + k)
        put(result, machine.observed, k)
        result[entries]! += countNonFinite(machine)
      }
      out.set(result)
    },
    isPlausible: (result) => isFiniteAsCounted(result, blocksPerPiece * replicasPerBlock),
  }
}
