/**
 * A run on a cluster, event by event. A free worker takes the longest theorem that waits and verifies it; where none
 * waits, it decides draws of theorems that were begun, and where there are none of these, it does jobs of
 * others' checks, first come first served. Whoever decides a draw looks at answers in their order, has `prefetch` times
 * the predicted number of jobs waiting, does jobs itself meanwhile, and takes away what nobody has begun once the check
 * is decided; what was begun then was in vain.
 */
import { createAgenda } from './agenda.js'
import { type Attempt, openAttempt } from './attempt.js'
import type { Cluster } from './cluster.js'
import { openCheck, type OpenCheck } from './open-check.js'
import { type Run, throughRedis, work } from './open-run.js'
import { secondsOf, secondsOfChecks, type TheoremWork } from './work.js'

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

export function simulate(theorems: readonly TheoremWork[], cluster: Cluster): Outcome {
  const run: Run = {
    agenda: createAgenda(), cluster, attempts: new Set(), jobs: { open: [], next: 0 }, warm: new Array<null>(cluster.workers).fill(null),
    theorems: [...theorems].sort((a, b) => secondsOf(a) - secondsOf(b)),
    idle: Array.from({ length: cluster.workers }, (_, k) => cluster.workers - 1 - k), redisFree: 0,
    sum: { end: 0, worked: 0, wasted: 0, lost: 0, jobs: 0, redis: 0, reading: 0 },
  }
  wake(run)
  run.agenda.run()
  const { end, redis, reading, ...sums } = run.sum
  return { seconds: end, ...sums, redis: end ? redis / end : 0, reading: end ? reading / end : 0 }
}

/** Gives work to those who have none. */
function wake(run: Run): void {
  while (run.idle.length && (run.theorems.length || firstWithDraws(run) || firstOpen(run))) seek(run, run.idle.pop()!)
}

function seek(run: Run, worker: number): void {
  const theorem = run.theorems.pop()
  if (theorem) return verify(run, worker, theorem)
  const attempt = firstWithDraws(run)
  if (attempt) return takeDraw(run, worker, attempt)
  const check = firstOpen(run)
  if (check) help(run, worker, check)
  else run.idle.push(worker)
}

/** The first theorem that has a draw for others. */
function firstWithDraws({ attempts }: Run): Attempt | null {
  for (const attempt of attempts) {
    if (attempt.hasFree()) return attempt
    attempts.delete(attempt)
  }
  return null
}

function firstOpen({ jobs }: Run): OpenCheck | null {
  while (jobs.next < jobs.open.length && !jobs.open[jobs.next]!.wantsHelp()) jobs.open[jobs.next++]!.listed = false
  return jobs.open[jobs.next] ?? null
}

function help(run: Run, worker: number, check: OpenCheck): void {
  const { costs } = run.cluster
  const job = check.help()
  const theorem = check.theorem
  const before = costs.latency + throughRedis(run) + (run.warm[worker] === theorem ? 0 : costs.kernel)
  run.warm[worker] = theorem
  run.sum.jobs++
  work(run, worker, check.seconds, before, () => {
    if (check.decided()) run.sum.wasted += check.seconds
    else check.answer(job)
    list(run, check)
    seek(run, worker)
  }, () => {
    check.giveBack(job)
    offer(run, check)
    seek(run, worker)
  })
}

/** Says that a check has jobs that anyone may take. */
function offer(run: Run, check: OpenCheck): void {
  list(run, check)
  wake(run)
}

function list(run: Run, check: OpenCheck): void {
  if (!check.wantsHelp() || check.listed) return
  check.listed = true
  run.jobs.open.push(check)
}

function verify(run: Run, worker: number, theorem: TheoremWork): void {
  const { costs, sharesDraws = true } = run.cluster
  const attempt = openAttempt(theorem, sharesDraws)
  let reading = 0
  const read = (): void => { reading += costs.answer }
  const again = (): void => {
    attempt.isOver = true
    run.attempts.delete(attempt)
    run.sum.lost += attempt.done
    run.theorems.push(theorem)
    wakeWith(run, worker)
  }
  const nextDraw = (): void => {
    const draw = attempt.takeFirst()
    if (draw !== null) return decideAll(run, worker, attempt, draw, { read, decided: nextDraw, died: again })
    if (attempt.areOut()) return attempt.wait(nextDraw)
    work(run, worker, theorem.alone, 0, () => {
      run.sum.end = run.agenda.now()
      run.sum.reading = Math.max(run.sum.reading, reading)
      wakeWith(run, worker)
    }, again)
  }
  run.warm[worker] = theorem
  run.agenda.after(costs.latency + throughRedis(run) + costs.load, () => {
    run.attempts.add(attempt)
    wake(run)
    nextDraw()
  })
}

/** A draw of a theorem that another worker has. */
function takeDraw(run: Run, worker: number, attempt: Attempt): void {
  const { costs } = run.cluster
  const draw = attempt.takeLast()
  const before = costs.latency + throughRedis(run) + (run.warm[worker] === attempt.theorem ? 0 : costs.load)
  run.warm[worker] = attempt.theorem
  run.sum.jobs++
  const end = (isDecided: boolean): void => {
    attempt.end(draw, isDecided)
    if (attempt.hasFree() && !attempt.isOver) run.attempts.add(attempt)
    seek(run, worker)
  }
  run.agenda.after(before, () => decideAll(run, worker, attempt, draw, {
    read: () => undefined, decided: () => end(true), died: () => end(false),
  }))
}

/** All checks of a draw, one after the other; what was done of them is lost with whoever dies. */
function decideAll(run: Run, worker: number, attempt: Attempt, draw: number, told: Told): void {
  const checks = attempt.theorem.draws[draw]!
  const next = (k: number): void => {
    const check = checks[k]
    if (check) return decide(run, worker, openCheck(attempt.theorem, check, run.cluster.prefetch), {
      read: told.read,
      decided: () => next(k + 1),
      died() {
        run.sum.lost += secondsOfChecks(checks.slice(0, k))
        told.died()
      },
    })
    // whose theorem is begun anew has done it for nothing
    if (attempt.isOver) run.sum.lost += secondsOfChecks(checks)
    else attempt.done += secondsOfChecks(checks)
    told.decided()
  }
  next(0)
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

/** Whoever decides a check: reads answers, otherwise does a job itself, otherwise waits. */
function decide(run: Run, worker: number, check: OpenCheck, told: Told): void {
  const { answer } = run.cluster.costs
  const look = (): void => {
    check.look()
    if (!check.decided()) {
      offer(run, check)
      return go()
    }
    run.sum.wasted += check.unread() * check.seconds
    told.decided()
  }
  const go = (): void => {
    if (check.hasAnswer()) {
      told.read()
      return run.agenda.after(answer, () => { check.read(); look() })
    }
    if (!check.hasWaiting()) return check.wait(go)
    const job = check.take()
    work(run, worker, check.seconds, 0, () => { check.keep(job); look() }, () => {
      run.sum.lost += check.close() * check.seconds
      told.died()
    })
  }
  offer(run, check)
  go()
}
