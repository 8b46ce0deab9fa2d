/** One job on one theorem, in a worker that can be killed: what it has to say, as lines. */
import { discoverTheorems } from './discover.js'
import { faultOf } from './faults.js'
import type { Outcome } from './messages.js'
import { planRun } from './plan.js'
import { runTasks } from './pool.js'

/** The lines that a job makes of the theorem with this id. Throws NO_MATCH where there is none. */
export async function linesOf(folder: string, id: string, job: string): Promise<Outcome<readonly string[]>> {
  const file = planRun(await discoverTheorems(folder), { patterns: [], only: id }).files[0]!
  const task = { ...file, request: null }
  const outcomes = await runTasks<readonly string[]>([task], { job, threads: 1 })
  return outcomes.get(task) ?? { result: null, faults: [faultOf(file.file, 'STOPPED', 'was stopped')] }
}
