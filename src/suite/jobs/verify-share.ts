/** The job of a shard that has theorems as a whole or at home: what is done of each is said in its request. */
import type { TheoremReport } from '../../verify/evidence.js'
import type { Job } from '../messages.js'
import type { ShareFound, ShareRequest } from '../shards/part.js'
import type { TheoremRequest } from '../verification.js'
import decideDraws from './decide-draws.js'
import verify from './verify.js'
import verifyHome from './verify-home.js'

const job: Job<TheoremRequest | ShareRequest, TheoremReport | ShareFound> = (theorem, task, progress) => {
  const { request } = task
  if (!('home' in request)) return verify(theorem, { ...task, request }, progress)
  return (request.home ? verifyHome : decideDraws)(theorem, { ...task, request }, progress)
}

export default job

export { prepare } from './verify.js'
