/** All shards of one run as its record: what they have split is joined; a ledger may keep it. */
import { discoverTheorems } from '../discover.js'
import type { SuiteReport } from '../events.js'
import { fallenClaims } from '../fallen.js'
import { textsFingerprint } from '../ledger/fingerprint.js'
import { openLedger } from '../ledger/ledger.js'
import { mergeRecords, type NamedRecord, requireShards } from '../merge.js'
import { refuse } from '../refusal.js'
import { summarise } from '../summary.js'
import { type SplitOptions, joinSplit } from './join-split.js'

export interface MergeOptions extends SplitOptions {
  /** file of a ledger to continue; absent: none */
  readonly ledger?: string
}

/** The record of the whole. Throws as `requireShards`, `joinSplit` and `openLedger` do; STALE_SHARD as well. */
export async function mergeShards(records: readonly NamedRecord[], options: MergeOptions): Promise<SuiteReport> {
  requireShards(records)
  // random numbers that failed anywhere verify nothing
  const trusted = records.every(({ report: { run } }) => run.generator?.ok !== false)
  const split = trusted ? await joinSplit(records, options) : []
  const report = mergeRecords(records, split, options.signal?.aborted)
  return options.ledger === undefined || report.run.interrupted ? report
    : withLedger(records, report, options)
}

async function withLedger(
  records: readonly NamedRecord[], report: SuiteReport, { ledger: file = '', theorems: folder }: MergeOptions,
): Promise<SuiteReport> {
  const [{ file: name, report: { part } }] = records as [NamedRecord]
  const all = await discoverTheorems(folder)
  if (part?.texts !== await textsFingerprint(all)) {
    refuse('STALE_SHARD', `"${name}" is of other theorems or another assay than those here, so no ledger can keep it; `
      + 'merge where nothing has changed, or without --ledger')
  }
  const conditions = { ...report.run, seed: report.seed, precision: report.budget.precision, suiteSize: part.suiteSize }
  const ledger = await openLedger(file, all, conditions)
  const illStated = new Set(report.errors.map((fault) => fault.file))
  const theorems = report.theorems.map((one) => {
    const theorem = all.find(({ id }) => id === one.id)!
    if (illStated.has(one.file)) return one
    if (!ledger.kept(theorem)) ledger.write(theorem, one)
    return ledger.accumulated(one)
  })
  return {
    ...report, theorems, fallen: fallenClaims(theorems), summary: summarise(theorems, report.summary.seconds),
    run: { ...report.run, ledger: { file, kept: 0 } },
  }
}
