/**
 * Where in their domains the parameters of a claim were drawn: thirds of the range of each symbol in the logarithm, read
 * off a larger sample of the same draws, and the pairs of thirds of every two symbols; dimensions; edge cases.
 */
import { toNumber, type Rational } from '../symbolic/rings/rational.js'
import type { Value } from '../symbolic/value.js'
import type { Draw } from '../theorem/raw-draws.js'
import type { Case } from './case.js'
import type { Coverage, Places } from './evidence.js'
import { parameterDraws } from './parameter-draws.js'
import { drawnIn } from './simulate.js'

/** Draws that show what can be drawn. */
const REFERENCE = 60

/** The coverage of all draws that were simulated for a theorem; null where none was. */
export async function coverageIn(at: Case): Promise<Coverage | null> {
  const drawn = drawnIn(at)
  const claim = [...at.compiled.claims.values()].find(({ name }) => at.compiled.theorem.evidence[name]?.some(({ kind }) => kind === 'simulated'))
  if (!drawn.length || !claim) return null
  const reference = await parameterDraws(at, claim, drawn[0]!.dimension, REFERENCE)
  return coverageOf(drawn.map(({ draw }) => draw), drawn.map(({ dimension }) => dimension), reference)
}

/** The coverage of some draws; `reference` is a larger sample of what can be drawn. */
export function coverageOf(draws: readonly Draw[], dimensions: readonly number[], reference: readonly Draw[]): Coverage {
  const names = [...(draws[0]?.keys() ?? [])]
  const thirds = new Map(names.map((name) => [name, thirdsOf(sizesIn(reference, name))]))
  const strata = (draw: Draw): number[] => names.map((name) => thirds.get(name)!(sizeOf(draw.get(name)!)))
  const [hit, possible] = [draws.map(strata), [...draws, ...reference].map(strata)]
  const single = (rows: number[][], i: number): Set<unknown> => new Set(rows.map((row) => row[i]))
  return {
    draws: draws.length,
    dimensions: [...new Set(dimensions)].sort(),
    symbols: Object.fromEntries(names.map((name, i) => [name, {
      hit: single(hit, i).size, of: single(possible, i).size,
      ...placesOf(sizesIn(draws, name), sizesIn(reference, name)),
    }])),
    pairs: { hit: pairsOf(hit).size, of: pairsOf(possible).size },
    corners: Object.fromEntries(names.flatMap((name) => cornersOf(name, draws))),
  }
}

const sizesIn = (draws: readonly Draw[], name: string): number[] => draws.map((draw) => sizeOf(draw.get(name)!))

/** One number that tells small values from large ones: the root mean square of the entries. */
const sizeOf = ({ entries }: Value<Rational>): number => {
  const all = entries.flat().map(toNumber)
  return Math.sqrt(all.reduce((sum, x) => sum + x * x, 0) / all.length)
}

/** The range of the sizes, in the logarithm. */
function rangeOf(sizes: readonly number[]): { readonly least: number; readonly largest: number } {
  const logs = sizes.filter((x) => x > 0).map(Math.log)
  return { least: Math.min(...logs), largest: Math.max(...logs) }
}

/** Where sizes lie in the range of all that can be drawn, in hundredths; nothing where there is no range. */
function placesOf(sizes: readonly number[], reference: readonly number[]): Partial<Places> {
  const { least, largest } = rangeOf([...sizes, ...reference])
  if (!(largest > least)) return {}
  const place = (x: number): number => Math.round(100 * (Math.log(x) - least) / (largest - least)) / 100
  const at = [...new Set(sizes.filter((x) => x > 0).map(place))].sort((a, b) => a - b)
  return { from: rounded(Math.exp(least)), to: rounded(Math.exp(largest)), at }
}

const rounded = (x: number): number => Number(x.toPrecision(4))

/** Which third of [least, largest], in the logarithm, a size lies in. */
function thirdsOf(sizes: readonly number[]): (x: number) => number {
  const { least, largest } = rangeOf(sizes)
  const width = (largest - least) / 3
  return (x) => (x > 0 && width > 0 ? Math.min(2, Math.max(0, Math.floor((Math.log(x) - least) / width))) : 0)
}

const pairsOf = (rows: readonly (readonly number[])[]): Set<string> => new Set(rows.flatMap((row) =>
  row.flatMap((a, i) => row.slice(i + 1).map((b, j) => `${i} ${i + 1 + j}: ${a} ${b}`))))

function cornersOf(name: string, draws: readonly Draw[]): [string, number][] {
  const values = draws.map((draw) => draw.get(name)!).filter(({ rows, columns }) => rows === '1' && columns === '1')
    .map((v) => toNumber(v.entries[0]![0]!))
  if (!values.length) return []
  if (values.every(Number.isInteger)) return [[`${name} = 1`, values.filter((x) => x === 1).length]]
  return values.every((x) => x > 0 && x < 1) ? [[`${name} > 1/2`, values.filter((x) => x > 0.5).length]] : []
}
