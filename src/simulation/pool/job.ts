/**
 * What threads share of a run: the results, and an array of whole numbers. Entry 0 counts the pieces that somebody has
 * taken, entry 1 is 1 once nobody wants the results any more; entry 2 + k is 0 while piece k is open, then how it
 * ended.
 */
import type { Program } from '../../process/program.js'
import type { Start } from '../start.js'
import type { BlockRange } from '../trajectories.js'

export interface Job {
  readonly name: string
  readonly run: BlockRange
  readonly pieces: number
  /** entries of the result of a piece */
  readonly width: number
  /** results, piece after piece */
  readonly out: Float64Array
  readonly state: Int32Array
}

/** A job as it crosses: program and start only where they differ from those of the message before. */
export interface JobMessage extends Omit<Job, 'run'> {
  readonly run: Omit<BlockRange, 'program' | 'start'>
  readonly program?: Program
  readonly start?: Start
  /** milliseconds that a piece takes, as far as that is known */
  readonly cost?: number
  /** is an answer wanted when there is nothing left to take? */
  readonly answer?: true
}

/** How a piece ended. */
export const ended = { filled: 1, failed: 2 } as const

/** Whole numbers before those of the pieces. */
export const HEAD = 2

/** A job that nobody has begun. */
export function openJob(name: string, run: BlockRange, pieces: number, width: number): Job {
  const out = new Float64Array(new SharedArrayBuffer(pieces * width * Float64Array.BYTES_PER_ELEMENT))
  const state = new Int32Array(new SharedArrayBuffer((HEAD + pieces) * Int32Array.BYTES_PER_ELEMENT))
  return { name, run, pieces, width, out, state }
}

type Shared = Pick<Job, 'pieces' | 'state'>

/** The next piece that nobody has taken; null where there is none. */
export const takePiece = (job: Shared): number | null => takePieces(job, 1)?.from ?? null

/** The next pieces from .. to - 1 that nobody has taken, at most so many; null where there is none. */
export function takePieces({ pieces, state }: Shared, most: number): { from: number; to: number } | null {
  if (untaken({ pieces, state }) === 0) return null
  const from = Atomics.add(state, 0, most)
  return from < pieces ? { from, to: Math.min(pieces, from + most) } : null
}

/** Pieces that nobody has taken. */
export const untaken = ({ pieces, state }: Shared): number =>
  (isClosed({ state }) ? 0 : Math.max(0, pieces - Atomics.load(state, 0)))

/** From now on nobody wants the results. */
export const closeJob = ({ state }: Shared): void => void Atomics.store(state, 1, 1)

export const isClosed = ({ state }: Pick<Job, 'state'>): boolean => Atomics.load(state, 1) === 1

export function endPiece(state: Int32Array, piece: number, how: (typeof ended)[keyof typeof ended]): void {
  Atomics.store(state, HEAD + piece, how)
  Atomics.notify(state, HEAD + piece)
}

/** How a piece of a job ended; 0 while it has not. */
export const stateOf = ({ state }: Shared, piece: number): number => Atomics.load(state, HEAD + piece)
