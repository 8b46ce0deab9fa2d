/** The pool that the simulated draws of a claim are chosen from: the same for any number of draws. */
import type { CompiledClaim } from '../theorem/compile.js'
import type { Draw } from '../theorem/raw-draws.js'
import type { Case } from './case.js'
import { parameterDraws } from './parameter-draws.js'

/** Draws of one dimension; at most 80 are simulated. */
const POOL = 96

/** What can be drawn for a claim in one dimension, below a part of the boundary. */
export const poolFor = (at: Case, claim: CompiledClaim, dimension: number, reach = 1): Promise<readonly Draw[]> =>
  parameterDraws(at, claim, dimension, POOL, { reach })
