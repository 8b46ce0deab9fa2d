/** A whole run: discover, plan, verify on every core, and one record of it. */
import { availableParallelism } from 'node:os'
import type { TheoremReport } from '../verify/evidence.js'
import { moduleUrl } from './bootstrap.js'
import { discoverTheorems, type TheoremFile } from './discover.js'
import { broadcast, type RunEvents, type SuiteReport } from './events.js'
import { generatorFault, generatorReport } from './generator.js'
import { limitsAt } from './limits.js'
import { textsFingerprint } from './ledger/fingerprint.js'
import { accumulatedIn, type Ledger, openLedger } from './ledger/ledger.js'
import type { Task } from './messages.js'
import { longestFirst, type Plan, planRun } from './plan.js'
import { type PoolEvents, runTasks } from './pool.js'
import { record } from './record.js'
import type { RunOptions } from './run-options.js'
import { costsFor } from './shards/costs.js'
import { decideSplit } from './shards/decide-split.js'
import { requestOf, type TheoremRequest } from './verification.js'

/** Verifies what was asked for; throws only where nothing can be started (NO_FOLDER, NO_THEOREMS, NO_MATCH, ...). */
export async function runSuite(options: RunOptions, listeners: readonly RunEvents[] = []): Promise<SuiteReport> {
  const begin = performance.now()
  const events = broadcast(listeners)
  const all = await discoverTheorems(options.theorems)
  const asked = planRun(all, { ...options, ...(options.shard && { costOf: await costsFor(all, options) }) })
  const generator = await generatorReport(options, options.testGenerator)
  const plan: Plan =
    generator?.ok === false ? { ...asked, files: [], split: [], faults: [generatorFault(generator)] } : asked
  const suiteSize = options.suiteSize ?? plan.suiteSize
  const ledger = options.ledger === undefined
    ? null : await openLedger(options.ledger, plan.files, { ...options, suiteSize })
  const request = requestOf(options, suiteSize)
  const { outcomes, kept } = await verifyAll(plan, options, request, ledger, events)
  const part = plan.assignment === null ? null : {
    assignment: plan.assignment, suiteSize, texts: await textsFingerprint(all),
    split: await decideSplit(plan.split, request, options, events),
  }
  const report = record(options, {
    outcomes, generator, faults: plan.faults, seconds: (performance.now() - begin) / 1000,
    ...(part && { part }),
    ...(options.ledger !== undefined && { ledger: { file: options.ledger, kept } }),
  })
  await events.onRunEnd(report)
  return report
}

async function verifyAll(
  plan: Plan, options: RunOptions, request: TheoremRequest, ledger: Ledger | null, events: Required<RunEvents>,
) {
  const { expected = new Map<string, number>(), threads = availableParallelism(), seed } = options
  const spared = keptBy(ledger, plan.files)
  const theorems = longestFirst(plan.files.filter((file) => !spared.has(file)), expected)
  const tasks = theorems.map((file): TheoremTask => ({ ...file, request }))
  events.onRunStart({ theorems, seed, threads: Math.min(threads, tasks.length), expected, kept: spared.size })
  plan.faults.forEach((fault) => events.onFault(fault))
  spared.forEach((report) => events.onTheoremDone(report, ''))
  const { job = moduleUrl('suite/jobs/verify'), limits = limitsAt(options.effort), signal } = options
  const pool = { job, threads, limits, helping: true, ...(signal && { signal }) }
  const outcomes = await (options.perform ?? runTasks)<TheoremReport, TheoremTask>(tasks, pool, telling(events, ledger))
  const known = [...spared.values()].map((result) => ({ result, faults: [] }))
  const found = [...outcomes.values()].map((one) => accumulatedIn(ledger, one))
  return { outcomes: [...known, ...found], kept: spared.size }
}

const keptBy = (ledger: Ledger | null, files: readonly TheoremFile[]): Map<TheoremFile, TheoremReport> =>
  new Map(files.flatMap((file) => {
    const report = ledger?.kept(file)
    return report ? [[file, ledger!.accumulated(report)] as const] : []
  }))

type TheoremTask = Task<TheoremRequest> & TheoremFile

const telling = (events: Required<RunEvents>, ledger: Ledger | null): PoolEvents<TheoremReport, TheoremTask> => ({
  onStart: (task) => events.onTheoremStart(task),
  onProgress: (task, progress) => events.onProgress(task, progress),
  onOutcome: (task, outcome, output) => {
    const { result, faults } = outcome
    // an ill-stated claim is looked at again: mending it elsewhere may not change the module
    if (result && !faults.length) ledger?.write(task, result)
    faults.forEach((fault) => events.onFault(fault))
    const told = accumulatedIn(ledger, outcome).result
    if (told) events.onTheoremDone(told, output)
    events.onTheoremEnd(task)
  },
})
