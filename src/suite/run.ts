/** A whole run: discover, plan, verify on every core, and one record of it. */
import { availableParallelism } from 'node:os'
import type { TheoremReport } from '../verify/evidence.js'
import { discoverTheorems, type TheoremFile } from './discover.js'
import { broadcast, type RunEvents, type SuiteReport } from './events.js'
import { generatorFault, generatorReport } from './generator.js'
import { limitsAt } from './limits.js'
import { textsFingerprint } from './ledger/fingerprint.js'
import { accumulatedIn, type Ledger, openLedger } from './ledger/ledger.js'
import type { Outcome } from './messages.js'
import { longestFirst, type Plan, planRun } from './plan.js'
import { type PoolEvents, runTasks } from './pool.js'
import { record } from './record.js'
import { refuse } from './refusal.js'
import type { RunOptions } from './run-options.js'
import { costsFor, shippedSeconds } from './shards/costs.js'
import { type Found, isShare, jobFor, sharesFrom, shareTasks, type TheoremTask } from './shards/share-tasks.js'
import { requestOf, type TheoremRequest } from './verification.js'

/** Verifies what was asked for; throws only where nothing can be started (NO_FOLDER, NO_THEOREMS, NO_MATCH, ...). */
export async function runSuite(options: RunOptions, listeners: readonly RunEvents[] = []): Promise<SuiteReport> {
  const begin = performance.now()
  const events = broadcast(listeners)
  if (options.shard && options.perform) {
    const { index, count } = options.shard
    refuse('SHARD_ON_QUEUE', `--shard ${index}/${count} is of no use with --queue, which divides a run by itself; `
      + 'leave one of them out')
  }
  const all = await discoverTheorems(options.theorems)
  const asked = planRun(all, { ...options, ...(options.shard && { costOf: await costsFor(all, options) }) })
  const generator = await generatorReport(options, options.testGenerator)
  const plan: Plan =
    generator?.ok === false ? { ...asked, files: [], split: [], faults: [generatorFault(generator)] } : asked
  const suiteSize = options.suiteSize ?? plan.suiteSize
  const ledger = options.ledger === undefined
    ? null : await openLedger(options.ledger, plan.files, { ...options, suiteSize })
  const expected = new Map([...await shippedSeconds(all, options), ...options.expected ?? []])
  const { outcomes, kept, split } =
    await verifyAll(plan, { ...options, expected }, requestOf(options, suiteSize), ledger, events)
  const part = plan.assignment === null ? null
    : { assignment: plan.assignment, suiteSize, texts: await textsFingerprint(all), split }
  const report = record(options, {
    outcomes, generator, faults: plan.faults, seconds: (performance.now() - begin) / 1000,
    ...(part && { part }),
    ...(options.ledger !== undefined && { ledger: { file: options.ledger, kept } }),
  })
  await events.onRunEnd(report)
  return report
}

type Timed = RunOptions & Required<Pick<RunOptions, 'expected'>>

async function verifyAll(
  plan: Plan, options: Timed, request: TheoremRequest, ledger: Ledger | null, events: Required<RunEvents>,
) {
  const { expected, threads = availableParallelism(), seed } = options
  const spared = keptBy(ledger, plan.files)
  const theorems = longestFirst(plan.files.filter((file) => !spared.has(file)), expected)
  // what was split is the longest of all
  const tasks = [...shareTasks(plan.split, request), ...theorems.map((file): TheoremTask => ({ ...file, request }))]
  events.onRunStart({
    theorems: tasks, seed, threads: Math.min(threads, tasks.length), expected, kept: spared.size,
  })
  plan.faults.forEach((fault) => events.onFault(fault))
  spared.forEach((report) => events.onTheoremDone(report, ''))
  const { job = jobFor(plan), limits = limitsAt(options.effort), signal } = options
  const pool = { job, threads, limits, helping: true, ...(signal && { signal }) }
  const found = await (options.perform ?? runTasks)<Found, TheoremTask>(tasks, pool, telling(events, ledger))
  const known = [...spared.values()].map((result) => ({ result, faults: [] }))
  const whole = [...found].map(([task, one]) => accumulatedIn(ledger, ofWhole(task, one)))
  return { outcomes: [...known, ...whole], kept: spared.size, split: await sharesFrom(tasks, found) }
}

const keptBy = (ledger: Ledger | null, files: readonly TheoremFile[]): Map<TheoremFile, TheoremReport> =>
  new Map(files.flatMap((file) => {
    const report = ledger?.kept(file)
    return report ? [[file, ledger!.accumulated(report)] as const] : []
  }))

/** What a task says of a theorem as a whole: of one that is split no more than its faults. */
const ofWhole = (task: TheoremTask, { result, faults }: Outcome<Found>): Outcome<TheoremReport> =>
  ({ result: isShare(task) ? null : result as TheoremReport | null, faults })

const telling = (events: Required<RunEvents>, ledger: Ledger | null): PoolEvents<Found, TheoremTask> => ({
  onStart: (task) => events.onTheoremStart(task),
  onProgress: (task, progress) => events.onProgress(task, progress),
  onOutcome: (task, outcome, output) => {
    const { result, faults } = ofWhole(task, outcome)
    // an ill-stated claim is looked at again: mending it elsewhere may not change the module
    if (result && !faults.length) ledger?.write(task, result)
    faults.forEach((fault) => events.onFault(fault))
    const told = accumulatedIn(ledger, { result, faults }).result
    if (told) events.onTheoremDone(told, output)
    events.onTheoremEnd(task)
  },
})
