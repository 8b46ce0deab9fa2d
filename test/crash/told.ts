/** What a queue tells those who watch: jobs that begin, and jobs that lost the worker that had them in hand. */
import { QueueEvents } from 'bullmq'
import type { RedisServer } from '../suite/queue/redis-server.js'

export interface Counted {
  /** so far; hears nothing any more */
  count(): Promise<number>
}

/** Counts jobs that were found to have lost their worker. */
export const stalledOn = (server: RedisServer, queue: string): Promise<Counted> =>
  counted(server, queue, { stalled: 1 })

/** Counts jobs that were begun and did not end. */
export const lostOn = (server: RedisServer, queue: string): Promise<Counted> =>
  counted(server, queue, { active: 1, completed: -1, failed: -1 })

async function counted(
  { port }: RedisServer, queue: string, weights: Partial<Record<'stalled' | 'active' | 'completed' | 'failed', number>>,
): Promise<Counted> {
  const told = new QueueEvents(queue, { connection: { host: '127.0.0.1', port } })
  let count = 0
  for (const [name, weight] of Object.entries(weights)) told.on(name as 'stalled', () => { count += weight })
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
