/**
 * Where in their domains the parameters of a claim were drawn: strata of every symbol and cells of every two that the
 * draws hit, of those that a larger sample hits; dimensions; edge cases. Every simulated claim must reach a least
 * coverage.
 */
import { toNumber } from '../symbolic/rings/rational.js'
import type { Draw } from '../theorem/raw-draws.js'
import type { Case } from './case.js'
import type { Coverage, Strata as Counted } from './evidence.js'
import { poolFor } from './parameter-pool.js'
import { drawnIn } from './simulate.js'
import { strataOf, type Strata } from './strata.js'

/** The coverage of all draws that were simulated for a theorem; null where none was. */
export async function coverageIn(at: Case): Promise<Coverage | null> {
  const drawn = [...new Map(drawnIn(at).map((one) => [one.draw, one])).values()]
  const { claims, theorem: { evidence } } = at.compiled
  const claim = [...claims.values()].find(({ name }) => evidence[name]?.some(({ kind }) => kind === 'simulated'))
  if (!drawn.length || !claim) return null
  const dimensions = [...new Set(drawn.map(({ dimension }) => dimension))]
  const reference = (await Promise.all(dimensions.map((d) => poolFor(at, claim, d)))).flat()
  return coverageOf(drawn.map(({ draw }) => draw), drawn.map(({ dimension }) => dimension), reference)
}

/** The coverage of some draws; `reference` is a larger sample of what can be drawn. */
export function coverageOf(
  draws: readonly Draw[], dimensions: readonly number[], reference: readonly Draw[],
): Coverage {
  const strata = strataOf([...reference, ...draws])
  const { symbols, cells } = countedIn(strata, draws, [...draws, ...reference])
  return {
    draws: draws.length,
    dimensions: [...new Set(dimensions)].sort(),
    symbols: Object.fromEntries(
      strata.names.map((name, i) => [name, { ...symbols.get(name)!, ...strata.placesOf(draws, i) }]),
    ),
    pairs: [...cells.values()].reduce((a, b) => ({ hit: a.hit + b.hit, of: a.of + b.of }), { hit: 0, of: 0 }),
    corners: Object.fromEntries(strata.names.flatMap((name) => cornersOf(name, draws))),
    edges: Object.fromEntries(strata.names.map((name, i) =>
      [name, draws.filter((draw) => strata.isAtEdge(draw, i)).length / draws.length])),
  }
}

/** As many draws as can be asked to hit every third of every symbol. */
const ENOUGH = 12

/**
 * What is below the least coverage of a simulated claim, in words. Of every symbol two thirds of the range must be hit,
 * by twelve draws or more all three; of the cells of every two symbols half as many as there are draws or cells.
 */
export function shortfall(draws: readonly Draw[], reference: readonly Draw[]): string[] {
  const { symbols, cells } = countedIn(strataOf([...reference, ...draws]), draws, [...draws, ...reference])
  const below = (all: ReadonlyMap<string, Counted>, least: (of: number) => number, what: string): string[] =>
    [...all]
      .filter(([, { hit, of }]) => hit < least(of)).map(([name, { hit, of }]) => `${hit} of ${of} ${what} of ${name}`)
  return [
    ...below(symbols, (of) => (draws.length < ENOUGH ? Math.min(of, draws.length, 2) : of), 'thirds'),
    ...below(cells, (of) => Math.ceil(Math.min(of, draws.length) / 2), 'cells'),
  ]
}

interface Counts {
  readonly symbols: ReadonlyMap<string, Counted>
  readonly cells: ReadonlyMap<string, Counted>
}

/** Strata hit by some draws, of those hit by all, for every symbol and every two. */
function countedIn(strata: Strata, draws: readonly Draw[], all: readonly Draw[]): Counts {
  const [hit, possible] = [draws, all].map((some) => some.map(strata.of))
  const single = (rows: readonly (readonly number[])[], i: number): number => new Set(rows.map((row) => row[i])).size
  const pair = (rows: readonly (readonly number[])[], i: number, j: number): number =>
    new Set(rows.map((row) => 3 * row[i]! + row[j]!)).size
  const { names } = strata
  return {
    symbols: new Map(names.map((name, i) => [name, { hit: single(hit!, i), of: single(possible!, i) }])),
    cells: new Map(names.flatMap((a, i) => names.slice(i + 1).map((b, k) =>
      [`${a} and ${b}`, { hit: pair(hit!, i, i + 1 + k), of: pair(possible!, i, i + 1 + k) }] as const))),
  }
}

function cornersOf(name: string, draws: readonly Draw[]): [string, number][] {
  const values = draws.map((draw) => draw.get(name)!).filter(({ rows, columns }) => rows === '1' && columns === '1')
    .map((v) => toNumber(v.entries[0]![0]!))
  if (!values.length) return []
  if (values.every(Number.isInteger)) return [[`${name} = 1`, values.filter((x) => x === 1).length]]
  return values.every((x) => x > 0 && x < 1) ? [[`${name} > 1/2`, values.filter((x) => x > 0.5).length]] : []
}
