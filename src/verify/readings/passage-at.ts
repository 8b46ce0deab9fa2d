/** A measure passage(x, from, to) at a point of the parameters: its process and its ends as numbers. */
import type { Diffusion } from '../../process/text.js'
import { refuse } from '../../symbolic/errors.js'
import { evaluate } from '../../symbolic/evaluate.js'
import type { Expression } from '../../symbolic/expression.js'
import { print } from '../../symbolic/print.js'
import { scalarOf, type Value } from '../../symbolic/value.js'
import { environmentOf } from '../../theorem/environment.js'
import type { Base } from '../algebra.js'
import { diffusionOf } from '../process-of.js'
import { inlined } from '../inlined.js'
import type { Call } from '../readings.js'

export interface PassageAt {
  readonly process: Diffusion
  /** parameters and plain definitions */
  readonly values: ReadonlyMap<string, Value<number>>
  /** the name of the state that passes */
  readonly state: string
  readonly from: number
  readonly to: number
}

/** @throws StatementError for a measure or a process without a passage */
export function passageAt(measure: Call, { compiled, dimension, given, ring }: Base<number>): PassageAt {
  const process = diffusionOf(compiled, 'passage()')
  const [state, from, to] = measure.operands
  if (state?.kind !== 'symbol' || !(state.name in process.state)) {
    refuse('BAD_MEASURE', `"${print(measure)}" is no passage of a state; write passage(theta, -1, 1)`)
  }
  if (process.exit) {
    refuse('BAD_MEASURE', `"${print(measure)}" says where the path stops; leave "exit" out of the process`)
  }
  const inline = inlined(compiled.where)
  const values = environmentOf(given, compiled.where, { ring, dimension })
  const number = (e: Expression): number => scalarOf(evaluate(inline(e), values, ring))
  return { process, values, state: state.name, from: number(from!), to: number(to!) }
}
