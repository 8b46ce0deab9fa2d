/** The job of a lane of a queue: a theorem whole, or some of its draws for another lane that has it. */
import type { TheoremReport } from '../../verify/evidence.js'
import type { Job } from '../messages.js'
import type { TheoremRequest } from '../verification.js'
import decideDraws, { type DecidedDraws, type DrawsRequest } from './decide-draws.js'
import verify from './verify.js'

const job: Job<TheoremRequest | DrawsRequest, TheoremReport | DecidedDraws> = (theorem, task, ...rest) => {
  const { request } = task
  return 'draws' in request ? decideDraws(theorem, { ...task, request }, ...rest)
    : verify(theorem, { ...task, request }, ...rest)
}

export default job

export { prepare } from './verify.js'
