/**
 * Draws in an order that covers the strata soon: each is, of the pool that its turn may draw from, the one that reaches
 * the most thirds and pairs of thirds that none before it has. A longer sequence begins with a shorter one.
 */
import type { Draw } from '../theorem/raw-draws.js'
import { cellsOf, strataOf } from './strata.js'

/** A third that is new counts for as much as so many cells. */
const THIRD = 3

/** One draw for each turn, from the pool of that turn; no draw twice before a pool is exhausted. */
export function stratified(turns: readonly (readonly Draw[])[]): Draw[] {
  const pools = [...new Set(turns)]
  const strata = strataOf(pools.flat())
  const known =
    new Map(pools.flat().map((draw) => [draw, { thirds: strata.of(draw), cells: cellsOf(strata.of(draw)) }]))
  const seen = new Set<string>()
  const taken = new Set<Draw>()
  const gain = (draw: Draw): number => {
    const { thirds, cells } = known.get(draw)!
    return THIRD * thirds.filter((third, i) => !seen.has(`${i}: ${third}`)).length
      + cells.filter((cell) => !seen.has(cell)).length
  }
  return turns.map((pool) => {
    const free = pool.filter((draw) => !taken.has(draw))
    const best = free.reduce<readonly [Draw, number] | null>((a, draw) => {
      const own = gain(draw)
      return a && a[1] >= own ? a : [draw, own]
    }, null)?.[0] ?? pool[0]!
    const { thirds, cells } = known.get(best)!
    for (const stratum of [...thirds.map((third, i) => `${i}: ${third}`), ...cells]) seen.add(stratum)
    taken.add(best)
    return best
  })
}
