/**
 * A machine for steps in plain code: it carries the state of each replica to where the code works and back, and leaves
 * what is observed to the nodes of the program.
 */
import type { Program, Written } from '../process/program.js'
import { javascriptKernel } from './javascript-kernel.js'
import { emptyBlock, listCandidates } from './javascript-machine.js'
import { checkedProgram } from './checked-program.js'
import type { Block, Machine } from './machine.js'
import { referenceNoise, type Noise } from './noise.js'
import { randomFrom, type RandomSource } from './random.js'
import { hasVectors } from './wasm/instance.js'
import { vectorNoise } from './wasm/noise-source.js'

/** Runs a program whose step is code. */
export function writtenMachine(program: Program & { readonly written: Written }, lanes: number): Machine {
  const block = emptyBlock(checkedProgram(program), lanes)
  const observe = javascriptKernel(program, block)
  const noise: Noise = hasVectors ? vectorNoise([{ kind: 'normal' }, { kind: 'uniform' }]) : referenceNoise()
  const random = randomFrom(noise)
  const step = stepper(program.written, block, random)
  const run = (count: number): void => {
    for (let t = 0; t < count; t++) step(lanes)
  }
  const candidates = new Int32Array(lanes)
  return {
    ...block,
    candidates,
    seed: random.seed,
    uniform: noise.reserve,
    stream: noise.stream,
    resume: random.seed,
    advance: run,
    accumulate(count, thin) {
      for (let k = 0; k < count; k++) {
        run(thin)
        observe.accumulate(lanes)
      }
    },
    depart(live) {
      step(live)
      observe.depart(live)
      return listCandidates(block.leaving, live, candidates)
    },
  }
}

function stepper(
  { coordinates, step }: Written, { lanes, state }: Block, random: RandomSource,
): (live: number) => void {
  const n = coordinates.length
  return (live) => {
    for (let r = 0; r < live; r++) {
      for (let i = 0; i < n; i++) coordinates[i] = state[i * lanes + r]!
      step(random)
      for (let i = 0; i < n; i++) state[i * lanes + r] = coordinates[i]!
    }
  }
}
