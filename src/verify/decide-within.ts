/** A claim at one of its draws: decided, or beyond what any number of samples decides. */
import type { Case } from './case.js'
import type { Levels } from './checkers/checker.js'
import { outOfReach, restsOnHeavyTails } from './heavy-tailed.js'
import { decide, type Decision } from './simulate.js'
import type { SimulatedDraw } from './simulated-draw.js'
import type { Variant } from './variant.js'

export interface Beyond {
  /** why the draw cannot be decided */
  readonly beyond: string
}

/** @throws StatementError as `decide`, and where fourth moments are asked for beyond the edge of stability */
export function decideWithin(variant: Variant, draw: SimulatedDraw, levels: Levels, at: Case): Decision | Beyond {
  const beyond = outOfReach(variant, draw, at)
  return beyond === null ? decide(variant, draw, levels, at, restsOnHeavyTails(variant, draw, at)) : { beyond }
}
