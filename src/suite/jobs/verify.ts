/** The job that `assay verify` gives to its workers. */
import { moduleUrl } from '../bootstrap.js'
import type { Verify } from '../verification.js'
import { verifyWith } from './verify-with.js'

const { verifyTheorem } = await import(moduleUrl('verify/verify-theorem')) as { verifyTheorem: Verify }

export default verifyWith(verifyTheorem)
