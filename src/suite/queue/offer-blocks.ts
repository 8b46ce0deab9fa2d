/**
 * A hand that has no hands of its own: it offers pieces of the runs of this process to idle lanes of the queue, as long
 * as there are any, and writes what comes back into the shared results. What does not come back is run at home.
 */
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { remembering } from '../../simulation/pool/help.js'
import type { JobMessage } from '../../simulation/pool/job.js'
import type { Hand } from '../hand.js'
import type { BlockJobs } from './block-jobs.js'
import { type Market, marketOf } from './market.js'

/** Milliseconds from one look at what is wanted to the next. */
const TICK = 20

/** Begins to offer. @param lanes how many are idle; null where there is no run */
export function offerBlocks(jobs: BlockJobs, lanes: () => Promise<number | null>): Hand {
  const market = marketOf(jobs, lanes)
  const timer = setInterval(() => market.look(), TICK)
  return {
    port: () => listening(market),
    stop: async () => {
      clearInterval(timer)
      await market.close()
    },
  }
}

/** The far end of a port over which jobs come. */
function listening(market: Market): MessagePort {
  const { port1, port2 } = new MessageChannel()
  const { offer, leave } = market.open()
  const whole = remembering()
  port2.on('message', (message: JobMessage) => {
    offer({ ...message, whole: whole(message), wanted: new AbortController(), asked: 0, end: 0 })
  })
  port2.on('close', leave)
  port2.unref()
  return port1
}
