/** The job behind `assay list` and `assay show`: a theorem -> its card. */
import { cardOf, type TheoremCard } from '../card.js'
import type { Job } from '../messages.js'

const describe: Job<null, TheoremCard> = async (theorem, { file }) => ({ result: cardOf(theorem, file), faults: [] })

export default describe
