/**
 * How much of a draw is given to idle lanes at a time: little against the time that the draw takes, since what they
 * have in hand when it is decided is in vain; and nothing of draws that are over before it pays.
 */
export interface Supply {
  /** milliseconds of work that is forecast and that nobody has taken */
  readonly left: number
  /** milliseconds since the draw began */
  readonly elapsed: number
  /** lanes that are idle */
  readonly idle: number
  /** has any of the draw been given away? */
  readonly begun: boolean
}

export interface Ranges {
  /** lanes that are worth asking; at least 1 */
  readonly lanes: number
  /** of work for one of them at a time */
  readonly milliseconds: number
}

/** Milliseconds of work: larger jobs make deep runs wait, smaller ones keep Redis busy (docs/many-machines.md). */
const MOST = 300
const LEAST = 20
/** Milliseconds from one job of all lanes to the next: three times what Redis needs for one. */
const APART = 1
/** Part of the time of the draw. */
const PART = 1 / 20
/** Smallest ranges that each lane would have of its own, to begin with: it makes a kernel first. */
const WORTH = 8

/** Null where what is left is done sooner than asked for. */
export function rangesOf({ left, elapsed, idle, begun }: Supply): Ranges | null {
  if (idle < 1 || !(left >= LEAST * (begun ? WORTH / 2 : WORTH))) return null
  const worth = Math.min(left / (LEAST * WORTH), Math.sqrt(left / (APART * WORTH)))
  const lanes = Math.min(idle, Math.max(1, Math.floor(worth)))
  const share = left / (lanes + 1)
  const least = Math.max(LEAST, APART * lanes)
  // towards the end half of what each would have left, so that nobody waits long for the last one
  return { lanes, milliseconds: Math.min(MOST, share / 2, Math.max(least, PART * (elapsed + share))) }
}
