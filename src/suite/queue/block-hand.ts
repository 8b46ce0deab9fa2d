/** The thread of a lane for pieces of simulations: it is started when it is first needed, and knows of nothing else. */
import { once } from 'node:events'
import { ended, openJob, stateOf } from '../../simulation/pool/job.js'
import { offering } from '../../simulation/pool/offering.js'
import { taskOf } from '../../simulation/pool/tasks.js'
import type { BlockRange } from '../../simulation/trajectories.js'
import { startHand } from '../hand.js'

export interface BlockHand {
  /** The results of all pieces. Rejects where one failed or the thread died. */
  run(kind: string, run: BlockRange): Promise<Float64Array>
  stop(): Promise<void>
}

/** A hand that is not started yet. */
export function blockHand(): BlockHand {
  let started: ReturnType<typeof startOne> | null = null
  const startOne = () => {
    const hand = startHand()
    const port = hand.port()
    return { hand, port, offer: offering(port) }
  }
  return {
    async run(kind, run) {
      const { pieces, width } = taskOf(kind, run)
      const { offer, port } = started ??= startOne()
      const job = openJob(kind, run, pieces, width)
      const over = once(port, 'message')
      offer(job, { answer: true })
      await Promise.race([over, once(port, 'close').then(() => { started = null })])
      for (let piece = 0; piece < pieces; piece++) {
        if (stateOf(job, piece) !== ended.filled) throw new Error(`piece ${piece} of ${pieces} failed`)
      }
      return job.out
    },
    stop: async () => { started?.port.close(); await started?.hand.stop() },
  }
}
