/** A whole run: discover, plan, verify on every core, and one record of it. */
import { availableParallelism } from 'node:os'
import type { TheoremReport } from '../verify/evidence.js'
import { moduleUrl } from './bootstrap.js'
import { alphaVerify, shareOf } from './budget.js'
import { discoverTheorems, type TheoremFile } from './discover.js'
import { broadcast, type RunEvents, type SuiteReport } from './events.js'
import { limitsAt } from './limits.js'
import type { Task } from './messages.js'
import { longestFirst, type Plan, planRun } from './plan.js'
import { type PoolEvents, runTasks } from './pool.js'
import { record } from './record.js'
import type { RunOptions } from './run-options.js'
import type { TheoremRequest } from './verification.js'

/** Verifies what was asked for; throws only where nothing can be started (NO_FOLDER, NO_THEOREMS, NO_MATCH, ...). */
export async function runSuite(options: RunOptions, listeners: readonly RunEvents[] = []): Promise<SuiteReport> {
  const begin = performance.now()
  const events = broadcast(listeners)
  const plan = planRun(await discoverTheorems(options.theorems), options)
  const outcomes = await verifyAll(plan, options, events)
  const report = record(options, { outcomes, faults: plan.faults, seconds: (performance.now() - begin) / 1000 })
  await events.onRunEnd(report)
  return report
}

async function verifyAll(plan: Plan, options: RunOptions, events: Required<RunEvents>) {
  const { expected = new Map<string, number>(), threads = availableParallelism(), seed } = options
  const suiteSize = options.suiteSize ?? plan.suiteSize
  const theorems = longestFirst(plan.files, expected)
  const tasks = theorems.map((file): TheoremTask => ({ ...file, request: requestOf(options, suiteSize) }))
  events.onRunStart({ theorems, seed, threads: Math.min(threads, tasks.length), expected })
  plan.faults.forEach((fault) => events.onFault(fault))
  const { job = moduleUrl('suite/jobs/verify'), limits = limitsAt(options.effort), signal } = options
  const pool = { job, threads, limits, ...(signal && { signal }) }
  const outcomes = await runTasks<TheoremReport, TheoremTask>(tasks, pool, telling(events))
  return [...outcomes.values()]
}

type TheoremTask = Task<TheoremRequest> & TheoremFile

const requestOf = ({ effort, precision, seed, misprints, claims }: RunOptions, suiteSize: number): TheoremRequest => ({
  effort, precision, seed, misprints, suiteSize, alphaVerify, alphaRefute: shareOf(suiteSize),
  ...(claims && { claims }),
})

const telling = (events: Required<RunEvents>): PoolEvents<TheoremReport, TheoremTask> => ({
  onStart: (task) => events.onTheoremStart(task),
  onProgress: (task, progress) => events.onProgress(task, progress),
  onOutcome: (task, { result, faults }, output) => {
    faults.forEach((fault) => events.onFault(fault))
    if (result) events.onTheoremDone(result, output)
    events.onTheoremEnd(task)
  },
})
