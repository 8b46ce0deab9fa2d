/** A machine that steps in WebAssembly, two replicas per vector; its arrays are views of the module's memory. */
import type { Program } from '../../process/program.js'
import { refuse } from '../../symbolic/errors.js'
import { checkedProgram } from '../checked-program.js'
import type { Machine } from '../machine.js'
import { streamWords } from '../streams.js'
import { rowSlots } from '../variates.js'
import { instantiate } from './instance.js'
import { kernel } from './kernel.js'
import { writeTables } from './ziggurat.js'

/** Compiles a program for a number of lanes, a multiple of eight. */
export function vectorMachine(program: Program, lanes: number): Machine {
  const { bytes, layout } = kernel(checkedProgram(program), lanes)
  const { buffer, exports } = instantiate(bytes)
  writeTables(buffer)
  const array = (address: number, entries: number): Float64Array => new Float64Array(buffer, address, entries)
  const stream = new Uint32Array(buffer, 0, streamWords)
  const parameters = array(layout.parameters, program.parameters)
  array(layout.parameters, program.parameters + 1)[program.parameters] = NaN
  const permutations = rowSlots(program).filter(({ place }) => place === 0)
    .map(({ sampler, size }) => array(layout.permutations.get(sampler)!, size))
  const { advance, accumulate, depart, prepare, uniform } = exports as unknown as Exports
  return {
    lanes,
    parameters,
    state: array(layout.state, program.states * lanes),
    observed: array(layout.observed, program.observables.length * lanes),
    leaving: array(layout.leaving, lanes),
    candidates: new Int32Array(buffer, layout.candidates, lanes),
    stream: () => stream,
    resume: (from) => stream.set(from),
    seed(start) {
      stream.set(start)
      prepare()
      for (const rows of permutations) for (let i = 0; i < rows.length; i++) rows[i] = i
    },
    advance,
    accumulate,
    uniform,
    depart: depart ?? (() => refuse('NO_EXIT', 'the program states no exit: no path departs')),
  }
}

interface Exports extends Pick<Machine, 'advance' | 'accumulate' | 'uniform'> {
  /** absent where the program states no exit */
  readonly depart?: Machine['depart']
  readonly prepare: () => void
}
