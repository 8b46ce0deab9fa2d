/**
 * What leaves in exit(x, from, below, above): a scalar state with Gaussian steps, or norm(w), the distance of a vector
 * state that moves alike in all directions.
 */
import { exitTime, type Ends, type ExitTime } from '../../numeric/exit-time.js'
import { radialExit } from '../../numeric/radial-exit.js'
import { refuse } from '../../symbolic/errors.js'
import type { Expression } from '../../symbolic/expression.js'
import { parseFormula } from '../../symbolic/parse.js'
import { print } from '../../symbolic/print.js'
import type { Base } from '../algebra.js'
import { recurrenceOf } from '../process-of.js'
import type { Call } from '../readings.js'
import { gaussianStep } from './gaussian-step.js'
import { radialStep } from './radial-step.js'

export interface Leaving {
  readonly state: string
  /** the number that leaves, for the simulation */
  readonly of: Expression
  /** mean and spread of its exit time, from the integral equation of its chain */
  solved(ends: Ends): ExitTime
}

/** @throws StatementError BAD_MEASURE */
export function leavingIn(measure: Call, base: Base<number>): Leaving {
  const [x] = measure.operands
  const shapes: Readonly<Record<string, string>> = recurrenceOf(base.compiled).state
  if (x?.kind === 'symbol' && shapes[x.name] === 'scalar') {
    return { state: x.name, of: x, solved: (ends) => {
      const chain = gaussianStep(x.name, base)
      if (chain.deviation(ends.from, 1) === 0 && chain.mean(ends.from, 1) === ends.from) neverLeaves(measure)
      return exitTime(chain, ends)
    } }
  }
  const w = x?.kind === 'call' && x.name === 'norm' ? x.operands[0] : undefined
  if (w?.kind === 'symbol' && shapes[w.name] === 'vector') {
    return {
      state: w.name,
      // a length, of which programs know the root of the square
      of: parseFormula(`sqrt(transpose(${w.name}) * ${w.name})`),
      solved: ({ from, below, above }) => {
        if (below > 0) {
          refuse('BAD_MEASURE', `"${print(measure)}" ends at the distance ${below} below, which has no oracle; write 0`)
        }
        const chain = radialStep(w.name, base)
        if (chain.deviation(from) === 0 && chain.mean(from) === from) neverLeaves(measure)
        return radialExit(chain, from, above)
      },
    }
  }
  return refuse('BAD_MEASURE',
    `"${print(measure)}" is no exit of a state; write exit(w, 0, -r, r), or exit(norm(w), 0, 0, r) for a vector w`)
}

const neverLeaves = (measure: Call): never =>
  refuse('NEVER_LEAVES', `"${print(measure)}" starts where the process stays for ever; give it noise there`)
