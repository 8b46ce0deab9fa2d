/** One job on one theorem, in a worker that can be killed: what it has to say, as lines. */
import { discoverTheorems } from './discover.js'
import { faultOf } from './faults.js'
import type { Limits } from './limits.js'
import type { Outcome } from './messages.js'
import { planRun } from './plan.js'
import { runTasks } from './pool.js'

export interface LinesRequest {
  /** address of the job's module */
  readonly job: string
  /** what the job is asked beside the theorem; default null */
  readonly request?: unknown
  readonly limits?: Limits
}

/** The lines that a job makes of the theorem with this id. Throws NO_MATCH where there is none. */
export async function linesOf(folder: string, id: string, of: LinesRequest): Promise<Outcome<readonly string[]>> {
  const file = planRun(await discoverTheorems(folder), { patterns: [], only: id }).files[0]!
  const task = { ...file, request: of.request ?? null }
  const outcomes =
    await runTasks<readonly string[]>([task], { job: of.job, threads: 1, ...(of.limits && { limits: of.limits }) })
  return outcomes.get(task) ?? { result: null, faults: [faultOf(file.file, 'STOPPED', 'was stopped')] }
}
