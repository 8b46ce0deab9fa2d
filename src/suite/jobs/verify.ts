/** The job that `assay verify` gives to its workers. */
import { verifyTheorem } from '../../verify/verify-theorem.js'
import { verifyWith } from './verify-with.js'

export default verifyWith(verifyTheorem)
