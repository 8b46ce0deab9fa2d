/**
 * Last states of replicas that start at the exact stationary law of a Gaussian state and run the few steps of an
 * invariance test: the whole state, and what is measured. Only sums of outer products are kept.
 */
import { withConstants } from '../process/moments/space.js'
import { programOf } from '../process/program-of.js'
import { gaussianStart } from '../simulation/gaussian-start.js'
import type { StreamAddress } from '../simulation/streams.js'
import { outerProducts } from '../simulation/outer-products.js'
import { replicasPerBlock } from '../simulation/trajectories.js'
import { symbol } from '../symbolic/expression.js'
import { print } from '../symbolic/print.js'
import { withDefinitions } from '../theorem/definitions.js'
import { flatten } from './affine.js'
import type { Base } from './algebra.js'
import { chunksOf, ofSums } from './chunks.js'
import { inlined } from './inlined.js'
import type { Invariance } from './invariance.js'
import type { Observed } from './observed.js'
import { recurrenceOf } from './process-of.js'
import type { Recording } from './recording.js'

const BLOCKS_PER_CHUNK = 64

export interface StationaryRecording {
  readonly plan: Invariance
  readonly recording: Recording
  /** coordinates of the state among those recorded */
  readonly state: readonly number[]
  /** coordinates of what is measured */
  readonly measured: readonly number[]
}

/**
 * `once` keeps recordings by what they record beside the state, which is nothing where a part of the state is measured.
 */
export function stationaryRecording(
  plan: Invariance, observed: Observed, base: Base<number>,
  once: (what: string, make: (address: StreamAddress) => Started) => Started,
): StationaryRecording {
  const { formula } = observed
  const isState = formula.kind === 'symbol' && formula.name in recurrenceOf(base.compiled).state
  const { recording, places } = isState ? once('state', (address) => started(plan, null, base, address))
    : once(print(formula), (address) => started(plan, observed, base, address))
  const names = Object.keys(recurrenceOf(base.compiled).state)
  return {
    plan, recording,
    state: places.slice(0, names.length).flat(),
    measured: places[isState ? names.indexOf(formula.name) : names.length]!,
  }
}

export interface Started {
  readonly recording: Recording
  /** coordinates of each part of the state, and of what is observed beside it */
  readonly places: readonly (readonly number[])[]
}

/** Opens a recording; nothing runs yet. @throws StatementError for a text that cannot be simulated */
function started(plan: Invariance, observed: Observed | null, base: Base<number>, address: StreamAddress): Started {
  const { compiled, dimension, given, ring } = base
  const process = recurrenceOf(compiled)
  const values = new Map([
    ...withDefinitions(withConstants(given, dimension, ring), compiled.where, ring), ...(observed?.means ?? []),
  ])
  const { program, parametersOf, layout } = programOf(process, {
    dimension, values, inline: inlined(compiled.where),
    observables: [...Object.keys(process.state).map(symbol), ...(observed ? [observed.formula] : [])],
  })
  const run = {
    program, parameters: parametersOf(values), start: gaussianStart(plan.factor), address, blocks: BLOCKS_PER_CHUNK,
    burnIn: plan.steps - 1, steps: 1,
  }
  return {
    places: layout.observables.map(flatten),
    recording: {
      ...chunksOf((k) => ofSums(outerProducts({ ...run, firstBlock: k * BLOCKS_PER_CHUNK }))),
      places: layout.observables,
      replicasPerChunk: BLOCKS_PER_CHUNK * replicasPerBlock,
      design: 'invariance',
      bias: { value: 0, origin: 'exact recursion' },
    },
  }
}
