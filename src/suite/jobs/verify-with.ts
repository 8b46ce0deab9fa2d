/** The job of a run: one theorem -> its report, by a given way of verifying. */
import type { ClaimReport, TheoremReport } from '../../verify/evidence.js'
import { faultOf } from '../faults.js'
import type { Job } from '../messages.js'
import { replayToken } from '../replay-token.js'
import type { TheoremRequest, Verify } from '../verification.js'

type VerifyJob = Job<TheoremRequest, TheoremReport>

/** Every claim is in the report or among the faults; every counterexample has the word that replays it. */
export const verifyWith = (verify: Verify): VerifyJob => async (theorem, task, progress, share) => {
  const start = performance.now()
  const { file, request } = task
  const found = await verify(theorem, request, progress, share)
  const { id, title, source: { key, at, url } } = theorem
  const claims = found.claims.map((claim) => ({ ...claim, replay: claim.replay ?? tokenOf(claim, id, request) }))
  const seconds = (performance.now() - start) / 1000
  const faults = found.faults.map(({ claim, code, message }) => ({ file, claim, code, message }))
  const { algorithm = null, coverage = null, stated = null } = found
  if (claims.length) return {
    result: { id, file, title, source: { key, at, url }, stated, claims, algorithm, coverage, seconds }, faults,
  }
  return { result: null, faults: faults.length ? faults : [faultOf(file, 'NOTHING_VERIFIED', 'no claim was verified')] }
}

const tokenOf = ({ name, counterexample }: ClaimReport, id: string, request: TheoremRequest): string | null =>
  counterexample ? replayToken({ ...request, id, claim: name }) : null
