/** The door to Redis: packages that are loaded only here, and a first conversation that tells what is wrong. */
import type { Redis } from 'ioredis'
import { refuse } from '../refusal.js'
import type { QueueAddress } from './address.js'

export interface Doors {
  readonly bullmq: typeof import('bullmq')
  /** a connection of one's own; whoever opens it closes it */
  open(): Redis
}

const PATIENCE = 5_000

/** Loads the packages and tries the server. Throws NO_PACKAGE, UNREACHABLE, NO_ENTRY, READ_ONLY. */
export async function connect(address: QueueAddress): Promise<Doors> {
  const [bullmq, { Redis }] = await Promise.all([import('bullmq'), import('ioredis')]).catch(() =>
    refuse('NO_PACKAGE', 'a queue needs two packages that assay does not bring along; npm install bullmq ioredis'))
  const first = new Redis(address.url, { retryStrategy: () => null, connectTimeout: PATIENCE, lazyConnect: true })
  // a rejection says only that the connection is closed, the event before it says why
  const said: string[] = []
  first.on('error', (error) => said.push(error.message))
  try {
    await first.connect()
    await first.set(`${address.name}:tried`, '1', 'PX', 1)
  } catch (error) {
    return refuseFor([...said, error instanceof Error ? error.message : String(error)], address)
  } finally {
    first.disconnect()
  }
  // a server that goes away later is waited for
  return { bullmq, open: () => new Redis(address.url, { maxRetriesPerRequest: null }) }
}

const reasons: readonly (readonly [RegExp, string, string])[] = [
  [/NOAUTH|WRONGPASS|invalid password/i, 'NO_ENTRY', 'does not let you in; write redis://user:password@host'],
  [/READONLY|NOPERM/, 'READ_ONLY', 'may not be written; name the primary server and a user that may write'],
]

function refuseFor(messages: readonly string[], { shown }: QueueAddress): never {
  const [, code, what] = reasons.find(([pattern]) => messages.some((message) => pattern.test(message)))
    ?? [/./, 'UNREACHABLE', `cannot be reached (${messages[0]}); start Redis there or name another address`]
  return refuse(code, `queue ${shown} ${what}`)
}
