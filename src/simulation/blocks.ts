/**
 * A run over blocks of replicas, cut into pieces: every piece is a pure function of the blocks it is made of and has a
 * place of its own in one array, so who runs it, and when, shows in no bit of the result. Where other threads help,
 * they take pieces of the same run, and of runs that are likely to follow.
 */
import type { BlockRange } from './trajectories.js'

export interface BlockTask {
  /** kind of run, by which another thread knows what to do */
  readonly name: string
  readonly run: BlockRange
  /** what one thread takes at a time: run.blocks / pieces blocks */
  readonly pieces: number
  /** entries of the result of a piece */
  readonly width: number
  /** Writes the `width` entries of piece 0 .. pieces - 1; @throws StatementError where the run is ill-stated */
  fill(piece: number, out: Float64Array): void
  /** Could this be the result of a piece? Asked of what comes from another process. */
  isPlausible(result: Float64Array): boolean
}

export interface Crew {
  /** The results of all pieces, one after the other; null where nobody helps. */
  perform(task: BlockTask): Float64Array | null
  /** How many runs are likely to follow the next one; null: nobody knows, and what was begun for them is dropped. */
  expect(runs: (() => number) | null): void
}

let crew: Crew | null = null

/** From now on this thread runs its blocks with a crew; null: alone, as at first. */
export const workWith = (others: Crew | null): void => { crew = others }

/**
 * How many runs are likely to follow the next one, each the next blocks of the one before: others may begin with them.
 * Asked for only where there are others. null, as at first: nobody knows, and what was begun is dropped.
 */
export const expectRuns = (runs: (() => number) | null): void => crew?.expect(runs)

/** The results of all pieces, one after the other. */
export const allBlocks = (task: BlockTask): Float64Array => crew?.perform(task) ?? alone(task)

function alone({ pieces, width, fill }: BlockTask): Float64Array {
  const out = new Float64Array(pieces * width)
  for (let piece = 0; piece < pieces; piece++) fill(piece, pieceOf(out, piece, width))
  return out
}

/** The place of a piece in the results. */
export const pieceOf = (out: Float64Array, piece: number, width: number): Float64Array =>
  out.subarray(piece * width, (piece + 1) * width)

/** Is this a count of at most so many? */
export const isCount = (x: number | undefined, most: number): boolean =>
  Number.isInteger(x) && x! >= 0 && x! <= most
