/** Some draws of a simulated claim, decided ahead of its verdict, which decides what is left out. */
import type { Simulated } from '../theorem/support.js'
import { StatementError } from '../symbolic/errors.js'
import { Pole } from '../symbolic/ring.js'
import { NumericalError } from '../numeric/errors.js'
import type { Case } from './case.js'
import { outOfReach } from './heavy-tailed.js'
import { decide, drawsFor } from './simulate.js'
import { drawCount, ledgerEntryOf, levelsOf } from './simulation-levels.js'
import type { Variant } from './variant.js'

/** Adds to the decisions of the case those at draws that are `mine`. */
export async function decideSome(
  variant: Variant, support: Simulated, at: Case, mine: (draw: number) => boolean,
): Promise<void> {
  const levels = levelsOf(support, ledgerEntryOf(variant.claim.name, at), at)
  for (const draw of await drawsFor(variant, support, drawCount(at), at)) {
    if (!mine(draw.number)) continue
    try {
      if (outOfReach(variant, draw, at) === null) decide(variant, draw, levels, at)
    } catch (error) {
      // what goes wrong at a draw is told by the verdict, which meets it again
      if (![StatementError, NumericalError, Pole].some((known) => error instanceof known)) throw error
    }
  }
}
