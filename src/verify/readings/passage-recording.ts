/**
 * First passages of a simulated diffusion: Euler and Maruyama, with the probability that a Brownian bridge crossed
 * between steps. Times are those of the middle of the last step, times the factor by which discretisation is known to
 * change their mean.
 */
import { programOf } from '../../process/program-of.js'
import { timeStep } from '../../process/discretised.js'
import { passages, pathsPerBlock } from '../../simulation/passages.js'
import type { StreamAddress } from '../../simulation/streams.js'
import type { Recorded } from '../../simulation/trajectories.js'
import { print } from '../../symbolic/print.js'
import { scalarValue } from '../../symbolic/value.js'
import type { Base } from '../algebra.js'
import { inlined } from '../inlined.js'
import type { Call } from '../readings.js'
import { chunksOf } from '../chunks.js'
import type { Recording } from '../recording.js'
import type { PassageAt } from './passage-at.js'
import type { PassageStep } from './passage-step.js'

const BLOCKS_PER_CHUNK = 16
/** A path is given up after this many mean passages: a tail of e^-60 where passages are rare events. */
const PATIENCE = 60

/** Opens a recording; nothing runs yet. @throws StatementError for a text that cannot be simulated */
export function passageRecording(
  measure: Call, { process, values, from, to }: PassageAt, mean: number, step: PassageStep, base: Base<number>,
  address: StreamAddress,
): Recording {
  const end = print(measure.operands[2]!)
  const point = new Map([...values, [timeStep, scalarValue(step.dt)] as const])
  const { program, parametersOf } = programOf(
    { ...process, exit: to > from ? { above: end } : { below: end } },
    { dimension: base.dimension, values: point, inline: inlined(base.compiled.where) },
  )
  const run = {
    program, parameters: parametersOf(point), start: [from], address, blocks: BLOCKS_PER_CHUNK,
    cap: Math.ceil(PATIENCE * mean / step.dt),
  }
  return {
    ...chunksOf((k) => timed(passages({ ...run, firstBlock: k * BLOCKS_PER_CHUNK }), step)),
    places: [scalarValue(0)],
    replicasPerChunk: BLOCKS_PER_CHUNK * pathsPerBlock,
    design: 'passages',
    bias: { value: step.error, origin: 'estimated' },
  }
}

/** A capped path has no time: NaN makes the check invalid, as it must. */
const timed = ({ paths, steps, nonFinite }: ReturnType<typeof passages>, { dt, factor }: PassageStep): Recorded =>
  ({ replicas: paths, values: steps.map((n) => (n - 0.5) * dt * factor), nonFinite })
