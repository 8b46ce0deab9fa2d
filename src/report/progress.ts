/**
 * How far a run is, and each theorem in it. The time left is elapsed * (1 - f) / f, where f is the finished share of
 * the work, each theorem weighing the seconds of an earlier run, or the mean of those that are known.
 */
import type { RunStart } from '../suite/events.js'
import type { Progress } from '../suite/messages.js'
import { partOf } from '../verify/look.js'

export interface Running {
  readonly id: string
  readonly progress: Progress
  /** finished part of the theorem, 0 .. 1 */
  readonly share: number
  /** seconds; null while nothing is known */
  readonly left: number | null
}

export interface Standing {
  readonly ended: number
  readonly total: number
  readonly running: readonly Running[]
  /** seconds; null while nothing is known */
  readonly left: number | null
}

interface Begun { readonly since: number; readonly progress: Progress }

export function createProgress(clock: () => number = () => performance.now() / 1000) {
  const weights = new Map<string, number>()
  const running = new Map<string, Begun>()
  const ended = new Set<string>()
  let begin = clock()

  function start({ theorems, expected }: RunStart): void {
    begin = clock()
    const usual = mean([...expected.values()])
    for (const { id, file } of theorems) weights.set(id, expected.get(file) ?? usual)
  }
  const step = (id: string, progress: Progress): void =>
    void running.set(id, { since: running.get(id)?.since ?? clock(), progress })
  const finish = (id: string): void => { running.delete(id); ended.add(id) }

  function now(): Standing {
    const time = clock()
    const shares = new Map([...running].map(([id, { progress }]) => [id, shareOf(progress)] as const))
    return {
      ended: ended.size, total: weights.size,
      running: [...running].map(([id, { since, progress }]) =>
        ({ id, progress, share: shares.get(id)!, left: leftOf(time - since, shares.get(id)!) })),
      left: leftOf(time - begin, finishedShare(weights, ended, shares)),
    }
  }
  return { start, step, finish, now }
}

const leftOf = (elapsed: number, share: number): number | null => (share > 0.01 ? elapsed * (1 - share) / share : null)

function finishedShare(
  weights: ReadonlyMap<string, number>, ended: ReadonlySet<string>, shares: ReadonlyMap<string, number>,
): number {
  let [done, total] = [0, 0]
  for (const [id, weight] of weights) {
    done += weight * (ended.has(id) ? 1 : shares.get(id) ?? 0)
    total += weight
  }
  return total > 0 ? done / total : 0
}

const shareOf = ({ done, total, look }: Progress): number =>
  (total > 0 ? Math.min(1, (done + (look ? partOf(look) : 0)) / total) : 0)

const mean = (values: readonly number[]): number =>
  values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : 1
