/** The mean of each observable over each block of replicas: what crosses threads is one number for 64. */
import { allBlocks, pieceOf, type BlockTask } from './blocks.js'
import {
  averagedBlocks, countNonFinite, isFiniteAsCounted, replicasPerBlock, type Recorded, type Trajectories,
} from './trajectories.js'
import { refuse } from '../symbolic/errors.js'

/** Blocks of a piece. */
const GROUP = 16

/** Means over blocks of what `averages` records; a replica here is a block. @throws StatementError BAD_RUN */
export function blockMeans(run: Trajectories): Recorded {
  const [observables, { blocks }] = [run.program.observables.length, run]
  const task = averagingBlocks(run)
  const results = allBlocks(task)
  const values = new Float64Array(observables * blocks)
  let nonFinite = 0
  for (let piece = 0; piece < task.pieces; piece++) {
    const result = pieceOf(results, piece, task.width)
    for (let o = 0; o < observables; o++) values.set(pieceOf(result, o, GROUP), o * blocks + piece * GROUP)
    nonFinite += result.at(-1)!
  }
  return { replicas: blocks, values, nonFinite }
}

/** The pieces of `blockMeans`: the means of each observable, then the number of replicas that are not finite. */
export function averagingBlocks(run: Trajectories): BlockTask {
  const observables = run.program.observables.length
  if (run.blocks % GROUP !== 0) refuse('BAD_RUN', `cannot average ${run.blocks} blocks: give a multiple of ${GROUP}`)
  const averaged = averagedBlocks(run)
  const width = observables * GROUP + 1
  return {
    name: 'means', run, pieces: run.blocks / GROUP, width,
    fill(piece, out) {
      // a late hand may write once more: whole results, so nobody sees half of one
      const means = new Float64Array(width)
      for (let k = 0; k < GROUP; k++) {
        const machine = averaged(piece * GROUP + k)
        for (let o = 0; o < observables; o++) means[o * GROUP + k] = mean(machine.observed, o * replicasPerBlock)
        means[width - 1]! += countNonFinite(machine)
      }
      out.set(means)
    },
    isPlausible: (result) => isFiniteAsCounted(result, GROUP * replicasPerBlock),
  }
}

function mean(values: Float64Array, from: number): number {
  let sum = 0
  for (let r = 0; r < replicasPerBlock; r++) sum += values[from + r]!
  return sum / replicasPerBlock
}
