/**
 * How far a run is. The time left is elapsed * (1 - f) / f, where f is the finished share of the work,
 * each theorem weighing the seconds of an earlier run, or the mean of those that are known.
 */
import type { RunStart } from '../suite/events.js'
import type { Progress } from '../suite/messages.js'

export interface Standing {
  readonly ended: number
  readonly total: number
  /** such as "liu2021/momentum-covariance › closedForm 40 %" */
  readonly running: readonly string[]
  /** seconds; null while nothing is known */
  readonly left: number | null
}

export function createProgress(clock: () => number = () => performance.now() / 1000) {
  const weights = new Map<string, number>()
  const running = new Map<string, Progress>()
  const ended = new Set<string>()
  let begin = clock()

  function start({ theorems, expected }: RunStart): void {
    begin = clock()
    const usual = mean([...expected.values()])
    for (const { id, file } of theorems) weights.set(id, expected.get(file) ?? usual)
  }
  const step = (id: string, progress: Progress): void => void running.set(id, progress)
  const finish = (id: string): void => { running.delete(id); ended.add(id) }

  function now(): Standing {
    const share = finishedShare(weights, ended, running)
    const elapsed = clock() - begin
    return {
      ended: ended.size, total: weights.size,
      running: [...running].map(([id, p]) => `${id} › ${p.claim} ${Math.floor(100 * shareOf(p))} %`),
      left: share > 0.01 ? elapsed * (1 - share) / share : null,
    }
  }
  return { start, step, finish, now }
}

function finishedShare(
  weights: ReadonlyMap<string, number>, ended: ReadonlySet<string>, running: ReadonlyMap<string, Progress>,
): number {
  let [done, total] = [0, 0]
  for (const [id, weight] of weights) {
    const progress = running.get(id)
    done += weight * (ended.has(id) ? 1 : progress ? shareOf(progress) : 0)
    total += weight
  }
  return total > 0 ? done / total : 0
}

const shareOf = ({ done, total }: Progress): number => (total > 0 ? Math.min(1, done / total) : 0)

const mean = (values: readonly number[]): number =>
  values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : 1
