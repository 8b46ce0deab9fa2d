/**
 * A run on a cluster, event by event. A free worker takes the longest theorem that waits and verifies it; where none
 * waits, it does jobs of others' draws, first come first served. A verifying thread looks at answers in their order,
 * has `prefetch` times the predicted number of jobs waiting, does jobs of its own draw meanwhile, and takes away what
 * nobody has begun once the draw is decided; what was begun then was in vain.
 */
import { type Agenda, createAgenda } from './agenda.js'
import type { Cluster } from './cluster.js'
import { openDraw, type OpenDraw } from './open-draw.js'
import { secondsOf, type TheoremWork } from './work.js'

export interface Outcome {
  /** until the last theorem is verified */
  readonly seconds: number
  /** seconds of work that all workers did, as the machine of the record counts them, and of it what was for nothing */
  readonly worked: number
  readonly wasted: number
  /** by those who died */
  readonly lost: number
  /** jobs that others did for a verifying thread */
  readonly jobs: number
  /** part of the time that the Redis server worked, and the busiest verifying thread read answers */
  readonly redis: number
  readonly reading: number
}

interface Run {
  readonly agenda: Agenda
  readonly cluster: Cluster
  readonly theorems: TheoremWork[]
  readonly jobs: Jobs
  readonly idle: number[]
  /** the theorem whose kernel a worker has */
  readonly warm: (TheoremWork | null)[]
  redisFree: number
  sum: { end: number; worked: number; wasted: number; lost: number; jobs: number; redis: number; reading: number }
}

/** Draws with jobs that nobody has taken, first come first served. */
interface Jobs {
  readonly open: OpenDraw[]
  next: number
}

export function simulate(theorems: readonly TheoremWork[], cluster: Cluster): Outcome {
  const run: Run = {
    agenda: createAgenda(), cluster, jobs: { open: [], next: 0 }, warm: new Array<null>(cluster.workers).fill(null),
    theorems: [...theorems].sort((a, b) => secondsOf(a) - secondsOf(b)),
    idle: Array.from({ length: cluster.workers }, (_, k) => cluster.workers - 1 - k), redisFree: 0,
    sum: { end: 0, worked: 0, wasted: 0, lost: 0, jobs: 0, redis: 0, reading: 0 },
  }
  wake(run)
  run.agenda.run()
  const { end, redis, reading, ...sums } = run.sum
  return { seconds: end, ...sums, redis: end ? redis / end : 0, reading: end ? reading / end : 0 }
}

const speedOf = ({ cluster: { speed } }: Run, worker: number): number => speed?.(worker) ?? 1

/** Gives work to those who have none. */
function wake(run: Run): void {
  while (run.idle.length && (run.theorems.length || firstOpen(run))) seek(run, run.idle.pop()!)
}

function seek(run: Run, worker: number): void {
  const theorem = run.theorems.pop()
  if (theorem) return verify(run, worker, theorem)
  const draw = firstOpen(run)
  if (draw) help(run, worker, draw)
  else run.idle.push(worker)
}

function firstOpen({ jobs }: Run): OpenDraw | null {
  while (jobs.next < jobs.open.length && !jobs.open[jobs.next]!.hasWaiting()) jobs.open[jobs.next++]!.listed = false
  return jobs.open[jobs.next] ?? null
}

/** Does one thing, then `done`; where the worker dies meanwhile, `died` after the lapse. */
function work(run: Run, worker: number, seconds: number, before: number, done: () => void, died: () => void): void {
  const { deaths, chance = Math.random } = run.cluster
  const life = deaths ? -Math.log(chance()) * deaths.every : Infinity
  run.sum.worked += Math.min(life, seconds)
  if (life >= seconds) return run.agenda.after(before + seconds / speedOf(run, worker), done)
  run.sum.lost += life
  run.agenda.after(before + life / speedOf(run, worker) + deaths!.lapse, died)
}

/** Waits for the one Redis server. */
function throughRedis(run: Run): number {
  const { agenda, cluster: { costs: { redis } } } = run
  run.redisFree = Math.max(run.redisFree, agenda.now()) + redis
  run.sum.redis += redis
  return run.redisFree - agenda.now()
}

function help(run: Run, worker: number, draw: OpenDraw): void {
  const { costs } = run.cluster
  const job = draw.take()
  const theorem = draw.theorem
  const before = costs.latency + throughRedis(run) + (run.warm[worker] === theorem ? 0 : costs.kernel)
  run.warm[worker] = theorem
  run.sum.jobs++
  work(run, worker, draw.seconds, before, () => {
    if (draw.decided()) run.sum.wasted += draw.seconds
    else draw.answer(job)
    seek(run, worker)
  }, () => {
    draw.giveBack(job)
    offer(run, draw)
    seek(run, worker)
  })
}

/** Says that a draw has jobs that anyone may take. */
function offer(run: Run, draw: OpenDraw): void {
  if (draw.hasWaiting() && !draw.listed) {
    draw.listed = true
    run.jobs.open.push(draw)
  }
  wake(run)
}

function verify(run: Run, worker: number, theorem: TheoremWork): void {
  const { costs } = run.cluster
  let done = theorem.alone
  let reading = 0
  const again = (): void => {
    run.sum.lost += done
    run.theorems.push(theorem)
    wakeWith(run, worker)
  }
  const nextDraw = (k: number): void => {
    if (k < theorem.draws.length) return decide(run, worker, openDraw(theorem, k, run.cluster.prefetch), {
      read: () => { reading += costs.answer },
      decided: () => {
        done += theorem.draws[k]!.seconds * theorem.draws[k]!.need.jobs
        nextDraw(k + 1)
      },
      died: again,
    })
    run.sum.end = run.agenda.now()
    run.sum.reading = Math.max(run.sum.reading, reading)
    wakeWith(run, worker)
  }
  run.warm[worker] = theorem
  const dead = (): void => { done = 0; again() }
  work(run, worker, theorem.alone, costs.latency + throughRedis(run) + costs.load, () => nextDraw(0), dead)
}

function wakeWith(run: Run, worker: number): void {
  run.idle.push(worker)
  wake(run)
}

interface Told {
  read(): void
  decided(): void
  died(): void
}

/** The verifying thread at one draw: reads answers, otherwise does a job itself, otherwise waits. */
function decide(run: Run, worker: number, draw: OpenDraw, told: Told): void {
  const { answer } = run.cluster.costs
  const look = (): void => {
    draw.look()
    if (!draw.decided()) {
      offer(run, draw)
      return go()
    }
    run.sum.wasted += draw.unread() * draw.seconds
    told.decided()
  }
  const go = (): void => {
    if (draw.hasAnswer()) {
      told.read()
      return run.agenda.after(answer, () => { draw.read(); look() })
    }
    if (!draw.hasWaiting()) return draw.wait(go)
    const job = draw.take()
    work(run, worker, draw.seconds, 0, () => { draw.keep(job); look() }, () => {
      run.sum.lost += draw.close() * draw.seconds
      told.died()
    })
  }
  offer(run, draw)
  go()
}
