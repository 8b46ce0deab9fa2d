/**
 * A run over blocks of replicas: every block is a pure function of its number and fills places of its own in one array,
 * so who runs it, and when, shows in no bit of the result. Where other threads help, they take blocks of the same run.
 */
import type { BlockRange } from './trajectories.js'

export interface BlockTask {
  /** kind of run, by which another thread knows what to do */
  readonly name: string
  readonly run: BlockRange
  /** entries of the result */
  readonly length: number
  /** Writes what belongs to block 0 .. run.blocks - 1; @throws StatementError where the run is ill-stated */
  fill(block: number, out: Float64Array): void
}

/** Performs a task together with other threads; null where nobody helps. */
export type Crew = (task: BlockTask) => Float64Array | null

let crew: Crew | null = null

/** From now on this thread runs its blocks with a crew; null: alone, as at first. */
export const workWith = (others: Crew | null): void => { crew = others }

/** The result of all blocks. */
export const allBlocks = (task: BlockTask): Float64Array => crew?.(task) ?? alone(task)

function alone({ length, run, fill }: BlockTask): Float64Array {
  const out = new Float64Array(length)
  for (let block = 0; block < run.blocks; block++) fill(block, out)
  return out
}
