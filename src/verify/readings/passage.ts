/** passage(x, from, to): the mean time that a diffusion takes from one point to another, the far end free. */
import { meanPassage } from '../../numeric/mean-passage.js'
import { motionOf } from '../../process/ito/motion.js'
import { scalarOf, scalarValue } from '../../symbolic/value.js'
import { evaluate } from '../../symbolic/evaluate.js'
import { refuse } from '../../symbolic/errors.js'
import type { Expression } from '../../symbolic/expression.js'
import { print } from '../../symbolic/print.js'
import { environmentOf } from '../../theorem/environment.js'
import type { Base } from '../algebra.js'
import { diffusionOf } from '../diffusion-of.js'
import { inlined } from '../inlined.js'
import type { Call, Reading } from '../readings.js'

export const passage: Reading = {
  oracle: (measure, base) => {
    const { motion, from, to } = passageAt(measure, base)
    const { mean, error } = meanPassage(motion, from, to)
    return scalarValue({ value: mean, error })
  },
}

/** The motion and its ends at a point of the parameters. @throws StatementError for a measure or process without one */
export function passageAt(measure: Call, base: Base<number>) {
  const { compiled, dimension, given, ring } = base
  const process = diffusionOf(compiled, 'passage()')
  const [state, from, to] = measure.operands
  if (state?.kind !== 'symbol' || !(state.name in process.state)) {
    refuse('BAD_MEASURE', `"${print(measure)}" is no passage of a state; write passage(theta, -1, 1)`)
  }
  if (process.exit) refuse('BAD_MEASURE', `"${print(measure)}" says where the path stops; leave "exit" out of the process`)
  const values = environmentOf(given, compiled.where, { ring, dimension })
  const number = (e: Expression): number => scalarOf(evaluate(inlined(compiled.where)(e), values, ring))
  return { process, values, motion: motionOf(process, values, inlined(compiled.where)), from: number(from!), to: number(to!) }
}
