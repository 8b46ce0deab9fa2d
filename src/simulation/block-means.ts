/** The mean of each observable over each block of replicas: what crosses threads is one number for 64. */
import { allBlocks, pieceOf, type BlockTask } from './blocks.js'
import { blocksPerPiece, groupedBlocks } from './grouped-blocks.js'
import { replicasPerBlock, type Recorded, type Trajectories } from './trajectories.js'

/** Means over blocks of what `averages` records; a replica here is a block. @throws StatementError BAD_RUN */
export function blockMeans(run: Trajectories): Recorded {
  const [observables, { blocks }] = [run.program.observables.length, run]
  const task = averagingBlocks(run)
  const results = allBlocks(task)
  const values = new Float64Array(observables * blocks)
  let nonFinite = 0
  for (let piece = 0; piece < task.pieces; piece++) {
    const result = pieceOf(results, piece, task.width)
    for (let o = 0; o < observables; o++) {
      values.set(pieceOf(result, o, blocksPerPiece), o * blocks + piece * blocksPerPiece)
    }
    nonFinite += result.at(-1)!
  }
  return { replicas: blocks, values, nonFinite }
}

/** The pieces of `blockMeans`: the means of each observable, then the number of replicas that are not finite. */
export function averagingBlocks(run: Trajectories): BlockTask {
  const observables = run.program.observables.length
  return groupedBlocks(run, {
    name: 'means', entries: observables * blocksPerPiece,
    put(means, observed, k) {
      for (let o = 0; o < observables; o++) means[o * blocksPerPiece + k] = mean(observed, o * replicasPerBlock)
    },
  })
}

function mean(values: Float64Array, from: number): number {
  let sum = 0
  for (let r = 0; r < replicasPerBlock; r++) sum += values[from + r]!
  return sum / replicasPerBlock
}
