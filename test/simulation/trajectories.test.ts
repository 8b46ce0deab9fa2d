import { describe, expect, it } from 'vitest'
import { averages, endpoints, replicasPerBlock } from '../../src/simulation/trajectories.js'
import type { Program } from '../../src/process/program.js'
import { address } from './address.js'
import { diagonalMomentum, graph, momentum, regression } from './programs.js'

const chain = { program: diagonalMomentum(2), parameters: [0.5, 0.3, 1, 2, 1, 0.5], start: [0, 0, 1, -1], address }

/** x = x + 1 from any start: every average is known. */
const counter: Program = (() => {
  const g = graph()
  const x = g.add(g.state(0), g.constant(1))
  return { nodes: g.nodes, parameters: 0, states: 1, next: [x], noise: [], sample: [], batch: 0, observables: [x, 0] }
})()

describe('averages', () => {
  it('average the steps after burn-in, every thin-th of them', () => {
    const run = { program: counter, parameters: [], start: [10], address, firstBlock: 0, blocks: 1 }
    const { values, replicas } = averages({ ...run, burnIn: 5, steps: 7, thin: 3 })
    expect(replicas).toBe(replicasPerBlock)
    expect(new Set(values.subarray(0, replicas))).toEqual(new Set([(18 + 21) / 2]))
    expect(new Set(values.subarray(replicas))).toEqual(new Set([(17 + 20) / 2]))
  })

  it('give a block the same bits whichever blocks run with it', () => {
    const run = { ...chain, burnIn: 3, steps: 4 }
    const together = averages({ ...run, firstBlock: 5, blocks: 3 })
    const alone = averages({ ...run, firstBlock: 6, blocks: 1 })
    for (let o = 0; o < 2; o++) {
      const middle = o * together.replicas + replicasPerBlock
      const part = together.values.subarray(middle, middle + replicasPerBlock)
      expect(part).toEqual(alone.values.subarray(o * replicasPerBlock, (o + 1) * replicasPerBlock))
    }
  })

  it('give other bits to another seed, theorem, claim, draw and phase', () => {
    const first = (changed: object): number =>
      endpoints({ ...chain, address: { ...address, ...changed }, firstBlock: 0, blocks: 1, steps: 1 }).values[0]!
    const changes = [{}, { seed: 'x' }, { theorem: 'x' }, { claim: 'x' }, { draw: 1 }, { phase: 'x' }]
    expect(new Set(changes.map(first)).size).toBe(changes.length)
  })

  it('agree with endpoints where one step is recorded', () => {
    const range = { ...chain, firstBlock: 0, blocks: 2 }
    expect(averages({ ...range, burnIn: 6, steps: 1 })).toEqual(endpoints({ ...range, steps: 7 }))
  })

  it('give the last state after the averages where it is wanted, and the same averages', () => {
    const block = { program: counter, parameters: [], start: [10], address, firstBlock: 0, blocks: 3 }
    const run = { ...block, burnIn: 5, steps: 7 }
    const [plain, more] = [averages(run), averages({ ...run, last: true })]
    expect(more.values.subarray(0, plain.values.length)).toEqual(plain.values)
    expect(more.values.subarray(plain.values.length)).toEqual(new Float64Array(plain.replicas).fill(22))
    expect(more.nonFinite).toBe(0)
  })

  it('report replicas that diverge instead of hiding them', () => {
    const unstable = { ...chain, parameters: [0.5, 1e200, 1, 2, 1, 0.5] }
    const { nonFinite, replicas } = averages({ ...unstable, firstBlock: 0, blocks: 2, burnIn: 10, steps: 2 })
    expect(nonFinite).toBe(replicas)
  })

  it('refuse a thinning longer than the run and a start of the wrong dimension', () => {
    const range = { ...chain, firstBlock: 0, blocks: 1, burnIn: 0 }
    expect(() => averages({ ...range, steps: 2, thin: 3 })).toThrow(/cannot average 2 steps by 3/)
    expect(() => averages({ ...range, start: [1], steps: 2 })).toThrow(/a start with 1 coordinates for 4 states/)
    expect(() => averages({ ...range, parameters: [1], steps: 2 })).toThrow(/1 parameters for a program with 6/)
  })
})

describe('a program', () => {
  it('of diagonal matrices gives the bits of the dense one that holds the same numbers', () => {
    const range = { firstBlock: 0, blocks: 1, steps: 20 }
    const diagonal = endpoints({ ...chain, ...range })
    const parameters = [0.5, 0.3, 1, 0, 0, 2, 1, 0, 0, 0.5]
    const { values, replicas } = endpoints({ ...chain, ...range, program: momentum(2), parameters })
    expect(values.subarray(0, replicas)).toEqual(diagonal.values.subarray(0, replicas))
    expect(values.subarray(2 * replicas)).toEqual(diagonal.values.subarray(replicas))
  })

  it('with a batch of one sample is the same program without a batch', () => {
    const batch = regression(3, 1)
    const single: Program = { ...batch, noise: batch.sample, sample: [], batch: 0, nodes: withoutMeans(batch) }
    const range = { parameters: [0.1], start: [1, 2, 3], address, firstBlock: 0, blocks: 1, burnIn: 1, steps: 5 }
    expect(averages({ ...range, program: single })).toEqual(averages({ ...range, program: batch }))
  })
})

/** mean(a) of one sample is a; so is max(a, a). */
function withoutMeans(program: Program): Program['nodes'] {
  return program.nodes.map((node) => {
    if (node.op === 'sample') return { op: 'noise', index: node.index }
    return node.op === 'mean' ? { op: 'max', a: node.a, b: node.a } : node
  })
}
