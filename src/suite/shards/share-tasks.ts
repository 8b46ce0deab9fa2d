/** What a shard does of theorems that are split, as tasks; and their outcomes as its shares, with fingerprints. */
import type { TheoremReport } from '../../verify/evidence.js'
import type { TheoremFile } from '../discover.js'
import { moduleUrl } from '../bootstrap.js'
import { fingerprintOf } from '../ledger/fingerprint.js'
import type { Outcome, Task } from '../messages.js'
import type { Plan, SplitFile } from '../plan.js'
import type { TheoremRequest } from '../verification.js'
import type { ShareFound, ShareRequest, SplitShare } from './part.js'

export type TheoremTask = Task<TheoremRequest | ShareRequest> & TheoremFile

/** What comes of a task: the report of a theorem, or a share of one that is split. */
export type Found = TheoremReport | ShareFound

export const shareTasks = (split: readonly SplitFile[], request: TheoremRequest): TheoremTask[] =>
  split.map(({ file, draws, home }) => ({ ...file, request: { ...request, draws, home } }))

export const isShare = (task: TheoremTask): task is TheoremTask & Task<ShareRequest> => 'home' in task.request

/** The module that performs the tasks of a plan: who has nothing but draws need not load what proves. */
export function jobFor({ files, split }: Plan): string {
  if (!split.length) return moduleUrl('suite/jobs/verify')
  const proves = files.length > 0 || split.some(({ home }) => home)
  return moduleUrl(proves ? 'suite/jobs/verify-share' : 'suite/jobs/decide-draws')
}

/** The shares for the record of a shard; where a task has come to nothing its faults say why. */
export const sharesFrom = (
  tasks: readonly TheoremTask[], outcomes: ReadonlyMap<TheoremTask, Outcome<Found>>,
): Promise<SplitShare[]> =>
  Promise.all(tasks.filter(isShare).map(async (task) => {
    const nothing = { decisions: {}, seconds: 0, ...(task.request.home && { home: { report: null, open: [] } }) }
    const found = outcomes.get(task)?.result as ShareFound | null | undefined
    return { id: task.id, file: task.file, fingerprint: await fingerprintOf(task.path), ...(found ?? nothing) }
  }))
