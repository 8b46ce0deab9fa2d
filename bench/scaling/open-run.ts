/** A run under way: who is idle, what is to be had, what has been spent; and how time passes in it. */
import type { Agenda } from './agenda.js'
import type { Attempt } from './attempt.js'
import type { Cluster } from './cluster.js'
import type { OpenCheck } from './open-check.js'
import type { TheoremWork } from './work.js'

export interface Run {
  readonly agenda: Agenda
  readonly cluster: Cluster
  readonly theorems: TheoremWork[]
  /** theorems that may have draws for others */
  readonly attempts: Set<Attempt>
  readonly jobs: Jobs
  readonly idle: number[]
  /** the theorem whose kernel a worker has */
  readonly warm: (TheoremWork | null)[]
  redisFree: number
  sum: { end: number; worked: number; wasted: number; lost: number; jobs: number; redis: number; reading: number }
}

/** Checks with jobs that nobody has taken, first come first served. */
interface Jobs {
  readonly open: OpenCheck[]
  next: number
}

const speedOf = ({ cluster: { speed } }: Run, worker: number): number => speed?.(worker) ?? 1

/** Does one thing, then `done`; where the worker dies meanwhile, `died` after the lapse. */
export function work(run: Run, worker: number, seconds: number, before: number, done: () => void, died: () => void): void {
  const { deaths, chance = Math.random } = run.cluster
  const life = deaths ? -Math.log(chance()) * deaths.every : Infinity
  run.sum.worked += Math.min(life, seconds)
  if (life >= seconds) return run.agenda.after(before + seconds / speedOf(run, worker), done)
  run.sum.lost += life
  run.agenda.after(before + life / speedOf(run, worker) + deaths!.lapse, died)
}

/** Waits for the one Redis server. */
export function throughRedis(run: Run): number {
  const { agenda, cluster: { costs: { redis } } } = run
  run.redisFree = Math.max(run.redisFree, agenda.now()) + redis
  run.sum.redis += redis
  return run.redisFree - agenda.now()
}
