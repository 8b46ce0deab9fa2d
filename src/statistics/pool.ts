/**
 * Evidence added over draws of the parameters: a mixture over bets of products over draws, never a product of mixtures
 * (a claim 2 % off at every draw falls after 121 draws; the product of mixtures never noticed). The log wealth of bet k
 * of a component is summed over independent draws, and the average over bets, sides and components is taken last.
 */
import { NumericalError } from '../numeric/errors.js'
import { logMeanExp } from '../numeric/log-sum-exp.js'
import { GRID } from './bet-grid.js'
import type { BetLog } from './check.js'

/** Plain data, so that workers and shards can exchange it. */
export interface Pool {
  readonly draws: number
  /** fixed before the first draw */
  readonly bets: readonly BetLog[]
}

/** No draws yet; the names of the components are fixed here, since the average runs over all of them. */
export function emptyPool(components: readonly string[]): Pool {
  const zeros = () => GRID.map(() => 0)
  return { draws: 0, bets: components.map(component => ({ component, up: zeros(), down: zeros() })) }
}

/**
 * The pool after one more draw, whose samples are independent of all earlier ones; a component that the draw does not
 * have (a smaller dimension) stays as it was. Throws `unknown-component` for a name the pool was not opened with.
 */
export function poolDraw(pool: Pool, bets: readonly BetLog[]): Pool {
  const known = new Set(pool.bets.map(bet => bet.component))
  const stranger = bets.find(bet => !known.has(bet.component))
  if (stranger) {
    throw new NumericalError('unknown-component',
      `"${stranger.component}" is not in the pool; name every component when the pool is opened`)
  }
  const added = new Map(bets.map(bet => [bet.component, bet]))
  return {
    draws: pool.draws + 1,
    bets: pool.bets.map(bet => {
      const extra = added.get(bet.component)
      return extra ? { component: bet.component, up: sum(bet.up, extra.up), down: sum(bet.down, extra.down) } : bet
    }),
  }
}

/** ln of the pooled evidence against the claim; refute when it reaches ln(1 / alpha) of the pooled channel. */
export function logPooled({ bets }: Pool): number {
  return logMeanExp(bets.flatMap(bet => [...bet.up, ...bet.down]))
}

function sum(a: readonly number[], b: readonly number[]): number[] {
  return a.map((x, k) => x + b[k]!)
}
