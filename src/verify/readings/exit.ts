/**
 * exit(x, from, below, above): the mean number of steps in which a state, or its distance from 0, started at `from`,
 * is first seen outside two ends. Its oracle is the integral equation of the mean; its samples are first exits of the
 * recurrence.
 */
import type { Ends, ExitTime } from '../../numeric/exit-time.js'
import { partBehind } from '../../process/part-behind.js'
import { programOf } from '../../process/program-of.js'
import { passages, pathsPerBlock } from '../../simulation/passages.js'
import type { StreamAddress } from '../../simulation/streams.js'
import { createMeanCheck } from '../../statistics/mean-check.js'
import { evaluate } from '../../symbolic/evaluate.js'
import type { Expression } from '../../symbolic/expression.js'
import { print } from '../../symbolic/print.js'
import { scalarOf, scalarValue, type Value } from '../../symbolic/value.js'
import { environmentOf } from '../../theorem/environment.js'
import type { Base } from '../algebra.js'
import type { Checker, Levels } from '../checkers/checker.js'
import type { Ball } from '../enclosures/ball.js'
import { inlined } from '../inlined.js'
import { againstPrediction, predictedNumber } from '../predicted-number.js'
import { recurrenceOf } from '../process-of.js'
import type { Call, Reading } from '../readings.js'
import { chunksOf } from '../chunks.js'
import type { Recording } from '../recording.js'
import { leavingIn } from './leaving.js'

const MOST_BLOCKS_PER_CHUNK = 16
/** Steps of a chunk, as far as one block allows: chains that hardly ever leave are looked at after few exits. */
const STEPS_PER_CHUNK = 1e6
/** A path is given up after this many mean exits: a tail of e^-60 where exits are rare events. */
const PATIENCE = 60

export const exit: Reading = {
  oracle: (measure, base) => {
    const { mean, error } = leavingIn(measure, base).solved(endsOf(measure, base))
    return scalarValue({ value: mean, error })
  },
  checker: (name, measure, variant, draw, levels) => {
    const predicted = predictedNumber(variant, name, draw)
    const { exact, recording } = draw.kept(print(measure), (address) => {
      const solved = leavingIn(measure, draw.base).solved(endsOf(measure, draw.base))
      return { exact: solved, recording: recordingOf(measure, solved, draw.base, address) }
    })
    return exitChecker(predicted, recording, exact, levels)
  },
}

function endsOf(measure: Call, base: Base<number>): Ends {
  const values = valuesOf(base)
  const inline = inlined(base.compiled.where)
  const [from, below, above] = measure.operands.slice(1).map((e) => scalarOf(evaluate(inline(e), values, base.ring)))
  return { from: from!, below: below!, above: above! }
}

const valuesOf = ({ given, compiled, ring, dimension }: Base<number>): Map<string, Value<number>> =>
  environmentOf(given, compiled.where, { ring, dimension })

/** Opens a recording of exits; nothing runs yet. */
function recordingOf(measure: Call, { mean }: ExitTime, base: Base<number>, address: StreamAddress): Recording {
  const values = valuesOf(base)
  const [, , below, above] = measure.operands as readonly [Expression, Expression, Expression, Expression]
  const { state, of } = leavingIn(measure, base)
  const inline = inlined(base.compiled.where)
  const { program, parametersOf, layout } = programOf(partBehind(recurrenceOf(base.compiled), [state], inline), {
    dimension: base.dimension, values, inline, ends: { of, below, above },
  })
  const start = new Float64Array(program.states)
  start[layout.states.get(state)!.entries[0]![0]!] = endsOf(measure, base).from
  const blocks = Math.max(1, Math.min(MOST_BLOCKS_PER_CHUNK, Math.round(STEPS_PER_CHUNK / (pathsPerBlock * mean))))
  const run = {
    program, parameters: parametersOf(values), start, address, blocks,
    cap: Math.ceil(PATIENCE * mean),
  }
  const take = (k: number): ReturnType<Recording['chunk']> => {
    const { paths, steps, nonFinite } = passages({ ...run, firstBlock: k * blocks })
    return { replicas: paths, values: steps, nonFinite }
  }
  return {
    ...chunksOf(take),
    places: [scalarValue(0)],
    replicasPerChunk: blocks * pathsPerBlock,
    design: 'exits',
    bias: { value: 0, origin: 'none' },
  }
}

/** Exit times are nonnegative, with a variance that the equation of the chain gives (tier C). */
function exitChecker(predicted: Ball, recording: Recording, { cv2 }: ExitTime, levels: Levels): Checker {
  const bound = Math.ceil(cv2 * 1000 + 1e-3) / 1000
  const claimed = predicted.value
  const check = createMeanCheck({
    claimed, support: 'nonnegative', tier: 'C', cv2: bound, ...levels, name: 'exit',
    bias: againstPrediction(predicted, recording.bias, levels),
  })
  return {
    recording,
    budget: 4 * 72 * bound / levels.precision ** 2,
    cv2: () => bound,
    update: ({ values }) => check.update(values),
    sides: () => check.verdict().logE,
    target: () => ({ claimed: [[claimed]], units: [[Math.abs(claimed)]] }),
    verdict: () => {
      const { estimate, standardError, ...rest } = check.verdict()
      const inRows = (n: number | null): number[][] | null => (n === null ? null : [[n]])
      return { ...rest, estimate: inRows(estimate), standardError: inRows(standardError) }
    },
  }
}
