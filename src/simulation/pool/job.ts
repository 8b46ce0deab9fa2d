/**
 * What threads share of a run: the results, and an array of whole numbers. All pieces before entry 0 are taken, entry 1
 * is 1 once nobody wants the results any more, entry 2 tells what a piece takes, entry 3 counts those that are taken;
 * entry 4 + k says of piece k whether somebody has taken it, then how it ended.
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
  /** is an answer wanted when there is nothing left to take? */
  readonly answer?: true
}

/** How a piece ended. */
export const ended = { filled: 1, failed: 2 } as const

/** Before that it is open, or somebody has taken it. */
const OPEN = 0
const TAKEN = 3

/** Whole numbers before those of the pieces. */
const HEAD = 4

/** A job that nobody has begun. */
export function openJob(name: string, run: BlockRange, pieces: number, width: number): Job {
  const out = new Float64Array(new SharedArrayBuffer(pieces * width * Float64Array.BYTES_PER_ELEMENT))
  const state = new Int32Array(new SharedArrayBuffer((HEAD + pieces) * Int32Array.BYTES_PER_ELEMENT))
  return { name, run, pieces, width, out, state }
}

type Shared = Pick<Job, 'pieces' | 'state'>

/** Takes the next piece that nobody has taken; null where there is none. */
export function takePiece(job: Shared): number | null {
  if (isClosed(job)) return null
  for (let piece = Atomics.load(job.state, 0); piece < job.pieces; piece++) {
    if (!take(job, piece)) continue
    // another thread may write a smaller number later, which is as true
    Atomics.store(job.state, 0, piece + 1)
    return piece
  }
  return null
}

export interface Pieces {
  readonly from: number
  /** one more than the last */
  readonly to: number
}

/** Which pieces are taken together. */
export interface Taking {
  readonly most: number
  /** so many that are left stay for others */
  readonly spared: number
  /** only among so many that come after those that are all taken */
  readonly within: number
  /** none before this one: what lies between others that are taken is too little */
  readonly first: number
}

/** Takes pieces that follow each other, of which nobody has taken any; null where there are none. */
export function takePieces(job: Shared, { most, spared, within, first }: Taking): Pieces | null {
  if (isClosed(job)) return null
  let from = Atomics.load(job.state, 0)
  const end = Math.min(job.pieces, from + within)
  // looked at in passing: whoever takes one looks again
  for (let left = spared; from < end; from++) {
    if (job.state[HEAD + from] === OPEN && left-- <= 0 && from >= first && take(job, from)) break
  }
  if (from >= end) return null
  let to = from + 1
  while (to < job.pieces && to - from < most && take(job, to)) to++
  return { from, to }
}

/** Pieces that come after those that are all taken. */
export const after = ({ pieces, state }: Shared): number => Math.max(0, pieces - Atomics.load(state, 0))

function take({ state }: Shared, piece: number): boolean {
  const isMine = Atomics.compareExchange(state, HEAD + piece, OPEN, TAKEN) === OPEN
  if (isMine) Atomics.add(state, 3, 1)
  return isMine
}

/** Pieces that nobody has taken. */
export const untaken = (job: Shared): number => (isClosed(job) ? 0 : job.pieces - Atomics.load(job.state, 3))

/** From now on nobody wants the results. */
export const closeJob = ({ state }: Shared): void => void Atomics.store(state, 1, 1)

export const isClosed = ({ state }: Pick<Job, 'state'>): boolean => Atomics.load(state, 1) === 1

/** Says how many milliseconds a piece takes; kept in microseconds, of which it is at least one. */
export const sayCost = ({ state }: Pick<Job, 'state'>, milliseconds: number): void =>
  void Atomics.store(state, 2, Math.min(2 ** 31 - 1, Math.ceil(1000 * milliseconds)))

/** Milliseconds that a piece takes; NaN where nobody knows. */
export const costOf = ({ state }: Pick<Job, 'state'>): number => Atomics.load(state, 2) / 1000 || NaN

export function endPiece(state: Int32Array, piece: number, how: (typeof ended)[keyof typeof ended]): void {
  Atomics.store(state, HEAD + piece, how)
  Atomics.notify(state, HEAD + piece)
}

/** How a piece of a job ended; null while it has not. */
export function stateOf({ state }: Pick<Job, 'state'>, piece: number): (typeof ended)[keyof typeof ended] | null {
  const how = Atomics.load(state, HEAD + piece)
  return how === ended.filled || how === ended.failed ? how : null
}

/** Waits at most so many milliseconds for the end of a piece that is taken. @returns false where it did not come */
export const waitFor = ({ state }: Pick<Job, 'state'>, piece: number, milliseconds: number): boolean =>
  Atomics.wait(state, HEAD + piece, TAKEN, milliseconds) !== 'timed-out'
