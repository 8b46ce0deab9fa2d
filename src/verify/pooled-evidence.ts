/** The evidence against a claim from all its draws together: products over draws of each bet, averaged last. */
import type { BetLog } from '../statistics/check.js'
import { emptyPool, logPooled, poolDraw } from '../statistics/pool.js'

/** The log of the pooled evidence; 0 where there is none. */
export function logPooledOf(draws: readonly (readonly BetLog[])[]): number {
  const components = [...new Set(draws.flatMap((bets) => bets.map(({ component }) => component)))]
  if (!components.length) return 0
  return logPooled(draws.reduce((pool, bets) => poolDraw(pool, bets), emptyPool(components)))
}
