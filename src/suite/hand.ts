/** A hand: a thread that has no theorem of its own and helps those that have one with their simulations. */
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads'
import { plainBootstrap } from './bootstrap.js'
import { YOUNG_MEGABYTES } from './limits.js'

export interface Hand {
  /** a new port, for one thread that is helped */
  port(): MessagePort
  stop(): Promise<void>
}

/** Starts a hand; if it dies it is only missed. */
export function startHand(): Hand {
  const worker = new Worker(plainBootstrap('simulation/pool/hand'), {
    execArgv: [], stdout: true, stderr: true, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
  })
  worker.on('error', () => {})
  return {
    port() {
      const { port1, port2 } = new MessageChannel()
      worker.postMessage(port2, [port2])
      return port1
    },
    stop: async () => void await worker.terminate(),
  }
}
