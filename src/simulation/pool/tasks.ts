/** Kinds of runs that may cross to another thread or machine, by name. */
import { averagingBlocks } from '../block-means.js'
import type { BlockTask } from '../blocks.js'
import { summing } from '../outer-products.js'
import { passing, type Passages } from '../passages.js'
import { averaging, type BlockRange, type Trajectories } from '../trajectories.js'

const tasks: Readonly<Record<string, (run: never) => BlockTask>> = {
  averages: (run: Trajectories) => averaging(run),
  sums: (run: Trajectories) => summing(run),
  means: (run: Trajectories) => averagingBlocks(run),
  passages: (run: Passages) => passing(run),
}

/** The task of a kind; throws where there is no such kind, and a StatementError where the run is ill-stated. */
export function taskOf(name: string, run: BlockRange): BlockTask {
  if (!Object.hasOwn(tasks, name)) throw new Error(`"${name}" is no kind of run; both sides need the same version`)
  return tasks[name]!(run as never)
}

/** Pieces from .. to - 1 of a run, as a run of its own. */
export function partOf(run: BlockRange, pieces: number, { from, to }: { from: number; to: number }): BlockRange {
  const each = run.blocks / pieces
  return { ...run, firstBlock: run.firstBlock + from * each, blocks: (to - from) * each }
}
