/**
 * What a worker that verifies asks of idle ones: a draw of its theorem, decided for all claims. The answer is text
 * under a key of its own, as a shard keeps its decisions.
 */
import type { DecidedDraws } from '../jobs/decide-draws.js'
import { isObject } from '../forms.js'
import { unpacked } from '../shards/part.js'
import type { Decisions } from '../messages.js'
import type { QueuedTask } from './job.js'

export interface DrawJob {
  /** the theorem, with a DrawsRequest of one draw */
  readonly task: QueuedTask
}

/** Name of the kind of job. */
export const DRAW = 'draw'

/** An answer as bytes; `null` decides nothing. */
export const bytesOfDecisions = (result: DecidedDraws | null): Buffer =>
  Buffer.from(JSON.stringify(result?.decisions ?? null))

/** The decisions in an answer; null where it is none, or one of them cannot be a decision. */
export function decisionsIn(bytes: Buffer | null): Decisions | null {
  const value = read(bytes)
  if (!isObject(value)) return null
  const found = Object.entries(value).map(([key, one]) => [key, unpacked(one)] as const)
  return found.every((one): one is Decisions[number] => one[1] !== null) ? found : null
}

function read(bytes: Buffer | null): unknown {
  try {
    return JSON.parse(String(bytes))
  } catch {
    return null
  }
}
