/**
 * Who has which draw of a theorem: one whole number for each, in memory that the verifying thread shares with the
 * thread that speaks for it. The verifying thread takes draws from the front, others from the back.
 */
export type DrawBoard = Int32Array

const free = 0, kept = 1, ours = 2, theirs = 3, decided = 4

/** A board of draws 0 .. count - 1 that nobody has; those before `first` are not to be had. */
export function openBoard(first: number, count: number): DrawBoard {
  return new Int32Array(new SharedArrayBuffer(count * Int32Array.BYTES_PER_ELEMENT)).fill(kept, 0, first)
}

const change = (board: DrawBoard, draw: number, from: number, to: number): boolean =>
  Atomics.compareExchange(board, draw, from, to) === from

/** The first draw that nobody has, for the verifying thread; null where there is none. */
export function takeFirst(board: DrawBoard): number | null {
  for (let draw = 0; draw < board.length; draw++) if (change(board, draw, free, ours)) return draw
  return null
}

/** The last draw that nobody has, for somebody else; null where there is none. */
export function takeLast(board: DrawBoard): number | null {
  for (let draw = board.length - 1; draw >= 0; draw--) if (change(board, draw, free, theirs)) return draw
  return null
}

/** Ends what somebody else had: decided, or free again. */
export const endTheirs = (board: DrawBoard, draw: number, isDecided: boolean): void =>
  void change(board, draw, theirs, isDecided ? decided : free)

/** Has somebody else this draw? */
export const isOut = (board: DrawBoard, draw: number): boolean => Atomics.load(board, draw) === theirs

/** Is there a draw that nobody has? */
export const areFree = (board: DrawBoard): boolean => board.some((_, draw) => Atomics.load(board, draw) === free)
