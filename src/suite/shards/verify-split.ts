/** The theorems that shards have split, verified with the draws that they decided; what is missing is decided here. */
import { availableParallelism } from 'node:os'
import type { Decided } from '../../verify/decided.js'
import type { TheoremReport } from '../../verify/evidence.js'
import { moduleUrl } from '../bootstrap.js'
import { discoverTheorems, type TheoremFile } from '../discover.js'
import { fingerprintOf } from '../ledger/fingerprint.js'
import { limitsAt } from '../limits.js'
import type { NamedRecord } from '../merge.js'
import type { Outcome, Task } from '../messages.js'
import { runTasks } from '../pool.js'
import { refuse } from '../refusal.js'
import { requestOf, type TheoremRequest } from '../verification.js'
import { type SplitShare, unpacked } from './part.js'

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
}

type SplitTask = Task<TheoremRequest> & TheoremFile

/**
 * Outcomes of all theorems that are split between these shards of one run, in the order of ids. Throws
 * NO_SPLIT_THEOREM, STALE_SHARD, BAD_DECISION and DUPLICATE_DECISION, naming the record.
 */
export async function verifySplit(
  records: readonly NamedRecord[], { theorems, threads = availableParallelism(), signal }: SplitOptions,
): Promise<Outcome<TheoremReport>[]> {
  const shares = sharesOf(records)
  if (!shares.size) return []
  const { report: { run, budget: { precision }, seed, part } } = records[0]!
  const request = requestOf({ ...run, seed, precision }, part!.suiteSize)
  const files = new Map((await discoverTheorems(theorems)).map((file) => [file.id, file]))
  const tasks: SplitTask[] = []
  for (const [id, own] of [...shares].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const file = files.get(id) ?? refuse('NO_SPLIT_THEOREM', `the shards share the draws of "${id}", which is not `
      + `below "${theorems}"; name the folder of the theorems with --theorems DIR`)
    await requireFresh(file, own)
    tasks.push({ ...file, file: own[0]!.share.file, request: { ...request, decisions: decisionsOf(own) } })
  }
  const pool = { job: moduleUrl('suite/jobs/verify'), threads, limits: limitsAt(run.effort), helping: true }
  const outcomes = await runTasks<TheoremReport, SplitTask>(tasks, { ...pool, ...(signal && { signal }) })
  return tasks.flatMap((task) => outcomes.get(task) ?? []).map((outcome) => withSeconds(outcome, shares))
}

function sharesOf(records: readonly NamedRecord[]): Map<string, Named[]> {
  const shares = new Map<string, Named[]>()
  for (const { file, report: { part } } of records) {
    for (const share of part?.split ?? []) shares.set(share.id, [...shares.get(share.id) ?? [], { file, share }])
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

/** What the shards took counts as well. */
function withSeconds(
  { result, faults }: Outcome<TheoremReport>, shares: ReadonlyMap<string, readonly Named[]>,
): Outcome<TheoremReport> {
  const spent = (shares.get(result?.id ?? '') ?? []).reduce((sum, { share }) => sum + share.seconds, 0)
  return { result: result && { ...result, seconds: result.seconds + spent }, faults }
}
