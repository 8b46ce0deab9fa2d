/** How many jobs of a queue lost the worker that had them in hand. */
import { QueueEvents } from 'bullmq'
import type { RedisServer } from '../suite/queue/redis-server.js'

export interface Stalled {
  /** so far; hears nothing any more */
  count(): Promise<number>
}

/** Counts from now on. */
export async function stalledOn({ port }: RedisServer, queue: string): Promise<Stalled> {
  const told = new QueueEvents(queue, { connection: { host: '127.0.0.1', port } })
  let count = 0
  told.on('stalled', () => { count++ })
  await told.waitUntilReady()
  return {
    async count() {
      await told.close()
      return count
    },
  }
}
