/**
 * Samples of potentials: f after one step, from every start, averaged over the starts and over a block of replicas.
 */
import type { Chain } from '../process/moments/chain.js'
import { withConstants } from '../process/moments/space.js'
import { programOf } from '../process/program-of.js'
import { endpoints, replicasPerBlock, type BlockRange } from '../simulation/trajectories.js'
import type { StreamAddress } from '../simulation/streams.js'
import { symbol } from '../symbolic/expression.js'
import type { Polynomial } from '../symbolic/rings/polynomial.js'
import type { Value } from '../symbolic/value.js'
import { withDefinitions } from '../theorem/definitions.js'
import { flatten } from './affine.js'
import type { Base } from './algebra.js'
import type { Chunk } from './chunks.js'
import { inlined } from './inlined.js'
import { recurrenceOf } from './process-of.js'

/** atom -> value, of a state that matters only in these coordinates; the others are zero. */
export type State = ReadonlyMap<number, number>

/** A polynomial in the state whose mean after a step, plus `offset`, is wanted. */
export interface Sampled {
  readonly potential: Polynomial<number>
  readonly offset: number
}

interface Term {
  readonly weight: number
  readonly places: readonly number[]
}

type Run = Omit<BlockRange, 'firstBlock' | 'blocks'>

/** The k-th chunk of so many samples. @throws StatementError for a text that cannot be simulated */
export function potentialSamples(
  base: Base<number>, starts: readonly State[], wanted: readonly Sampled[], address: StreamAddress, size: number,
): (k: number) => Chunk {
  const { runs, terms } = programsFor(base, starts, wanted, address)
  return (k) => {
    const means = wanted.map(({ offset }) => new Float64Array(size).fill(offset))
    let nonFinite = 0
    for (const run of runs) {
      const after = endpoints({ ...run, firstBlock: k * size, blocks: size, steps: 1 })
      nonFinite += after.nonFinite
      terms.forEach((all, e) => addMeans(means[e]!, all, after.values, 1 / (runs.length * replicasPerBlock)))
    }
    return { replicas: size, values: concatenated(means, size), nonFinite }
  }
}

/** One run for each start, which records the state, and the potentials as sums of products of what is recorded. */
function programsFor(
  base: Base<number>, starts: readonly State[], wanted: readonly Sampled[], address: StreamAddress,
): { runs: Run[]; terms: Term[][] } {
  const { compiled, dimension, given, ring } = base
  const process = recurrenceOf(compiled)
  const values = withDefinitions(withConstants(given, dimension, ring), compiled.where, ring)
  const names = Object.keys(process.state)
  const { program, parametersOf, layout } = programOf(process, {
    dimension, values, inline: inlined(compiled.where), observables: names.map(symbol),
  })
  const parameters = parametersOf(values)
  const recorded = placesOf(base.chain(), new Map(names.map((name, i) => [name, layout.observables[i]!])))
  const inState = placesOf(base.chain(), layout.states)
  const runs = starts.map((state, i): Run => {
    const start = new Float64Array(program.states)
    for (const [a, x] of state) start[inState.get(a)!] = x
    return { program, parameters, start, address: { ...address, claim: `${address.claim} start ${i}` } }
  })
  return { runs, terms: wanted.map(({ potential }) => termsOf(potential, recorded, base.chain())) }
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

const termsOf =
  (p: Polynomial<number>, places: ReadonlyMap<number, number>, { space: { atoms } }: Chain<number>): Term[] =>
    [...p].map(([m, weight]) => ({ weight, places: atoms.factors(m).map((a) => places.get(a)!) }))

/** Adds to each block the weighted sum of the terms over its replicas. */
function addMeans(means: Float64Array, terms: readonly Term[], values: Float64Array, share: number): void {
  const replicas = means.length * replicasPerBlock
  for (const { weight, places } of terms) {
    const columns = places.map((place) => values.subarray(place * replicas, (place + 1) * replicas))
    for (let b = 0; b < means.length; b++) {
      means[b] = means[b]! + weight * share * sumOfProducts(columns, b * replicasPerBlock)
    }
  }
}

function sumOfProducts(columns: readonly Float64Array[], from: number): number {
  const [x, y, ...more] = columns as readonly [Float64Array, Float64Array?, ...Float64Array[]]
  let sum = 0
  for (let r = from; r < from + replicasPerBlock; r++) {
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
