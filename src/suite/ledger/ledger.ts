/**
 * A run with a ledger: theorems whose text, code and conditions are those of an entry are not verified again, every
 * other one leaves an entry as soon as it ends, and what earlier seeds found is added up. So a killed run goes on.
 */
import type { TheoremReport } from '../../verify/evidence.js'
import type { TheoremFile } from '../discover.js'
import type { Outcome } from '../messages.js'
import { withAccumulated } from './accumulated.js'
import { type Conditions, conditionsOf, type Entry, sameConditions } from './entry.js'
import { appendEntry, readLedger } from './file.js'
import { fingerprintOf } from './fingerprint.js'

export interface Ledger {
  /** the report that an entry holds of this theorem; null where it has to be verified */
  kept(theorem: TheoremFile): TheoremReport | null
  /** appends what became of a theorem */
  write(theorem: TheoremFile, report: TheoremReport): void
  /** with the evidence of all entries, this run's included */
  accumulated(report: TheoremReport): TheoremReport
}

/** An outcome as it stands with all entries of the ledger, if there is one. */
export const accumulatedIn = (ledger: Ledger | null, outcome: Outcome<TheoremReport>): Outcome<TheoremReport> =>
  (ledger && outcome.result ? { ...outcome, result: ledger.accumulated(outcome.result) } : outcome)

/** Opens a ledger for some theorems. Throws NOT_A_LEDGER and CANNOT_READ; `write` throws CANNOT_WRITE. */
export async function openLedger(
  file: string, theorems: readonly TheoremFile[], asked: Conditions,
): Promise<Ledger> {
  const conditions = conditionsOf(asked)
  const fingerprints = new Map<string, string>()
  for (const { id, path } of theorems) fingerprints.set(id, await fingerprintOf(path))
  const entries = await readLedger(file, new Set(fingerprints.values()))
  const of = (id: string): Entry[] =>
    entries.filter(({ fingerprint, report }) => fingerprint === fingerprints.get(id) && report.id === id)
  return {
    kept(theorem) {
      const entry = of(theorem.id).find((one) => sameConditions(one.conditions, conditions))
      return entry ? { ...entry.report, file: theorem.file } : null
    },
    write({ id }, report) {
      const entry: Entry = { schema: 1, fingerprint: fingerprints.get(id)!, conditions, report }
      appendEntry(file, entry)
      entries.push(entry)
    },
    accumulated: (report) => withAccumulated(report, of(report.id)),
  }
}
