/**
 * The records of all shards as the record of the whole: what eight machines verified reads like the work of one. The
 * theorems that they have split come apart, joined.
 * The error budget is that of the whole suite in every shard, so nothing has to be corrected.
 */
import { alarmsOf } from './alarms.js'
import type { SuiteReport } from './events.js'
import { compare } from './discover.js'
import { fallenClaims } from './fallen.js'
import { refuse } from './refusal.js'
import { sortFaults, summarise } from './summary.js'
import type { StatementFault, TheoremReport } from '../verify/evidence.js'
import type { Outcome } from './messages.js'

export interface NamedRecord {
  /** the file, as the user named it */
  readonly file: string
  readonly report: SuiteReport
}

/** Are these shards 1/n .. n/n of one run? Throws NO_SHARD and FOREIGN_, DUPLICATE_, MISSING_, PARTIAL_SHARD. */
export function requireShards(records: readonly NamedRecord[]): void {
  const first = records[0]
    ?? refuse('NO_SHARD', 'nothing to merge; name the files that verify --shard i/n --json FILE wrote')
  for (const one of records) requireSameRun(first, one)
  requireEachShardOnce(records)
}

/** Merges all shards of one run; `split` is what became of the theorems that they shared. Throws as `requireShards`. */
export function mergeRecords(
  records: readonly NamedRecord[], split: readonly Outcome<TheoremReport>[] = [], interrupted = false,
): SuiteReport {
  requireShards(records)
  const reports = records.map(({ report }) => report)
  const { part: _, ...first } = reports[0]!
  const own = split.flatMap(({ result }) => result ?? [])
  const theorems = [...reports.flatMap((report) => report.theorems), ...own].sort((a, b) => compare(a.id, b.id))
  const generator = reports.map(({ run }) => run.generator).reduce((a, b) => (b?.ok === false ? b : a))
  const seconds = reports.reduce((sum, { summary }) => sum + summary.seconds, 0)
  return {
    ...first,
    budget: { ...first.budget, ...(first.budget.alarms && { alarms: alarmsOf(theorems) }) },
    run: { ...first.run, shard: null, interrupted, generator },
    theorems,
    errors: sortFaults([...reports.map(ownErrors), ...split.map(({ faults }) => faults)].flat()),
    fallen: fallenClaims(theorems),
    summary: summarise(theorems, seconds),
  }
}

/** What a shard tells of modules that it has as a whole: of one that is split several may tell the same. */
function ownErrors({ errors, part }: SuiteReport): StatementFault[] {
  const split = new Set(part?.split.map(({ file }) => file))
  return errors.filter(({ file }) => !split.has(file))
}

/** What all shards of one run have in common. */
const common: readonly (readonly [string, (report: SuiteReport) => unknown])[] = [
  ['version of assay', ({ engine }) => engine.version], ['version of node', ({ engine }) => engine.node],
  ['seed', ({ seed }) => seed],
  ['budget', ({ budget: { suiteAlpha, alphaVerify, precision } }) => ({ suiteAlpha, alphaVerify, precision })],
  ['effort', ({ run }) => run.effort], ['misprints', ({ run }) => run.misprints],
  ['patterns', ({ run }) => run.patterns],
  ['number of shards', ({ run }) => run.shard?.split('/')[1] ?? 1],
  ['division (--expected, or the table of the theorems)', ({ part }) => part?.assignment],
  ['text of the theorems or code', ({ part }) => part?.texts],
  ['size of the suite', ({ part }) => part?.suiteSize],
]

function requireSameRun(a: NamedRecord, b: NamedRecord): void {
  for (const [name, of] of common) {
    const [left, right] = [JSON.stringify(of(a.report)), JSON.stringify(of(b.report))]
    if (left !== right) {
      refuse('FOREIGN_SHARD', `"${b.file}" is of another run than "${a.file}", `
        + `its ${name} is ${right} and not ${left}; verify it again`)
    }
  }
}

function requireEachShardOnce(records: readonly NamedRecord[]): void {
  const seen = new Map<string, string>()
  for (const { file, report: { run } } of records) {
    const shard =
      run.shard ?? refuse('NO_SHARD', `"${file}" is the record of a whole run, no shard of one; leave it out`)
    if (run.interrupted) refuse('PARTIAL_SHARD', `"${file}" was interrupted; verify --shard ${shard} again`)
    const other = seen.get(shard)
    if (other !== undefined) refuse('DUPLICATE_SHARD', `"${file}" is shard ${shard}, as "${other}" is; leave one out`)
    seen.set(shard, file)
  }
  const count = Number(records[0]!.report.run.shard!.split('/')[1])
  const missing = Array.from({ length: count }, (_, k) => `${k + 1}/${count}`).filter((shard) => !seen.has(shard))
  if (missing.length) {
    refuse('MISSING_SHARD',
      `shard ${missing.join(', ')} is missing; verify --shard ${missing[0]} and name its record too`)
  }
}
