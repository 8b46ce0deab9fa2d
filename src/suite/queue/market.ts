/** What threads of this process offer to idle lanes of the queue, and what of it is asked for. */
import { pieceOf } from '../../simulation/blocks.js'
import { endPiece, ended, type Pieces, stateOf } from '../../simulation/pool/job.js'
import { partOf } from '../../simulation/pool/tasks.js'
import type { BlockJobs } from './block-jobs.js'
import { AHEAD, type Next, nextPieces, type Offered, type OfferedDraw, paced, takeBack } from './offered-draw.js'

export interface Market {
  /** Makes room for one more thread. */
  open(): Stall
  /** Takes back what is not wanted any more, and asks for what is. */
  look(): void
  /** Waits for what was asked for; nothing is wanted any more. */
  close(): Promise<void>
}

/** The place of one thread. */
export interface Stall {
  offer(offer: Offered): void
  /** Nothing of it is wanted any more. */
  leave(): void
}

/** Milliseconds for which a number of idle lanes counts: who was idle then may have a theorem. */
const KNOWN = 100

/** @param idleLanes how many there are; null where there is no run, so that nobody waits for the theorem either */
export function marketOf(jobs: BlockJobs, idleLanes: () => Promise<number | null>): Market {
  const asked = new Set<Promise<void>>()
  const draws = new Set<OfferedDraw>()
  let [idle, known, open] = [0, -Infinity, true]
  function give(): void {
    for (const draw of draws) {
      for (let next = spare() && nextPieces(draw, idle); next; next = spare() && nextPieces(draw, idle)) {
        draw.begun = true
        const going = ask(jobs, draw, next).finally(() => { asked.delete(going); look() })
        asked.add(going)
      }
    }
  }
  const spare = (): boolean => open && asked.size < AHEAD * idle
  async function count(): Promise<void> {
    known = Infinity
    const [lanes, waiting] = await Promise.all([idleLanes(), jobs.waitingOfOthers()]).catch(() => [0, 0] as const)
    if (lanes === null) draws.forEach(withdraw)
    idle = fairShare(lanes ?? 0, waiting)
    known = performance.now()
    give()
  }
  function look(): void {
    draws.forEach(takeBack)
    if (!open || [...draws].every(({ offers }) => offers.length === 0)) return
    if (performance.now() - known > KNOWN) void count()
    else give()
  }
  return {
    open: () => stallAmong(draws, look),
    look,
    async close() {
      open = false
      draws.forEach(withdraw)
      await Promise.allSettled(asked)
    },
  }
}

/** A place whose draw is among these, and is looked at when there is more of it. */
function stallAmong(draws: Set<OfferedDraw>, look: () => void): Stall {
  const draw: OfferedDraw = { offers: [], since: null, begun: false, pace: 1 }
  draws.add(draw)
  return {
    offer(offer) {
      takeBack(draw)
      draw.offers.push(offer)
      draw.since ??= performance.now()
      look()
    },
    leave() {
      withdraw(draw)
      draws.delete(draw)
    },
  }
}

/** Idle lanes to be reckoned with, where others have jobs that wait for them: a lane for each two, who do as much. */
const fairShare = (lanes: number, waiting: number): number => Math.max(0, Math.floor(lanes - waiting / 2))

const withdraw = ({ offers }: OfferedDraw): void => offers.forEach(({ wanted }) => wanted.abort())

async function ask(jobs: BlockJobs, draw: OfferedDraw, next: Next): Promise<void> {
  const { offer, range } = next
  const begin = performance.now()
  offer.asked++
  const results = await jobs.ask(offer.name, partOf(offer.whole, offer.pieces, range), offer.wanted.signal)
  offer.asked--
  if (results) paced(draw, next, performance.now() - begin)
  enter(offer, range, results)
}

/** Enters results, where nobody else has in the meantime; without results the pieces have failed. */
function enter(offer: Offered, { from, to }: Pieces, results: Float64Array | null): void {
  for (let piece = from; piece < to; piece++) {
    if (stateOf(offer, piece) !== null) continue
    if (results) pieceOf(offer.out, piece, offer.width).set(pieceOf(results, piece - from, offer.width))
    endPiece(offer.state, piece, results ? ended.filled : ended.failed)
  }
}
