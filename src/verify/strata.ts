/**
 * Strata of the parameters: thirds of the range of each symbol, in the logarithm, read off a sample of what can be
 * drawn, and cells, the pairs of thirds of every two symbols.
 */
import { toNumber, type Rational } from '../symbolic/rings/rational.js'
import type { Value } from '../symbolic/value.js'
import type { Draw } from '../theorem/raw-draws.js'
import type { Places } from './evidence.js'

export interface Strata {
  readonly names: readonly string[]
  /** the third of every symbol, 0 .. 2 */
  of(draw: Draw): readonly number[]
  /** the range of a symbol, and where in it draws lie, in hundredths; nothing where there is no range */
  placesOf(draws: readonly Draw[], symbol: number): Partial<Places>
  /** is a symbol in the outer tenth of its range, at either end? */
  isAtEdge(draw: Draw, symbol: number): boolean
}

/** Strata by a sample of what can be drawn. */
export function strataOf(sample: readonly Draw[]): Strata {
  const names = [...(sample[0]?.keys() ?? [])]
  const ranges = names.map((name) => rangeOf(sample.map((draw) => sizeOf(draw.get(name)!))))
  const placeOf = (draw: Draw, i: number): number => placeIn(ranges[i]!, sizeOf(draw.get(names[i]!)!))
  return {
    names,
    of: (draw) => names.map((_, i) => Math.min(2, Math.floor(3 * placeOf(draw, i)))),
    placesOf: (draws, i) => {
      const { least, largest } = ranges[i]!
      const at = [...new Set(draws.map((draw) => Math.round(100 * placeOf(draw, i)) / 100))].sort((a, b) => a - b)
      return largest > least ? { from: rounded(Math.exp(least)), to: rounded(Math.exp(largest)), at } : {}
    },
    isAtEdge: (draw, i) => Math.abs(placeOf(draw, i) - 1 / 2) >= 0.4,
  }
}

/** The cells of one draw: "i j: a b" for the symbols i < j in the thirds a and b. */
export const cellsOf = (thirds: readonly number[]): string[] =>
  thirds.flatMap((a, i) => thirds.slice(i + 1).map((b, j) => `${i} ${i + 1 + j}: ${a} ${b}`))

/** One number that tells small values from large ones: the root mean square of the entries. */
const sizeOf = ({ entries }: Value<Rational>): number => {
  const all = entries.flat().map(toNumber)
  return Math.sqrt(all.reduce((sum, x) => sum + x * x, 0) / all.length)
}

interface Range {
  readonly least: number
  readonly largest: number
}

/** The range of the sizes, in the logarithm. */
function rangeOf(sizes: readonly number[]): Range {
  const logs = sizes.filter((x) => x > 0).map(Math.log)
  return { least: Math.min(...logs), largest: Math.max(...logs) }
}

/** Where in a range a size lies: 0 .. 1; 1/2 where there is but one. */
const placeIn = ({ least, largest }: Range, x: number): number => (largest > least
  ? Math.min(1, Math.max(0, x > 0 ? (Math.log(x) - least) / (largest - least) : 0)) : 1 / 2)

const rounded = (x: number): number => Number(x.toPrecision(4))
