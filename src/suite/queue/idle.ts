/**
 * Who has nothing to do: a sorted set of lanes with the time, by the server's clock, until which each counts as idle.
 * Where no coordinator holds the queue, nobody is wanted.
 */
import type { Redis } from 'ioredis'

/** Milliseconds for which an entry counts. */
const VALID = 3_000

const now = `local t = redis.call('TIME') local now = t[1] * 1000 + math.floor(t[2] / 1000) `
const note = `${now} redis.call('zadd', KEYS[1], now + ARGV[2], ARGV[1]) redis.call('pexpire', KEYS[1], 2 * ARGV[2])`
const count = `${now} if redis.call('exists', KEYS[2]) == 0 then return -1 end
  return redis.call('zcount', KEYS[1], now, '+inf')`

const keyOf = (name: string): string => `${name}:idle`

/** Says that a lane is idle, until it is told to stop. */
export function sayIdle(redis: Redis, name: string, lane: string): () => void {
  const say = (): void => void redis.eval(note, 1, keyOf(name), lane, VALID).catch(() => undefined)
  const timer = setInterval(say, VALID / 3)
  say()
  return () => {
    clearInterval(timer)
    redis.zrem(keyOf(name), lane).catch(() => undefined)
  }
}

/** Lanes that are idle; null where no run holds the queue. */
export async function idleLanes(redis: Redis, name: string): Promise<number | null> {
  const lanes = Number(await redis.eval(count, 2, keyOf(name), `${name}:coordinator`))
  return lanes < 0 ? null : lanes
}
