/**
 * A hand that has no hands of its own: it offers pieces of the runs of this process to idle lanes of the queue, as long
 * as there are any, and writes what comes back into the shared results. What does not come back is run at home.
 */
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { pieceOf } from '../../simulation/blocks.js'
import { remembering } from '../../simulation/pool/help.js'
import {
  endPiece, ended, isClosed, type JobMessage, stateOf, takePieces, untaken,
} from '../../simulation/pool/job.js'
import { partOf } from '../../simulation/pool/tasks.js'
import type { BlockRange } from '../../simulation/trajectories.js'
import type { Hand } from '../hand.js'
import type { BlockJobs } from './block-jobs.js'
import { rangeSize } from './range-size.js'

interface Offered extends JobMessage {
  readonly whole: BlockRange
  readonly cost: number
  readonly wanted: AbortController
  /** jobs that are asked for */
  asked: number
}

/** Milliseconds from one look at what is wanted, and who is idle, to the next. */
const TICK = 100
/** Jobs for each idle lane, so that it finds the next when it has done one. */
const AHEAD = 2

/** Begins to offer. @param lanes how many are idle; null where there is no run */
export function offerBlocks(jobs: BlockJobs, lanes: () => Promise<number | null>): Hand {
  const market = marketOf(jobs)
  const timer = setInterval(() => {
    if (market.isOpen()) void lanes().then(market.serve, () => market.serve(0))
  }, TICK)
  return {
    port: () => listening(market.offer),
    stop: async () => {
      clearInterval(timer)
      await market.close()
    },
  }
}

/** What is offered, and what of it is asked for. */
function marketOf(jobs: BlockJobs) {
  const asked = new Set<Promise<void>>()
  let offers: Offered[] = []
  let idle = 0
  function give(offer: Offered): void {
    while (asked.size < AHEAD * idle && !offer.wanted.signal.aborted) {
      const pieces = rangeSize({ left: untaken(offer), cost: offer.cost, bytes: 8 * offer.width, idle })
      const range = pieces > 0 ? takePieces(offer, pieces) : null
      if (!range) return
      const going = ask(offer, range).finally(() => { asked.delete(going); offer.asked--; offers.forEach(give) })
      asked.add(going)
    }
  }
  async function ask(offer: Offered, range: Range): Promise<void> {
    offer.asked++
    enter(offer, range, await jobs.ask(offer.name, partOf(offer.whole, offer.pieces, range), offer.wanted.signal))
  }
  return {
    offer: (offer: Offered): void => void offers.push(offer),
    /** Takes back what is not wanted any more; is anything offered? */
    isOpen(): boolean {
      offers.filter(isClosed).forEach(({ wanted }) => wanted.abort())
      offers = offers.filter((one) => !one.wanted.signal.aborted && (untaken(one) > 0 || one.asked > 0))
      // who was idle then may be busy when the next offer comes
      if (offers.length === 0) idle = 0
      return offers.length > 0
    },
    /** @param lanes that are idle; null where there is no run, so that nobody waits for the theorem either */
    serve(lanes: number | null): void {
      if (lanes === null) offers.forEach(({ wanted }) => wanted.abort())
      idle = lanes ?? 0
      offers.forEach(give)
    },
    async close(): Promise<void> {
      idle = 0
      offers.forEach(({ wanted }) => wanted.abort())
      await Promise.allSettled(asked)
    },
  }
}

interface Range {
  readonly from: number
  readonly to: number
}

/** The far end of a port over which jobs come; those without a known cost are too small to be passed on. */
function listening(take: (offer: Offered) => void): MessagePort {
  const { port1, port2 } = new MessageChannel()
  const whole = remembering()
  const gone = new AbortController()
  port2.on('message', (message: JobMessage) => {
    const run = whole(message)
    if (message.cost === undefined) return
    const wanted = new AbortController()
    gone.signal.addEventListener('abort', () => wanted.abort(), { once: true })
    take({ ...message, whole: run, cost: message.cost, wanted, asked: 0 })
  })
  port2.on('close', () => gone.abort())
  port2.unref()
  return port1
}

/** Enters results, where nobody else has in the meantime; without results the pieces have failed. */
function enter(offer: Offered, { from, to }: Range, results: Float64Array | null): void {
  for (let piece = from; piece < to; piece++) {
    if (stateOf(offer, piece) !== 0) continue
    if (results) pieceOf(offer.out, piece, offer.width).set(pieceOf(results, piece - from, offer.width))
    endPiece(offer.state, piece, results ? ended.filled : ended.failed)
  }
}
