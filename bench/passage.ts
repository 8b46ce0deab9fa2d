/** W3: first passage of dx = -x dt + sqrt(1/2 (1 + x^2)) dW through |x| = 3/2, Euler-Maruyama with dt = 1/100. */
import type { Program } from '../src/process/program.js'
import { passages, pathsPerBlock } from '../src/simulation/passages.js'
import { graph, normal } from '../test/simulation/programs.js'
import { address, timed } from './workload.js'
import type { Workload } from './workload.js'

export const program: Program = (() => {
  const g = graph()
  const x = g.state(0)
  const variance = g.multiply(g.parameter(1), g.add(g.constant(1), g.multiply(x, x)))
  const next = g.add(g.multiply(x, g.parameter(0)), g.multiply(g.sqrt(variance), g.noise(0)))
  // far beyond 1 outside and far below 0 inside: the chain leaves when it is out
  const exit = g.multiply(g.subtract(g.abs(next), g.parameter(2)), g.constant(1e300))
  return {
    nodes: g.nodes, parameters: 3, states: 1, next: [next], noise: [normal], sample: [], batch: 0,
    observables: [], exit,
  }
})()

export const parameters: readonly number[] = [0.99, 0.005, 1.5]
const paths = 40 * pathsPerBlock

export const passageWorkload: Workload = {
  name: 'W3 first passage',
  unit: 'path-step',
  rival: ['passage', paths],
  atLeast: { numpy: 4, c: 0.8 },
  repeat: () => timed(() => {
    const range = { program, parameters, start: [0], address, firstBlock: 0 }
    const { steps, work } = passages({ ...range, blocks: paths / pathsPerBlock, cap: 1e9 })
    return { units: work, check: steps.reduce((sum, value) => sum + value, 0) / paths }
  }),
}
