/** One run at a time on a queue: a key that its coordinator renews, and that lapses when the coordinator is gone. */
import type { Redis } from 'ioredis'
import { refuse } from '../refusal.js'
import type { QueueAddress } from './address.js'

export interface Lease {
  release(): Promise<void>
}

export interface LeaseTimes {
  /** milliseconds after which the key of a dead coordinator lapses */
  readonly lapse: number
}

// only the holder may renew or release
const renew = `if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('pexpire', KEYS[1], ARGV[2]) end`
const release = `if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end`

/** Takes the queue, waiting once for a dead coordinator's key to lapse. Throws QUEUE_IN_USE. */
export async function takeLease(redis: Redis, { name, shown }: QueueAddress, { lapse }: LeaseTimes): Promise<Lease> {
  const key = `${name}:coordinator`
  const holder = `${process.pid}.${Date.now()}.${Math.random()}`
  const take = async (): Promise<boolean> => await redis.set(key, holder, 'PX', lapse, 'NX') === 'OK'
  const until = Date.now() + 1.2 * lapse
  while (!await take()) {
    if (Date.now() > until) {
      refuse('QUEUE_IN_USE', `queue ${shown} serves another run; wait for it or add ?queue=NAME to the address`)
    }
    await new Promise((wake) => setTimeout(wake, lapse / 10))
  }
  const timer = setInterval(() => void redis.eval(renew, 1, key, holder, lapse).catch(() => undefined), lapse / 3)
  return {
    async release() {
      clearInterval(timer)
      await redis.eval(release, 1, key, holder).catch(() => undefined)
    },
  }
}
