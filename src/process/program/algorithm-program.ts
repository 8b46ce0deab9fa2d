/**
 * An algorithm in plain TypeScript as a program: its code takes the step, the nodes read what is observed after it.
 * Each replica of the program is a pair of independent replicas of the algorithm, so that (x - x')(y - y')' / 2 is
 * observed
 * of it, whose mean is Cov(x, y) whatever the means of x and y.
 */
import { refuse } from '../../symbolic/errors.js'
import { callsIn, substitute, symbol, type Expression } from '../../symbolic/expression.js'
import { isScalar, scalarOf, type Value } from '../../symbolic/value.js'
import { print } from '../../symbolic/print.js'
import type { Algorithm, Doubles, Random, Shapes } from '../algorithm.js'
import type { Program, Written } from '../program.js'
import { recurrence } from '../text.js'
import { sizeOf, stateViews } from './state-view.js'
import { recurrenceProgram, type CompiledProcess, type ProgramOptions } from './recurrence-program.js'

export interface CompiledAlgorithm extends CompiledProcess {
  /** one step of it puts a pair at its start; null where the algorithm starts at zero */
  readonly start: Program | null
}

/** The formula in the state of the other replica of the pair. */
export const inTheOther = (e: Expression, { state }: Algorithm): Expression =>
  substitute(e, new Map(Object.keys(state).map((name) => [name, symbol(otherName(name))])))

const otherName = (name: string): string => `other ${name}`

/** The parameters that the code of an algorithm reads, at a point. */
export const doublesOf =
  ({ parameters = {} }: Algorithm, values: ReadonlyMap<string, Value<number>>): Doubles<Shapes> =>
    Object.freeze(Object.fromEntries(Object.keys(parameters).map((name) => {
      const value = values.get(name)!
      return [name, isScalar(value) ? scalarOf(value) : Float64Array.from(value.entries.flat())]
    })))

/**
 * Compiles an algorithm at a point, with what it drew there as `data`; observables are formulas in the state of a pair.
 * @throws StatementError PREV for an observable of the state before the step
 */
export function algorithmProgram(process: Algorithm, options: ProgramOptions, data: unknown): CompiledAlgorithm {
  const { observables = [], values, dimension } = options
  for (const e of observables) {
    if (callsIn(e).has('prev')) {
      refuse('PREV', `"${print(e)}": an algorithm keeps what it had before in a state of its own`)
    }
  }
  const others = Object.fromEntries(Object.entries(process.state).map(([name, shape]) => [otherName(name), shape]))
  const pair = recurrence({ state: { ...process.state, ...others }, step: [] })
  const compiled = recurrenceProgram(pair, options)
  const parameters = doublesOf(process, values)
  const written = (code: Algorithm['step']): Written =>
    pairOf(process.state, dimension, (state, random) => code(state, parameters, random, data))
  const { program } = recurrenceProgram(pair, { ...options, observables: [] })
  return {
    ...compiled,
    program: { ...compiled.program, written: written(process.step) },
    start: process.start ? { ...program, parameters: 0, written: written(process.start) } : null,
  }
}

/** The same code for both replicas of a pair. */
function pairOf(
  shapes: Shapes, dimension: number, run: (state: Doubles<Shapes>, random: Random) => void,
): Written {
  const size = Object.values(shapes).reduce((sum, shape) => sum + sizeOf(shape, dimension), 0)
  const coordinates = new Float64Array(2 * size)
  const view = stateViews(shapes, dimension)
  const [one, other] = [0, size].map((at) => view(coordinates.subarray(at, at + size)))
  return {
    coordinates,
    step: (random) => {
      run(one!, random)
      run(other!, random)
    },
  }
}
