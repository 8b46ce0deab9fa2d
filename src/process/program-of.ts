/** A process of any kind as a program for simulation. */
import { symbol } from '../symbolic/expression.js'
import { parseFormula } from '../symbolic/parse.js'
import { coefficientOf, discretised, timeStep, type Scheme } from './discretised.js'
import type { Ends } from './program/crossing.js'
import { recurrenceProgram, type CompiledProcess, type ProgramOptions } from './program/recurrence-program.js'
import type { Diffusion, Process } from './text.js'

export type { CompiledProcess, ProgramOptions } from './program/recurrence-program.js'
export type { Layout } from './program/layout.js'

/**
 * Compiles a process. One program serves every point with the same shapes, batch size and data sizes.
 * A recurrence may stop at `ends`, seen at its steps alone. A diffusion is discretised with the time step `dt`, which
 * the values must have; where its text has an exit, the program says how probable it is that the path left during the
 * step.
 * @throws StatementError with the line that is to blame
 */
export function programOf(
  process: Process, options: ProgramOptions & { readonly scheme?: Scheme; readonly ends?: Ends },
): CompiledProcess {
  if (process.kind === 'recurrence') return recurrenceProgram(process, options, options.ends)
  const ends = endsOf(process)
  const inlined = ends && options.inline ? { ...ends, variance: options.inline(ends.variance) } : ends
  return recurrenceProgram(discretised(process, options.scheme), options, inlined)
}

function endsOf(process: Diffusion): (Ends & Required<Pick<Ends, 'variance'>>) | undefined {
  if (!process.exit) return undefined
  const [state] = Object.keys(process.state) as [string]
  const { below, above } = process.exit
  return {
    of: symbol(state),
    variance: parseFormula(`(${coefficientOf(process, state)})^2 * ${timeStep}`),
    ...(below === undefined ? {} : { below: parseFormula(below) }),
    ...(above === undefined ? {} : { above: parseFormula(above) }),
  }
}
