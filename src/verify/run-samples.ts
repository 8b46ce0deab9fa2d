/**
 * Samples of runs whose ends are made up for: (h(s_1) + ... + h(s_k) + g(s_k) - g(s_0)) / k, averaged over all starts
 * s_0 and over a few replicas.
 */
import type { Chain } from '../process/moments/chain.js'
import { withConstants } from '../process/moments/space.js'
import { programOf } from '../process/program-of.js'
import { averages, replicasPerBlock, type Trajectories } from '../simulation/trajectories.js'
import type { StreamAddress } from '../simulation/streams.js'
import type { Polynomial } from '../symbolic/rings/polynomial.js'
import type { Value } from '../symbolic/value.js'
import { withDefinitions } from '../theorem/definitions.js'
import { flatten } from './affine.js'
import type { Base } from './algebra.js'
import type { Chunk } from './chunks.js'
import { inlined } from './inlined.js'
import type { Observed } from './observed.js'
import { recurrenceOf } from './process-of.js'

/** Replicas from each start whose mean is one sample. */
export const replicasPerSample = 8

/** atom -> value, of a state that matters only in these coordinates; the others are zero. */
export type State = ReadonlyMap<number, number>

export interface Runs {
  readonly observed: readonly Observed[]
  /** g of each entry of what is observed, in reading order */
  readonly ends: readonly Polynomial<number>[]
  /** k */
  readonly steps: number
  /** samples of a chunk, a whole number of blocks of replicas */
  readonly samples: number
}

/** The k-th chunk of samples. @throws StatementError for a text that cannot be simulated */
export function runSamples(
  base: Base<number>, starts: readonly State[], { observed, ends, steps, samples }: Runs, address: StreamAddress,
): (k: number) => Chunk {
  const { runs, entries, inState } = runsFrom(base, starts, observed, steps, address)
  const chain = base.chain()
  const terms = termsOf(ends, inState, chain)
  const blocks = samples * replicasPerSample / replicasPerBlock
  const offsets = ends.map((end) => starts.reduce((sum, s) => sum + valueAt(end, s, chain), 0) / starts.length)
  return (k) => {
    const means = offsets.map((offset) => new Float64Array(samples).fill(-offset / steps))
    let nonFinite = 0
    for (const run of runs) {
      const done = averages({ ...run, firstBlock: k * blocks, blocks })
      nonFinite += done.nonFinite
      entries.forEach((place, e) => addMeans(means[e]!, [place], 1 / runs.length, done.values))
      for (const { places, weights } of terms) {
        const along = addMeans(new Float64Array(samples), places, 1 / (runs.length * steps), done.values)
        weights.forEach((weight, e) => addScaled(means[e]!, weight, along))
      }
    }
    return { replicas: samples, values: concatenated(means, samples), nonFinite }
  }
}

/** One run for each start, the rows of its entries, and those of the coordinates of its last state. */
function runsFrom(
  base: Base<number>, starts: readonly State[], observed: readonly Observed[], steps: number, address: StreamAddress,
): { runs: Omit<Trajectories, 'firstBlock' | 'blocks'>[]; entries: number[]; inState: Map<number, number> } {
  const { compiled, dimension, given, ring } = base
  const parameters = withDefinitions(withConstants(given, dimension, ring), compiled.where, ring)
  const values = new Map([...parameters, ...observed.flatMap(({ means }) => [...means])])
  const { program, parametersOf, layout } = programOf(recurrenceOf(compiled), {
    dimension, values, inline: inlined(compiled.where), observables: observed.map(({ formula }) => formula),
  })
  const coordinates = placesOf(base.chain(), layout.states)
  const runs = starts.map((state, i) => {
    const start = new Float64Array(program.states)
    for (const [a, x] of state) start[coordinates.get(a)!] = x
    const own = { ...address, claim: `${address.claim} start ${i}` }
    return { program, parameters: parametersOf(values), start, address: own, burnIn: 0, steps, last: true }
  })
  const rows = program.observables.length
  return {
    runs, entries: layout.observables.flatMap(flatten),
    inState: new Map([...coordinates].map(([a, place]) => [a, rows + place])),
  }
}

/** atom -> place, for every coordinate of the state. */
function placesOf(
  { space: { atoms }, states }: Chain<number>, of: ReadonlyMap<string, Value<number>>,
): Map<number, number> {
  return new Map(states.map((m) => atoms.factors(m)[0]!).map((a) => {
    const atom = atoms.list[a] as { symbol: string; index: number }
    return [a, flatten(of.get(atom.symbol)!)[atom.index]!]
  }))
}

/** A product of coordinates, computed once, and its weight in each entry. */
interface Term {
  readonly places: readonly number[]
  readonly weights: ReadonlyMap<number, number>
}

/** Constants are left out: they cancel between the ends of a run. */
function termsOf(
  ends: readonly Polynomial<number>[], inState: ReadonlyMap<number, number>, { space: { atoms } }: Chain<number>,
): Term[] {
  const monomials = [...new Set(ends.flatMap((p) => [...p.keys()]))].filter((m) => m !== 0)
  return monomials.map((m) => ({
    places: atoms.factors(m).map((a) => inState.get(a)!),
    weights: new Map(ends.flatMap((p, e) => (p.has(m) ? [[e, p.get(m)!] as const] : []))),
  }))
}

/** A product of coordinates at a state. */
export const productAt = (state: State, monomial: number, { space: { atoms } }: Chain<number>): number =>
  atoms.factors(monomial).reduce((x, a) => x * (state.get(a) ?? 0), 1)

const valueAt = (p: Polynomial<number>, state: State, chain: Chain<number>): number =>
  [...p].reduce((sum, [m, x]) => (m === 0 ? sum : sum + x * productAt(state, m, chain)), 0)

/** Adds to each sample `share` of the mean of a product of rows over its replicas. */
function addMeans(
  means: Float64Array, places: readonly number[], share: number, values: Float64Array,
): Float64Array {
  const replicas = means.length * replicasPerSample
  const columns = places.map((place) => values.subarray(place * replicas, (place + 1) * replicas))
  for (let b = 0; b < means.length; b++) {
    means[b] = means[b]! + share / replicasPerSample * sumOfProducts(columns, b * replicasPerSample)
  }
  return means
}

function addScaled(to: Float64Array, weight: number, x: Float64Array): void {
  for (let i = 0; i < to.length; i++) to[i]! += weight * x[i]!
}

function sumOfProducts(columns: readonly Float64Array[], from: number): number {
  const [x, y, ...more] = columns as readonly [Float64Array, Float64Array?, ...Float64Array[]]
  let sum = 0
  for (let r = from; r < from + replicasPerSample; r++) {
    const product = y ? x[r]! * y[r]! : x[r]!
    sum += more.length ? more.reduce((p, z) => p * z[r]!, product) : product
  }
  return sum
}

function concatenated(all: readonly Float64Array[], size: number): Float64Array {
  const out = new Float64Array(all.length * size)
  all.forEach((one, i) => out.set(one, i * size))
  return out
}
