/** The derivation of one theorem, in a worker that can be killed. */
import { moduleUrl } from './bootstrap.js'
import { discoverTheorems } from './discover.js'
import { faultOf } from './faults.js'
import type { Outcome } from './messages.js'
import { runTasks } from './pool.js'

/** The lines of a derivation. `id` must be the id of a theorem below the folder. */
export async function deriveOne(folder: string, id: string): Promise<Outcome<readonly string[]>> {
  const file = (await discoverTheorems(folder)).find((theorem) => theorem.id === id)!
  const task = { ...file, request: null }
  const outcomes = await runTasks<readonly string[]>([task], { job: moduleUrl('suite/jobs/derive'), threads: 1 })
  return outcomes.get(task) ?? { result: null, faults: [faultOf(file.file, 'STOPPED', 'the derivation was stopped')] }
}
