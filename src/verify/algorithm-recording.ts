/**
 * The recording of an algorithm in plain TypeScript at one draw of its parameters: time averages of pairs of replicas,
 * after a burn-in that is measured with replicas of its own.
 */
import { algorithmProgram, doublesOf } from '../process/program/algorithm-program.js'
import type { Algorithm } from '../process/algorithm.js'
import { randomAt } from '../simulation/random.js'
import type { StreamAddress } from '../simulation/streams.js'
import { averages, replicasPerBlock, type Recorded, type Trajectories } from '../simulation/trajectories.js'
import { refuse } from '../symbolic/errors.js'
import type { Expression } from '../symbolic/expression.js'
import { mapValue, type Value } from '../symbolic/value.js'
import { environmentOf } from '../theorem/environment.js'
import type { Base } from './algebra.js'
import { chunksOf } from './chunks.js'
import { entryUnits } from './entry-units.js'
import { inlined } from './inlined.js'
import { pairAverageOf } from './pair-average.js'
import type { Recording } from './recording.js'
import { settled, spreadsOf } from './settling.js'

const PILOT_BLOCKS = 8
const BLOCKS_PER_CHUNK = 8
const LEAST_BURN_IN = 64
/** Steps of pairs that one draw of the parameters may take. */
const AFFORDABLE = 2e7

/** Opens a recording of some measures. @throws StatementError for measures and processes that cannot be simulated */
export function algorithmRecording(
  process: Algorithm, base: Base<number>, measures: readonly Expression[], address: StreamAddress,
): Recording {
  const { ring, dimension, compiled } = base
  const values = environmentOf(base.given, compiled.where, { ring, dimension })
  const parameters = doublesOf(process, values)
  const data = process.data?.(parameters, randomAt({ ...address, phase: `${address.phase} data` }))
  const observables = measures.map((measure) => pairAverageOf(measure, process))
  const { program, start, layout, parametersOf } = algorithmProgram(
    process, { dimension, values, observables, inline: inlined(compiled.where) }, data,
  )
  const run: Omit<Trajectories, 'burnIn' | 'steps'> = {
    program, parameters: parametersOf(values), address, firstBlock: 0, blocks: BLOCKS_PER_CHUNK,
    start: start ? { program: start, parameters: [] } : new Float64Array(program.states),
  }
  const { burnIn, steps, bias } = settlingOf(run, layout.observables, process.burnIn?.(parameters) ?? LEAST_BURN_IN)
  return {
    ...chunksOf((k) => averages({ ...run, firstBlock: k * BLOCKS_PER_CHUNK, burnIn, steps })),
    places: layout.observables,
    replicasPerChunk: BLOCKS_PER_CHUNK * replicasPerBlock,
    design: 'averages',
    bias: { value: bias, origin: 'estimated' },
    affordable: Math.floor(AFFORDABLE / (burnIn + steps)),
  }
}

function settlingOf(
  run: Omit<Trajectories, 'burnIn' | 'steps'>, places: readonly Value<number>[], least: number,
): ReturnType<typeof settled> {
  const pilot = { ...run, address: { ...run.address, phase: `${run.address.phase} burn-in` }, blocks: PILOT_BLOCKS }
  checkReproducible(pilot)
  return settled({
    average: (burnIn, steps) => averages({ ...pilot, burnIn, steps }),
    unitsOf: (observed) => unitsOf(observed, places),
  }, least)
}

/** A mean near zero is measured by what it varies with. */
function unitsOf(observed: Recorded, places: readonly Value<number>[]): number[] {
  const spreads = spreadsOf(observed)
  return places.flatMap((value) => entryUnits(mapValue(value, (place) => spreads[place]!.mean)).flat())
    .map((unit, place) => Math.max(unit, spreads[place]!.deviation) || 1)
}

/**
 * Code that remembers something outside its state, or takes chance from elsewhere, gives other numbers the second time.
 */
function checkReproducible(run: Omit<Trajectories, 'burnIn' | 'steps'>): void {
  const once = (): Recorded => averages({ ...run, blocks: 1, burnIn: 0, steps: 4 })
  const [first, second] = [once(), once()]
  if (first.values.every((x, i) => Object.is(x, second.values[i]))) return
  refuse('NOT_REPRODUCIBLE',
    'the same seed gave other numbers: draw from `random` alone and keep what is remembered in the state')
}
