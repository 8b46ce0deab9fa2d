/**
 * One simulation of a process at one draw of its parameters, grown chunk by chunk as checks ask for it and kept, so
 * that every claim and every misprint looks at the same samples. Replicas are independent; each starts at zero and
 * burns in.
 */
import { contraction } from '../process/stability/contraction.js'
import { programOf, type CompiledProcess } from '../process/program-of.js'
import { withConstants } from '../process/moments/space.js'
import { outerProducts } from '../simulation/outer-products.js'
import { averages, replicasPerBlock, type Trajectories } from '../simulation/trajectories.js'
import type { StreamAddress } from '../simulation/streams.js'
import type { Bias } from '../statistics/check.js'
import type { Value } from '../symbolic/value.js'
import { withDefinitions } from '../theorem/definitions.js'
import type { Base } from './algebra.js'
import { inlined } from './inlined.js'
import { chunksOf, ofSums, type Chunks } from './chunks.js'
import type { Observed } from './observed.js'
import { recurrenceOf } from './process-of.js'
import { recordedCovariances } from './recorded-covariances.js'
import type { Discretisation } from './sampled-process.js'

export interface Recording extends Chunks {
  /** places of the entries of each observable */
  readonly places: readonly Value<number>[]
  readonly replicasPerChunk: number
  /** what a sample is, for the record: such as 'endpoints', 'averages', 'one step' */
  readonly design: string
  /** bound on the relative error of second moments after burn-in, from the exact moment recursion */
  readonly bias: Bias
  /** where an Ito equation goes in steps: what they add to the mean of every place, exactly, and the bias besides */
  readonly discretisation?: Discretisation & { readonly besides: Bias }
  /** the exact variance of one sample of every place; NaN where it is not known */
  readonly variances?: readonly number[]
  /** the exact covariances of the places of one sample; NaN where they are not known */
  readonly covariances?: readonly (readonly number[])[]
  /** steps that one sample takes, those that starting it is worth included, where many stand behind it; default 1 */
  readonly stepsPerSample?: number
  /** samples that are worth their time; absent where a check may take as many as it wants */
  readonly affordable?: number
}

export interface RecordingOptions {
  readonly base: Base<number>
  readonly observed: readonly Observed[]
  readonly address: StreamAddress
  /** relative bias that burn-in may leave */
  readonly bias: number
  /** steps averaged after burn-in, as a multiple of it; 0 records the last state alone */
  readonly averaging: number
  readonly blocksPerChunk: number
  /** keep only the sums of outer products, all that Gaussian vectors need */
  readonly sumsOnly?: boolean
}

/** Opens a recording; nothing runs yet. @throws StatementError for a text that cannot be simulated */
export function recordingOf(
  { base, observed, address, bias, averaging, blocksPerChunk, sumsOnly = false }: RecordingOptions,
): Recording {
  const { compiled, dimension, given, ring } = base
  const inline = inlined(compiled.where)
  const parameters = withDefinitions(withConstants(given, dimension, ring), compiled.where, ring)
  const values = new Map([...parameters, ...observed.flatMap(({ means }) => [...means])])
  const process = recurrenceOf(compiled)
  const compiledProcess =
    programOf(process, { dimension, values, inline, observables: observed.map(({ formula }) => formula) })
  const transient = contraction(process, { dimension, values: parameters, inline })
  const burnIn = transient.steps(bias)
  const steps = Math.max(1, Math.round(averaging * burnIn))
  const run = runner(compiledProcess, values, address, burnIn, steps, blocksPerChunk)
  const covariances = averaging > 0
    ? recordedCovariances(base, observed, compiledProcess.layout.observables, burnIn, steps) : null
  return {
    ...chunksOf((k) => (sumsOnly ? ofSums(outerProducts(run(k))) : averages(run(k)))),
    places: compiledProcess.layout.observables,
    replicasPerChunk: blocksPerChunk * replicasPerBlock,
    design: averaging > 0 ? 'averages' : 'endpoints',
    bias: { value: transient.bias(burnIn), origin: 'exact recursion' },
    ...(covariances ? { covariances, variances: covariances.map((row, i) => row[i]!) } : {}),
  }
}

/** A sample mean that is off by b shows a claim that is off by d <= 1/4 as off by d + b (1 + d) <= d + 5 b / 4. */
const AT_THE_PRECISION = 5 / 4

/** The recording of an Ito equation that went in Euler steps. */
export const discretisedRecording = (recording: Recording, discretisation: Discretisation): Recording => ({
  ...recording,
  bias: { value: recording.bias.value + AT_THE_PRECISION * discretisation.relative, origin: 'exact recursion' },
  discretisation: { ...discretisation, besides: recording.bias },
})

function runner(
  { program, parametersOf }: CompiledProcess, values: ReadonlyMap<string, Value<number>>, address: StreamAddress,
  burnIn: number, steps: number, blocks: number,
): (k: number) => Trajectories {
  const parameters = parametersOf(values)
  const start = new Float64Array(program.states)
  return (k) => ({ program, parameters, start, address, firstBlock: k * blocks, blocks, burnIn, steps })
}
