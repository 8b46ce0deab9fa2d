/** W1: SGD with momentum on a quadratic, Gaussian noise; second moments of the weights over the last half of a run. */
import type { Program } from '../src/process/program.js'
import { averages, replicasPerBlock } from '../src/simulation/trajectories.js'
import { diagonalMomentum, momentum } from '../test/simulation/programs.js'
import { address, timed } from './workload.js'
import type { Workload } from './workload.js'

const curvature = (i: number, D: number): number => 0.5 + i / D
const deviation = (i: number, D: number): number => Math.sqrt(1 + (0.5 * i) / D)
const square = (D: number, entry: (i: number, j: number) => number): number[] =>
  Array.from({ length: D * D }, (_, at) => entry(Math.floor(at / D), at % D))

export function diagonalParameters(D: number): number[] {
  const axes = Array.from({ length: D }, (_, i) => i)
  return [0.5, 0.3, ...axes.map((i) => curvature(i, D)), ...axes.map((i) => deviation(i, D))]
}

export function denseParameters(D: number): number[] {
  const hessian = square(D, (i, j) => (i === j ? curvature(i, D) : 0.01))
  const root = square(D, (i, j) => (i === j ? deviation(i, D) : j < i ? 0.01 : 0))
  return [0.5, 0.3, ...hessian, ...root]
}

function workload(
  name: string, program: Program, parameters: readonly number[], steps: number, atLeast: Workload['atLeast'],
): Workload {
  const D = program.states / 2
  const replicas = 4096
  const run = {
    program, parameters, address, start: new Float64Array(2 * D),
    firstBlock: 0, blocks: replicas / replicasPerBlock, burnIn: steps / 2, steps: steps / 2,
  }
  return {
    name: `W1 ${name}, D = ${D}`,
    unit: 'replica-step',
    rival: [name, D, replicas, steps],
    atLeast,
    repeat: () => timed(() => {
      const { values } = averages(run)
      const check = values.subarray(0, replicas).reduce((sum, value) => sum + value, 0) / replicas
      return { units: replicas * steps, check }
    }),
  }
}

export const momentumWorkloads: readonly Workload[] = [
  workload('diagonal', diagonalMomentum(1), diagonalParameters(1), 8000, { numpy: 5, c: 0.9 }),
  workload('diagonal', diagonalMomentum(4), diagonalParameters(4), 2000, { numpy: 5, c: 0.9 }),
  workload('diagonal', diagonalMomentum(16), diagonalParameters(16), 500, { numpy: 4, c: 0.8 }),
  workload('dense', momentum(4), denseParameters(4), 1000, { numpy: 4, c: 0.9 }),
  workload('dense', momentum(16), denseParameters(16), 300, { numpy: 2.5, c: 0.8 }),
]
