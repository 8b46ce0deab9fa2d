/** A machine without WebAssembly: the reference noise, and steps that some kernel in JavaScript carries out. */
import type { Program } from '../process/program.js'
import { checkedProgram } from './checked-program.js'
import { leastChance } from './machine.js'
import type { Block, Machine, Steps } from './machine.js'
import { referenceNoise } from './noise.js'
import type { Noise } from './noise.js'
import { rows } from './rows.js'
import { runs, slotCount } from './variates.js'

/** Runs a program with the steps that `kernel` builds over the block's arrays. */
export function javascriptMachine(
  program: Program, lanes: number, kernel: (program: Program, block: Block) => Steps, noise: Noise = referenceNoise(),
): Machine {
  const block = emptyBlock(checkedProgram(program), lanes)
  const steps = kernel(program, block)
  const table = rows(program, lanes)
  const draw = drawing(program, block, noise, table.resolve)
  const candidates = new Int32Array(lanes)
  const run = (count: number): void => {
    for (let t = 0; t < count; t++) {
      draw(lanes)
      steps.advance(lanes)
    }
  }
  return {
    ...block,
    candidates,
    uniform: noise.reserve,
    stream: noise.stream,
    resume: noise.seed,
    seed(stream) {
      noise.seed(stream)
      table.reset()
    },
    advance: run,
    accumulate(count, thin) {
      for (let k = 0; k < count; k++) {
        run(thin - 1)
        draw(lanes)
        steps.accumulate(lanes)
      }
    },
    depart(live) {
      draw(live)
      steps.depart(live)
      return listCandidates(block.leaving, live, candidates)
    },
  }
}

/** Arrays for a program, all zero. */
export function emptyBlock(program: Program, lanes: number): Block {
  const array = (entries: number): Float64Array => new Float64Array(entries * lanes)
  return {
    lanes,
    parameters: new Float64Array(program.parameters),
    state: array(program.states),
    variates: array(slotCount(program)),
    observed: array(program.observables.length),
    leaving: array(1),
  }
}

function drawing(
  program: Program, { lanes, variates }: Block, noise: Noise, resolve: (variates: Float64Array, count: number) => void,
): (live: number) => void {
  const fillings = runs(program)
  return (live) => {
    const count = (live + 3) & ~3
    for (const { law, first, slots } of fillings) {
      if (count === lanes) noise.fill(law, variates, first * lanes, slots * lanes)
      else for (let k = first; k < first + slots; k++) noise.fill(law, variates, k * lanes, count)
    }
    resolve(variates, live)
  }
}

/** Writes down which of the first `live` lanes may leave; returns how many. */
export function listCandidates(leaving: Float64Array, live: number, candidates: Int32Array): number {
  let found = 0
  for (let r = 0; r < live; r++) if (!(leaving[r]! < leastChance)) candidates[found++] = r
  return found
}
