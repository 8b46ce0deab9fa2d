/** Generated kernels against those written by hand: the same work in turns on one thread, and the same bits. */
import { averages, replicasPerBlock } from '../src/simulation/trajectories.js'
import { passages, pathsPerBlock } from '../src/simulation/passages.js'
import { streamSeed, streamWords } from '../src/simulation/streams.js'
import { diagonalMomentum, momentum } from '../test/simulation/programs.js'
import type { Program } from '../src/process/program.js'
import type { Fact } from './fact.js'
import { dense, diagonal, passage, type HandWritten } from './hand-written.js'
import { denseParameters, diagonalParameters } from './momentum.js'
import { parameters as passageParameters, program as passageProgram } from './passage.js'
import { address } from './workload.js'

const [blocks, burnIn, steps, rounds] = [8, 500, 500, 12]

/** Puts the kernel at the start of a block. */
function begin({ buffer, at }: HandWritten, parameters: readonly number[], block: number): void {
  new Uint32Array(buffer, 0, streamWords).set(streamSeed({ ...address, block }))
  new Float64Array(buffer, at.parameters, parameters.length).set(parameters)
  new Float64Array(buffer, at.state).fill(0)
}

/** Averages of the first coordinate, or times of passage: what both must agree on. */
type Run = () => Float64Array

function byHand(kernel: HandWritten, parameters: readonly number[]): Run {
  return () => {
    const out = new Float64Array(blocks * replicasPerBlock)
    const sums = new Float64Array(kernel.buffer, kernel.at.sums, replicasPerBlock)
    for (let block = 0; block < blocks; block++) {
      begin(kernel, parameters, block)
      kernel.run(burnIn, 0)
      kernel.run(steps, 1)
      out.set(sums.map((sum) => sum / steps), block * replicasPerBlock)
    }
    return out
  }
}

function generated(program: Program, parameters: readonly number[]): Run {
  const start = new Float64Array(program.states)
  const run = { program, parameters, start, address, firstBlock: 0, blocks, burnIn, steps }
  return () => averages(run).values.slice(0, blocks * replicasPerBlock)
}

function passedByHand(kernel: HandWritten, parameters: readonly number[]): Run {
  const behind = kernel.at.sums + 8 * 1024
  return () => {
    const out = new Float64Array(blocks * pathsPerBlock)
    for (let block = 0; block < blocks; block++) {
      begin(kernel, parameters, block)
      new Float64Array(kernel.buffer, behind, pathsPerBlock).forEach((_, k, paths) => (paths[k] = k))
      kernel.run(pathsPerBlock)
      out.set(new Float64Array(kernel.buffer, kernel.at.sums, pathsPerBlock), block * pathsPerBlock)
    }
    return out
  }
}

function passedGenerated(): Run {
  const run = { program: passageProgram, parameters: passageParameters, start: [0], address, firstBlock: 0, blocks }
  return () => passages({ ...run, cap: 1e9 }).steps
}

/** Least processor time of ours over theirs. */
function ratio(ours: Run, theirs: Run): number {
  const least = [Infinity, Infinity]
  const results = [ours, theirs].map((run) => run())
  results[0]!.forEach((x, k) => {
    if (x !== results[1]![k]) throw new Error(`replica ${k}: ${x} generated, ${results[1]![k]} by hand: one is wrong`)
  })
  for (let round = 0; round < rounds; round++) {
    for (const [k, run] of [ours, theirs].entries()) {
      const before = process.cpuUsage()
      run()
      const { user, system } = process.cpuUsage(before)
      least[k] = Math.min(least[k]!, user + system)
    }
  }
  return least[0]! / least[1]!
}

export function handFacts(): readonly Fact[] {
  const pairs: readonly (readonly [string, Run, Run])[] = [
    ['W1 diagonal, D = 4', generated(diagonalMomentum(4), diagonalParameters(4)),
      byHand(diagonal(4), diagonalParameters(4))],
    ['W1 dense, D = 4', generated(momentum(4), denseParameters(4)), byHand(dense(4), denseParameters(4))],
    ['W3', passedGenerated(), passedByHand(passage(), passageParameters)],
  ]
  return pairs.map(([name, ours, theirs]) => ({
    name: `generated over hand-written, ${name}`, value: ratio(ours, theirs), unit: 'x time', target: { atMost: 1.1 },
  }))
}
