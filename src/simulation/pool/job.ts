/**
 * What threads share of a run: the result, and an array of whole numbers. Entry 0 counts the blocks that somebody has
 * taken; entry 1 + b is 0 while block b is open, then how it ended.
 */
import type { Program } from '../../process/program.js'
import type { Start } from '../start.js'
import type { BlockRange } from '../trajectories.js'

export interface Job {
  readonly name: string
  readonly run: BlockRange
  readonly out: Float64Array
  readonly state: Int32Array
}

/** A job as it crosses: program and start only where they differ from those of the message before. */
export interface JobMessage extends Omit<Job, 'run'> {
  readonly run: Omit<BlockRange, 'program' | 'start'>
  readonly program?: Program
  readonly start?: Start
}

/** How a block ended. */
export const ended = { filled: 1, failed: 2 } as const

/** A job that nobody has begun. */
export function openJob(name: string, run: BlockRange, length: number): Job {
  const out = new Float64Array(new SharedArrayBuffer(length * Float64Array.BYTES_PER_ELEMENT))
  const state = new Int32Array(new SharedArrayBuffer((1 + run.blocks) * Int32Array.BYTES_PER_ELEMENT))
  return { name, run, out, state }
}

/** The next block that nobody has taken; null where there is none. */
export function takeBlock(
  { run, state }: { readonly run: { readonly blocks: number }; readonly state: Int32Array },
): number | null {
  const block = Atomics.add(state, 0, 1)
  return block < run.blocks ? block : null
}

/** Leaves nothing to take. */
export const closeJob = ({ run, state }: Job): void => void Atomics.store(state, 0, run.blocks)

export function endBlock(state: Int32Array, block: number, how: (typeof ended)[keyof typeof ended]): void {
  Atomics.store(state, 1 + block, how)
  Atomics.notify(state, 1 + block)
}
