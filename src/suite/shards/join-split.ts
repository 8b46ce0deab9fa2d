/**
 * The theorems that shards have split, joined from what their homes found and the draws that all have decided. Where
 * that does not settle it, as a claim has fallen away from home or a draw could not be decided, the theorem is verified
 * here with these draws.
 */
import { availableParallelism } from 'node:os'
import type { Decided } from '../../verify/decided.js'
import { closed } from '../../verify/close-open.js'
import type { StatementFault, TheoremReport } from '../../verify/evidence.js'
import { moduleUrl } from '../bootstrap.js'
import { discoverTheorems, type TheoremFile } from '../discover.js'
import { fingerprintOf } from '../ledger/fingerprint.js'
import { limitsAt } from '../limits.js'
import type { NamedRecord } from '../merge.js'
import type { Outcome, Task } from '../messages.js'
import { runTasks } from '../pool.js'
import { refuse } from '../refusal.js'
import { requestOf, type TheoremRequest } from '../verification.js'
import { isHomeOf } from './home.js'
import { type Home, type SplitShare, unpacked } from './part.js'

export interface SplitOptions {
  /** folder of the theorems: the same files as those of the shards */
  readonly theorems: string
  readonly threads?: number | undefined
  readonly signal?: AbortSignal
}

interface Named {
  /** the record that it is from */
  readonly file: string
  readonly share: SplitShare
  /** what the shard told of the module */
  readonly faults: readonly StatementFault[]
}

type SplitTask = Task<TheoremRequest> & TheoremFile

/**
 * Outcomes of all theorems that are split between these shards of one run, in the order of ids. Throws
 * NO_SPLIT_THEOREM, STALE_SHARD, NO_HOME, BAD_HOME, BAD_DECISION, DUPLICATE_HOME and DUPLICATE_DECISION, naming the
 * record.
 */
export async function joinSplit(
  records: readonly NamedRecord[], { theorems, threads = availableParallelism(), signal }: SplitOptions,
): Promise<Outcome<TheoremReport>[]> {
  const shares = sharesOf(records)
  if (!shares.size) return []
  const { report: { run, budget: { precision }, seed, part } } = records[0]!
  const request = requestOf({ ...run, seed, precision }, part!.suiteSize)
  const files = new Map((await discoverTheorems(theorems)).map((file) => [file.id, file]))
  const outcomes = new Map<string, Outcome<TheoremReport>>()
  const tasks: SplitTask[] = []
  for (const [id, own] of [...shares].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const file = files.get(id) ?? refuse('NO_SPLIT_THEOREM', `the shards share the draws of "${id}", which is not `
      + `below "${theorems}"; name the folder of the theorems with --theorems DIR`)
    await requireFresh(file, own)
    const [home, decisions] = [homeOf(id, own), decisionsOf(own)]
    const joined = joinedFrom(home, decisions)
    outcomes.set(id, joined ?? { result: null, faults: [] })
    if (!joined) tasks.push({ ...file, file: own[0]!.share.file, request: { ...request, decisions } })
  }
  const pool = { job: moduleUrl('suite/jobs/verify'), threads, limits: limitsAt(run.effort), helping: true }
  const verified = await runTasks<TheoremReport, SplitTask>(tasks, { ...pool, ...(signal && { signal }) })
  verified.forEach((outcome, { id }) => outcomes.set(id, outcome))
  return [...outcomes].map(([id, outcome]) => withSeconds(outcome, shares.get(id)!))
}

function sharesOf(records: readonly NamedRecord[]): Map<string, Named[]> {
  const shares = new Map<string, Named[]>()
  for (const { file, report: { part, errors } } of records) {
    for (const share of part?.split ?? []) {
      const faults = errors.filter((fault) => fault.file === share.file)
      shares.set(share.id, [...shares.get(share.id) ?? [], { file, share, faults }])
    }
  }
  return shares
}

async function requireFresh({ id, path }: TheoremFile, shares: readonly Named[]): Promise<void> {
  const fingerprint = await fingerprintOf(path)
  const stale = shares.find(({ share }) => share.fingerprint !== fingerprint)
  if (stale) {
    refuse('STALE_SHARD', `"${stale.file}" holds draws of "${id}" as another module, assay or node decided them; `
      + 'verify it again, or merge it where nothing has changed')
  }
}

/** The one home of a theorem, and what its shard told of the module. */
function homeOf(id: string, shares: readonly Named[]): { home: Home; faults: readonly StatementFault[] } {
  const [first, second] = shares.filter(({ share }) => share.home !== undefined)
  if (!first) {
    return refuse('NO_HOME',
      `"${shares[0]!.file}" shares "${id}" with others, none of which is its home; verify all again`)
  }
  if (second) {
    refuse('DUPLICATE_HOME', `"${second.file}" is the home of "${id}", as "${first.file}" is; verify both again`)
  }
  const { file, share: { home }, faults } = first
  if (!isHomeOf(id, home) || (home.report === null && !faults.length)) {
    return refuse('BAD_HOME', `"${file}" does not say what it found of "${id}" as a shard does; verify it again`)
  }
  return { home, faults }
}

function decisionsOf(shares: readonly Named[]): Map<string, Decided> {
  const found = new Map<string, Decided>()
  for (const { file, share: { id, decisions } } of shares) {
    for (const [key, value] of Object.entries(decisions)) {
      const one = unpacked(value) ?? refuse('BAD_DECISION',
        `"${file}" holds something that is no decision of "${id}" (${key.slice(0, 60)}); verify it again`)
      if (found.has(key)) {
        refuse('DUPLICATE_DECISION', `"${file}" decides a draw of "${id}" that another shard has; verify both again`)
      }
      found.set(key, one)
    }
  }
  return found
}

/** Null where home and decisions do not settle what became of the theorem. */
function joinedFrom(
  { home, faults }: ReturnType<typeof homeOf>, decisions: ReadonlyMap<string, Decided>,
): Outcome<TheoremReport> | null {
  if (home.report === null) return { result: null, faults }
  const result = closed(home.report, home.open, decisions)
  // what each shard took is added up
  return result && { result: { ...result, seconds: 0 }, faults }
}

/** What the shards took counts as well. */
function withSeconds({ result, faults }: Outcome<TheoremReport>, shares: readonly Named[]): Outcome<TheoremReport> {
  const spent = shares.reduce((sum, { share }) => sum + share.seconds, 0)
  return { result: result && { ...result, seconds: result.seconds + spent }, faults }
}
