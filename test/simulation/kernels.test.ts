import fc from 'fast-check'
import type { Program } from '../../src/process/program.js'
import { describe, expect, it } from 'vitest'
import { averages, endpoints } from '../../src/simulation/trajectories.js'
import { passages } from '../../src/simulation/passages.js'
import { address } from './address.js'
import { anyProgram } from './any-program.js'
import { diagonalMomentum, graph, momentum, regression } from './programs.js'

const range = { parameters: [1, -2, 3, 0.25, 5, 6, 7, 8, 0.5], address, firstBlock: 3, blocks: 1 }
const compiled = ['javascript', 'webassembly'] as const

describe.each(compiled)('the %s kernel', (engine) => {
  it('averages random programs to the very bits of the interpreter', () => {
    fc.assert(
      fc.property(anyProgram, (program) => {
        const run = { ...range, program, start: program.next.map((_, i) => 0.5 - i), burnIn: 2, steps: 5, thin: 2 }
        expect(averages({ ...run, engine })).toEqual(averages({ ...run, engine: 'interpreter' }))
      }),
      { numRuns: 60 },
    )
  })

  it('lets paths of random programs leave exactly as the interpreter does', () => {
    fc.assert(
      fc.property(anyProgram, (program) => {
        const run = { ...range, program, start: program.next.map((_, i) => 0.5 - i), cap: 4 }
        expect(passages({ ...run, engine })).toEqual(passages({ ...run, engine: 'interpreter' }))
      }),
      { numRuns: 20 },
    )
  })

  it('starts from a draw of another program as the interpreter does', () => {
    fc.assert(
      fc.property(anyProgram, (program) => {
        const run = { ...range, program, start: { program, parameters: range.parameters }, steps: 1 }
        expect(endpoints({ ...run, engine })).toEqual(endpoints({ ...run, engine: 'interpreter' }))
      }),
      { numRuns: 20 },
    )
  })

  it('has the bits of the interpreter on dense and diagonal matrices, batches, and lagged observables', () => {
    const size = fc.integer({ min: 1, max: 12 })
    const structured = fc.oneof(
      size.map(momentum), size.map(diagonalMomentum), size.map((D) => regression(D, 3)),
      size.map((D) => lagged(momentum(D))),
    )
    fc.assert(
      fc.property(structured, (program) => {
        const parameters = Array.from({ length: program.parameters }, (_, i) => Math.sin(i + 1) / program.states)
        const run = { ...range, program, parameters, start: program.next.map((_, i) => i), burnIn: 1, steps: 10 }
        expect(averages({ ...run, engine })).toEqual(averages({ ...run, engine: 'interpreter' }))
      }),
      { numRuns: 12 },
    )
  })

  it('adds many states times one parameter', () => {
    const program = meanField(16)
    const run = { ...range, parameters: [0.01], program, start: program.next.map((_, i) => i), steps: 2 }
    expect(endpoints({ ...run, engine })).toEqual(endpoints({ ...run, engine: 'interpreter' }))
  })

  it('exchanges states that wait for each other', () => {
    const swap: Program = {
      nodes: [{ op: 'state', index: 0 }, { op: 'state', index: 1 }, { op: 'negate', a: 0 }, { op: 'negate', a: 1 }],
      parameters: 0, states: 2, next: [3, 2], noise: [], sample: [], batch: 0, observables: [2, 3, 0, 1],
    }
    const { values, replicas } = endpoints({ ...range, parameters: [], program: swap, start: [1, 2], steps: 3, engine })
    expect([0, 1, 2, 3].map((o) => values[o * replicas])).toEqual([-1, -2, 1, 2])
  })
})

/** Every state moves by the same parameter times the sum of all, read from the last to the first. */
function meanField(D: number): Program {
  const g = graph()
  const states = Array.from({ length: D }, (_, i) => g.state(i))
  const sum = states.reduceRight((partial, x) => g.add(partial, g.multiply(x, g.parameter(0))), g.noise(0))
  const next = states.map((x) => g.subtract(x, sum))
  return {
    nodes: g.nodes, parameters: 1, states: D, next, noise: [{ kind: 'normal' }], sample: [], batch: 0,
    observables: next,
  }
}

/** Observes every new state times every old one. */
function lagged(program: Program): Program {
  const nodes = [...program.nodes]
  const put = (node: Program['nodes'][number]): number => nodes.push(node) - 1
  const old = program.next.map((_, index) => put({ op: 'state', index }))
  const observables = program.next.flatMap((a) => old.slice(-2).map((b) => put({ op: 'multiply', a, b })))
  return { ...program, nodes, observables }
}
