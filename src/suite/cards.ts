/** The cards of the theorems below a folder, kept or read in workers: a bad module is a fault here as well. */
import type { StatementFault } from '../verify/evidence.js'
import { moduleUrl } from './bootstrap.js'
import type { TheoremCard } from './card.js'
import { discoverTheorems } from './discover.js'
import { keptCards } from './kept-cards.js'
import { planRun, type Selection } from './plan.js'
import { runTasks } from './pool.js'
import { sortFaults } from './summary.js'

export interface Cards {
  readonly cards: readonly TheoremCard[]
  readonly faults: readonly StatementFault[]
}

/** Reads every theorem that is selected. */
export async function readCards(folder: string, selection: Selection): Promise<Cards> {
  const { files, faults } = planRun(await discoverTheorems(folder), selection)
  const kept = await keptCards(files)
  const tasks = files.filter((file) => !kept.card(file)).map((file) => ({ ...file, request: null }))
  const job = moduleUrl('suite/jobs/describe')
  const outcomes = tasks.length
    ? await runTasks<TheoremCard, typeof tasks[number]>(tasks, { job, threads: 1 }) : new Map()
  const ended = tasks.flatMap((task) => outcomes.get(task) ?? [])
  const read = ended.flatMap(({ result }) => (result ? [result] : []))
  await kept.keep(read)
  return {
    cards: files.flatMap((file) => kept.card(file) ?? read.find(({ id }) => id === file.id) ?? []),
    faults: sortFaults([...faults, ...ended.flatMap((outcome) => outcome.faults)]),
  }
}
