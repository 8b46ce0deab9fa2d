/**
 * Many single steps from one known state: the samples of measures given(Cov(g), w, v). The average over a block of
 * replicas is one sample, so that what is tested is nearly Gaussian whatever the noise.
 */
import { withConstants } from '../process/moments/space.js'
import { programOf } from '../process/program-of.js'
import { blockMeans } from '../simulation/block-means.js'
import type { Recorded } from '../simulation/trajectories.js'
import type { StreamAddress } from '../simulation/streams.js'
import { flatten } from './affine.js'
import { chunksOf } from './chunks.js'
import type { Base } from './algebra.js'
import { inlined } from './inlined.js'
import { givenState, isConditional, type Conditional } from './measured.js'
import { conditionalAverageOf } from './observed.js'
import { recurrenceOf } from './process-of.js'
import type { Recording } from './recording.js'
import { withDefinitions } from '../theorem/definitions.js'
import { refuse } from '../symbolic/errors.js'
import type { Expression } from '../symbolic/expression.js'
import { print } from '../symbolic/print.js'

const BLOCKS_PER_CHUNK = 512

/**
 * Opens the recording of measures given one state. @throws StatementError for measures that are not given(...) the same
 * state
 */
export function conditionalRecording(
  measures: readonly Expression[], base: Base<number>, address: StreamAddress,
): Recording {
  const given = givenOneState(measures)
  const { compiled, dimension, ring } = base
  const observed = given.map((measure) => conditionalAverageOf(measure, base))
  const values = new Map([
    ...withDefinitions(withConstants(base.given, dimension, ring), compiled.where, ring),
    ...observed.flatMap(({ means }) => [...means]),
  ])
  const { program, parametersOf, layout } = programOf(recurrenceOf(compiled), {
    dimension, values, inline: inlined(compiled.where), observables: observed.map(({ formula }) => formula),
  })
  const start = new Float64Array(program.states)
  for (const [name, value] of givenState(base, given[0]!)) {
    const places = flatten(layout.states.get(name)!)
    flatten(value).forEach((x, i) => (start[places[i]!] = x))
  }
  const parameters = parametersOf(values)
  const run = (k: number): Recorded => blockMeans({
    program, parameters, start, address, firstBlock: k * BLOCKS_PER_CHUNK, blocks: BLOCKS_PER_CHUNK,
    burnIn: 0, steps: 1,
  })
  return {
    ...chunksOf(run),
    places: layout.observables,
    replicasPerChunk: BLOCKS_PER_CHUNK,
    design: 'one step',
    bias: { value: 0, origin: 'none' },
  }
}

/** @throws StatementError */
function givenOneState(measures: readonly Expression[]): Conditional[] {
  const stateText = (e: Conditional): string => e.operands.slice(1).map(print).join(', ')
  return measures.map((measure) => {
    if (!isConditional(measure)) refuse('BAD_MEASURE', `"${print(measure)}" is not given(measure, state, value)`)
    const [one, other] = [stateText(measures[0] as Conditional), stateText(measure)]
    return one === other
      ? measure : refuse('NOT_SIMULATED', `one claim starts from ${one} and from ${other}; simulate them apart`)
  })
}
