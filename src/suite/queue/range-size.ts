/**
 * How many pieces one job is: work of so many milliseconds that the queue costs little of it, and less towards the end,
 * half of what each of all takers would have left, so that nobody waits long for the last one.
 */
export interface Supply {
  /** pieces that nobody has taken */
  readonly left: number
  /** milliseconds that a piece takes */
  readonly cost: number
  /** bytes of its result */
  readonly bytes: number
  /** lanes that are idle */
  readonly idle: number
}

/** Milliseconds of work: larger jobs make deep runs wait, smaller ones keep Redis busy (docs/many-machines.md). */
const MOST = 300
const LEAST = 20
const MOST_BYTES = 2 ** 22

/** Pieces of the next job; 0 where what is left is done sooner than asked for. */
export function rangeSize({ left, cost, bytes, idle }: Supply): number {
  const share = left * cost / (2 * (idle + 1))
  if (!(share >= LEAST)) return 0
  return Math.max(1, Math.floor(Math.min(Math.min(MOST, share) / cost, MOST_BYTES / bytes)))
}
