/** The job that `assay verify` gives to its workers. */
import { verifyChecked } from '../verify-checked.js'
import { verifyWith } from './verify-with.js'

export default verifyWith(verifyChecked)
