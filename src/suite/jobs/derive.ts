/** The job behind `assay derive`: a theorem -> lines with what the moment engine found. */
import type { Theorem } from '../../theorem/define.js'
import { moduleUrl } from '../bootstrap.js'
import type { Job } from '../messages.js'

type Derive = (theorem: Theorem) => Promise<readonly string[]>

const { derive } = await import(moduleUrl('verify/derive')) as { derive: Derive }

const job: Job<null, readonly string[]> = async (theorem) => ({ result: await derive(theorem), faults: [] })

export default job
