/** The record of a run: outcomes in the order of ids. */
import type { StatementFault, TheoremReport } from '../verify/evidence.js'
import { budgetOf } from './alarms.js'
import { compare } from './discover.js'
import { engine } from './engine.js'
import { fallenClaims } from './fallen.js'
import type { SuiteReport } from './events.js'
import type { GeneratorReport } from './generator.js'
import type { Outcome } from './messages.js'
import type { RunOptions } from './run-options.js'
import type { Part } from './shards/part.js'
import { sortFaults, summarise } from './summary.js'

export interface Finished {
  /** with evidence of earlier runs, where there is a ledger */
  readonly ledger?: { readonly file: string; readonly kept: number }
  readonly generator: GeneratorReport | null
  readonly outcomes: readonly Outcome<TheoremReport>[]
  /** faults known before anything was verified */
  readonly faults: readonly StatementFault[]
  readonly seconds: number
  /** of a shard */
  readonly part?: Part
}

/** Assembles a report; it does not depend on which thread finished first. */
export function record(options: RunOptions, finished: Finished): SuiteReport {
  const { outcomes, faults, seconds, ledger, generator, part } = finished
  const reports = outcomes.flatMap(({ result }) => (result ? [result] : []))
  const theorems = reports.sort((a, b) => compare(a.id, b.id))
  const { effort, misprints, patterns, shard, seed, precision } = options
  return {
    schema: 1,
    engine: engine(),
    seed,
    budget: budgetOf(theorems, precision),
    run: {
      effort, misprints, patterns,
      shard: shard ? `${shard.index}/${shard.count}` : null,
      interrupted: options.signal?.aborted ?? false,
      generator,
      ...(ledger && { ledger }),
    },
    theorems,
    errors: sortFaults([...faults, ...outcomes.flatMap((outcome) => outcome.faults)]),
    fallen: fallenClaims(theorems),
    ...(part && { part }),
    summary: summarise(theorems, seconds),
  }
}
