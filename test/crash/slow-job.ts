/** A job that takes a moment, so that it can be killed in the middle. */
import fake from '../suite/jobs/fake.js'
import type { Job } from '../../src/suite/messages.js'
import type { TheoremRequest } from '../../src/suite/verification.js'
import type { TheoremReport } from '../../src/verify/evidence.js'

const job: Job<TheoremRequest, TheoremReport> = async (theorem, task, progress) => {
  await new Promise((resolve) => setTimeout(resolve, 150))
  return fake(theorem, task, progress)
}

export default job
