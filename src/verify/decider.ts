/** Draws of a simulated claim, one at a time and ahead of its verdict, which decides what is left out. */
import { NumericalError } from '../numeric/errors.js'
import { StatementError } from '../symbolic/errors.js'
import { Pole } from '../symbolic/ring.js'
import type { Simulated } from '../theorem/support.js'
import type { Case } from './case.js'
import { decideWithin } from './decide-within.js'
import { drawsFor } from './simulate.js'
import { drawCount, ledgerEntryOf, levelsOf } from './simulation-levels.js'
import type { Variant } from './variant.js'

/** Decides the draw of a number, from 0, among the decisions of the case. */
export async function deciderOf(variant: Variant, support: Simulated, at: Case): Promise<(draw: number) => void> {
  const levels = levelsOf(support, ledgerEntryOf(variant.claim.name, at), at)
  const draws = await drawsFor(variant, support, drawCount(at), at)
  return (number) => {
    const draw = draws[number]!
    try {
      decideWithin(variant, draw, levels, at)
    } catch (error) {
      // what goes wrong at a draw is told by the verdict, which meets it again
      if (![StatementError, NumericalError, Pole].some((known) => error instanceof known)) throw error
    }
  }
}
