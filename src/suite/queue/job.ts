/**
 * What a coordinator asks of a worker: one theorem, named by all that decides the answer, so that it is answered once.
 */
import { createHash } from 'node:crypto'
import { fingerprintOf } from '../ledger/fingerprint.js'
import type { Outcome, Task } from '../messages.js'
import { isObject } from '../forms.js'
import { isTheoremReport } from '../read-record.js'

export interface QueuedTask {
  readonly id: string
  /** as the coordinator's reader knows it */
  readonly file: string
  readonly request: unknown
  /** of module, imports and engine: a worker with another one does not answer */
  readonly fingerprint: string
}

/** What a worker gives back. */
export interface Answer {
  readonly outcome: Outcome
  /** what the module printed */
  readonly output: string
}

export const queuedTask = async ({ id, file, path, request }: Task): Promise<QueuedTask> =>
  ({ id, file, request, fingerprint: await fingerprintOf(path) })

/** The same for the same question, whoever asks. */
export const nameOf = (task: QueuedTask): string => createHash('sha256').update(JSON.stringify(task)).digest('hex')

const verdicts = ['proved', 'verified', 'refuted', 'undecided', 'invalid']

/** Is this an answer to that question, in full? A worker is believed no more than a file. */
export function isAnswerTo({ id }: QueuedTask, value: unknown): value is Answer {
  if (!isObject(value) || !isObject(value.outcome) || typeof value.output !== 'string') return false
  const { result, faults } = value.outcome
  if (!Array.isArray(faults) || !faults.every(isObject)) return false
  return result === null ? faults.length > 0 : isReportOf(id, result)
}

const isReportOf = (id: string, report: unknown): boolean =>
  isTheoremReport(report) && report.id === id && Number.isFinite(report.seconds)
  && report.claims.length > 0 && report.claims.every(({ verdict }) => verdicts.includes(verdict))
