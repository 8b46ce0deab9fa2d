/** The job behind `assay derive`: a theorem -> lines with what the moment engine found. */
import { derive } from '../../verify/derive.js'
import type { Job } from '../messages.js'

const job: Job<null, readonly string[]> = async (theorem) => ({ result: await derive(theorem), faults: [] })

export default job
