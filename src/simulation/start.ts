/**
 * Where replicas start: all at one point, or each at a draw of its own, made by one step of another program from zero
 * with the same stream. The latter starts a chain from a claimed stationary law.
 */
import type { Program } from '../process/program.js'
import { refuse } from '../symbolic/errors.js'
import { machineFor } from './engine.js'
import type { Engine } from './engine.js'
import type { Machine } from './machine.js'

export type Start =
  /** one value per state coordinate */
  | ArrayLike<number>
  /** a program with as many states as the one started */
  | Draw

export interface Draw {
  readonly program: Program
  readonly parameters: ArrayLike<number>
}

/** Puts every replica of the machine, newly seeded, at its start. */
export function placeAtStart(machine: Machine, start: Start, engine?: Engine): void {
  if (isDraw(start)) placeByDraw(machine, start, engine)
  else placeAtPoint(machine, start)
}

const isDraw = (start: Start): start is Draw => 'program' in start

function placeAtPoint({ lanes, state }: Machine, point: ArrayLike<number>): void {
  checkStates(point.length, state.length / lanes)
  for (let i = 0; i < point.length; i++) state.fill(point[i]!, i * lanes, (i + 1) * lanes)
}

function placeByDraw(machine: Machine, { program, parameters }: Draw, engine?: Engine): void {
  const { lanes, state } = machine
  checkStates(program.states, state.length / lanes)
  const drawing = machineFor(program, lanes, engine)
  setParameters(drawing, parameters)
  drawing.seed(machine.stream())
  drawing.state.fill(0)
  drawing.advance(1)
  state.set(drawing.state)
  machine.resume(drawing.stream())
}

function checkStates(given: number, states: number): void {
  if (given !== states) refuse('BAD_START', `a start with ${given} coordinates for ${states} states: give ${states}`)
}

/** Sets the parameters of a machine; throws StatementError BAD_PARAMETERS where their number is wrong. */
export function setParameters(machine: Machine, parameters: ArrayLike<number>): void {
  const wanted = machine.parameters.length
  if (parameters.length !== wanted) {
    refuse('BAD_PARAMETERS', `${parameters.length} parameters for a program with ${wanted}: give ${wanted}`)
  }
  machine.parameters.set(parameters)
}
