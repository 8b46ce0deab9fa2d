/** The job of whoever may have a part of a theorem: what is done of each, its request says. */
import type { TheoremReport } from '../../verify/evidence.js'
import type { Job } from '../messages.js'
import type { ShareFound, ShareRequest } from '../shards/part.js'
import type { TheoremRequest } from '../verification.js'
import decideDraws, { type DrawsRequest } from './decide-draws.js'
import verify from './verify.js'
import verifyHome from './verify-home.js'

type Request = TheoremRequest | DrawsRequest | ShareRequest

const job: Job<Request, TheoremReport | ShareFound> = (theorem, task, ...rest) => {
  const { request } = task
  if (!('draws' in request)) return verify(theorem, { ...task, request }, ...rest)
  const atHome = 'home' in request && request.home
  return (atHome ? verifyHome : decideDraws)(theorem, { ...task, request }, ...rest)
}

export default job

export { prepare } from './verify.js'
