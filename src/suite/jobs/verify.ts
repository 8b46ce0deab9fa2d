/** The job that `assay verify` gives to its workers. */
import { loadKinds } from '../../verify/kinds.js'
import { verifyChecked } from '../verify-checked.js'
import { verifyWith } from './verify-with.js'

export default verifyWith(verifyChecked)

/** All that a verification will need. */
export const prepare = (): Promise<unknown> => loadKinds()
