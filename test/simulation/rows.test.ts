import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Program, Sampler } from '../../src/process/program.js'
import { endpoints } from '../../src/simulation/trajectories.js'
import { address } from './address.js'
import { graph } from './programs.js'

/** mean over the batch of 2^row, of row, and of data[row] with the data set 10, 11, ... as parameters. */
function rowsProgram(sampler: Sampler, batch: number, size: number): Program {
  const g = graph()
  const row = g.sample(0)
  const entry = g.put({ op: 'gather', base: 0, a: row })
  const power = g.exp(g.multiply(row, g.constant(Math.LN2)))
  const observables = [g.mean(power), g.mean(row), g.mean(entry)]
  return {
    nodes: g.nodes, parameters: size, states: 1, next: [g.state(0)], noise: [], sample: [sampler], batch, observables,
  }
}

const data = (size: number): number[] => Array.from({ length: size }, (_, i) => 10 + i)
const run = { start: [0], address, firstBlock: 0, blocks: 1, steps: 3 }

describe.each(['interpreter', 'javascript', 'webassembly'] as const)('rows (%s)', (engine) => {
  it('without replacement are all different: their powers of two add up to a number with as many bits', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 12 }), fc.nat(), (size, more) => {
      const batch = 1 + (more % size)
      const program = rowsProgram({ kind: 'row', size, replacement: false }, batch, size)
      const { values, replicas } = endpoints({ ...run, program, parameters: data(size), engine })
      for (const mean of values.subarray(0, replicas)) {
        const bits = Math.round(mean * batch).toString(2).replaceAll('0', '')
        expect(bits.length).toBe(batch)
      }
    }), { numRuns: 20 })
  })

  it('of a batch as large as the data set are the data set', () => {
    const program = rowsProgram({ kind: 'row', size: 7, replacement: false }, 7, 7)
    const { values, replicas } = endpoints({ ...run, program, parameters: data(7), engine })
    expect(new Set(values.subarray(replicas, 2 * replicas))).toEqual(new Set([3]))
  })

  it('with replacement are the floor of the size times the uniform of the same stream', () => {
    const size = 5
    const draws = rowsProgram({ kind: 'row', size, replacement: true }, 1, size)
    const uniforms = rowsProgram({ kind: 'uniform' }, 1, size)
    const rows = endpoints({ ...run, program: draws, parameters: data(size), engine })
    const { values, replicas } = endpoints({ ...run, program: uniforms, parameters: data(size), engine })
    expect(rows.values.subarray(replicas, 2 * replicas))
      .toEqual(values.subarray(replicas, 2 * replicas).map((u) => Math.floor(size * u)))
  })

  it('gather the entry of the data set that they name', () => {
    const program = rowsProgram({ kind: 'row', size: 6, replacement: true }, 1, 6)
    const { values, replicas } = endpoints({ ...run, program, parameters: data(6), engine })
    expect(values.subarray(2 * replicas)).toEqual(values.subarray(replicas, 2 * replicas).map((row) => 10 + row))
  })

  it('out of range gather NaN, which is reported', () => {
    const program = rowsProgram({ kind: 'row', size: 6, replacement: true }, 1, 3)
    const { values, replicas, nonFinite } = endpoints({ ...run, program, parameters: data(3), engine })
    const outside = values.subarray(replicas, 2 * replicas).filter((row) => row >= 3)
    expect(nonFinite).toBe(outside.length)
    expect(nonFinite).toBeGreaterThan(0)
  })
})

describe('a program with rows', () => {
  it('is refused where the batch is larger than the data set it exhausts', () => {
    const program = rowsProgram({ kind: 'row', size: 3, replacement: false }, 4, 3)
    expect(() => endpoints({ ...run, program, parameters: data(3) })).toThrow(/batch of 4 without replacement from 3/)
  })
})
