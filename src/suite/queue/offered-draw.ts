/**
 * What a thread offers of the draw that it is at, and which pieces of it are next. They are taken so far ahead of the
 * thread that the answer is there when it comes to them: before them lies what it does meanwhile, so its looks at the
 * evidence do not wait. They are no further ahead than that, since the draw may be decided long before all is looked at
 * that is forecast.
 */
import {
  after, costOf, isClosed, type JobMessage, type Pieces, takePieces, untaken,
} from '../../simulation/pool/job.js'
import type { BlockRange } from '../../simulation/trajectories.js'
import { type Ranges, rangesOf } from './range-size.js'

export interface Offered extends JobMessage {
  readonly whole: BlockRange
  readonly wanted: AbortController
  /** jobs that are asked for */
  asked: number
  /** the piece after the last that was asked for */
  end: number
}

export interface OfferedDraw {
  /** in the order in which the thread needs them */
  offers: Offered[]
  /** when its first was offered; null before */
  since: number | null
  /** has any of it been given away? */
  begun: boolean
  /** times as long as expected that answers take */
  pace: number
}

export interface Next {
  readonly offer: Offered
  readonly range: Pieces
  /** milliseconds after which the answer would be there, if lanes were as quick as this thread */
  readonly due: number
}

/** Jobs for each idle lane, so that it finds the next when it has done one. */
export const AHEAD = 2
/** Milliseconds from asking to an answer, beside the work. */
const WAY = 5
/** Bytes of one answer. */
const MOST_BYTES = 2 ** 22

/** Takes the next pieces that are worth asking idle lanes for; null where none are. */
export function nextPieces(draw: OfferedDraw, idle: number): Next | null {
  const asked = draw.offers.reduce((sum, one) => sum + one.asked, 0)
  const left = draw.offers.reduce((sum, offer) => sum + workIn(offer), 0)
  const elapsed = performance.now() - (draw.since ?? performance.now())
  const ranges = rangesOf({ left, elapsed, idle, begun: draw.begun })
  return ranges && asked < AHEAD * ranges.lanes ? takenFrom(draw, ranges, asked) : null
}

/** Milliseconds of work that nobody has taken; 0 where nobody knows what a piece takes. */
const workIn = (offer: Offered): number => untaken(offer) * costOf(offer) || 0

function takenFrom({ offers, pace }: OfferedDraw, { lanes, milliseconds }: Ranges, asked: number): Next | null {
  // milliseconds that lie before an offer: of what is open, and of all that has not been looked at
  let [open, all] = [0, 0]
  for (const offer of offers) {
    const cost = costOf(offer)
    const most = Math.max(1, Math.floor(Math.min(milliseconds / cost, MOST_BYTES / (8 * offer.width))))
    // the lane does what it was asked for before, then this; as much is done by each of the others, and here
    const due = WAY + most * cost * (1 + Math.floor(asked / lanes))
    const until = pace * due
    const spared = Math.ceil(Math.max(0, until - open) / cost)
    const within = Math.ceil(((lanes + 1) * until - all) / cost)
    const range = takePieces(offer, { most, spared, within, first: offer.end })
    if (range) {
      offer.end = range.to
      return { offer, range, due }
    }
    open += workIn(offer)
    all += after(offer) * cost || 0
  }
  return null
}

/** Slower than that a lane is not waited for. */
const SLOWEST = 4

/** Learns from an answer that took so many milliseconds. */
export function paced(draw: OfferedDraw, { due }: Next, milliseconds: number): void {
  draw.pace += (Math.min(SLOWEST, Math.max(1, milliseconds / due)) - draw.pace) / 4
}

/** Takes back what is not wanted any more: the draw is decided, or all of an offer is done. */
export function takeBack(draw: OfferedDraw): void {
  const closed = draw.offers.filter(isClosed)
  closed.forEach(({ wanted }) => wanted.abort())
  draw.offers = draw.offers.filter((one) => !one.wanted.signal.aborted && (untaken(one) > 0 || one.asked > 0))
  if (closed.length > 0) Object.assign(draw, { since: null, begun: false })
}
