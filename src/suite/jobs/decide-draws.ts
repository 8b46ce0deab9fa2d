/** The job for a theorem that is verified elsewhere: some of its draws, decided. Faults are told there. */
import { checkTheorem } from '../../theorem/check.js'
import { decideDraws } from '../../verify/decide-draws.js'
import { loadSimulated } from '../../verify/kinds.js'
import type { Job } from '../messages.js'
import { packed } from '../shards/part.js'
import type { TheoremRequest } from '../verification.js'

export interface DrawsRequest extends TheoremRequest {
  /** numbers of the draws */
  readonly draws: readonly number[]
}

export interface DecidedDraws {
  /** by key */
  readonly decisions: Readonly<Record<string, unknown>>
  readonly seconds: number
}

const job: Job<DrawsRequest, DecidedDraws> = async (theorem, { request }, progress) => {
  const begin = performance.now()
  const { theorem: sound } = await checkTheorem(theorem)
  const decisions = sound ? await decideDraws(sound, request, request.draws, progress) : new Map()
  return { result: { decisions: packed(decisions), seconds: (performance.now() - begin) / 1000 }, faults: [] }
}

export default job

/** All that deciding draws will need. */
export const prepare = (): Promise<unknown> => loadSimulated()
