/** What a shard does of theorems that are split: its draws, decided, with the fingerprint of what decided them. */
import { availableParallelism } from 'node:os'
import { moduleUrl } from '../bootstrap.js'
import type { RunEvents } from '../events.js'
import type { DecidedDraws, DrawsRequest } from '../jobs/decide-draws.js'
import { fingerprintOf } from '../ledger/fingerprint.js'
import { limitsAt } from '../limits.js'
import type { Task } from '../messages.js'
import type { SplitFile } from '../plan.js'
import { runTasks } from '../pool.js'
import type { RunOptions } from '../run-options.js'
import type { TheoremFile } from '../discover.js'
import type { TheoremRequest } from '../verification.js'
import type { SplitShare } from './part.js'

type DrawsTask = Task<DrawsRequest> & TheoremFile

/** Decides on the threads of this process; a module that fails has no decisions, and fails again when merged. */
export async function decideSplit(
  split: readonly SplitFile[], request: TheoremRequest, options: RunOptions, events: Required<RunEvents>,
): Promise<SplitShare[]> {
  if (!split.length) return []
  const { threads = availableParallelism(), limits = limitsAt(options.effort), signal } = options
  const tasks = split.map(({ file, draws }): DrawsTask => ({ ...file, request: { ...request, draws } }))
  const pool = {
    job: moduleUrl('suite/jobs/decide-draws'), threads, limits, helping: true, ...(signal && { signal }),
  }
  const outcomes = await runTasks<DecidedDraws, DrawsTask>(tasks, pool, {
    onStart: (task) => events.onTheoremStart(task),
    onProgress: (task, progress) => events.onProgress(task, progress),
    onOutcome: (task) => events.onTheoremEnd(task),
  })
  return Promise.all(tasks.map(async (task) => {
    const { decisions = {}, seconds = 0 } = outcomes.get(task)?.result ?? {}
    return { id: task.id, file: task.file, fingerprint: await fingerprintOf(task.path), decisions, seconds }
  }))
}
