/** What a queue tells those who watch: jobs that begin, and jobs that lost the worker that had them in hand. */
import { QueueEvents } from 'bullmq'
import type { RedisServer } from '../suite/queue/redis-server.js'

export interface Counted {
  /** so far; hears nothing any more */
  count(): Promise<number>
}

/** Counts jobs that were found to have lost their worker. */
export async function stalledOn({ port }: RedisServer, queue: string): Promise<Counted> {
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

/** Resolves when a job begins. */
export async function activeOn({ port }: RedisServer, queue: string): Promise<{ readonly begun: Promise<void> }> {
  const told = new QueueEvents(queue, { connection: { host: '127.0.0.1', port } })
  await told.waitUntilReady()
  const begun = new Promise<void>((resolve) => told.once('active', () => resolve())).then(() => told.close())
  return { begun }
}
