import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Program } from '../../src/process/program.js'
import { passages, pathsPerBlock } from '../../src/simulation/passages.js'
import { scoreBound } from '../../src/simulation/self-test.js'
import { address } from './address.js'
import { exitOfLinear, graph } from './programs.js'

const range = { address, firstBlock: 0, blocks: 1 }

/** Leaves in every step with probability parameter 0; counts its steps. */
const memoryless: Program = (() => {
  const g = graph()
  const count = g.add(g.state(0), g.constant(1))
  return {
    nodes: g.nodes, parameters: 1, states: 1, next: [count], noise: [], sample: [], batch: 0,
    observables: [count], exit: g.parameter(0),
  }
})()

/** The walk of steps +1 and -1 that leaves at distance parameter 0 or more. */
const walk: Program = (() => {
  const g = graph()
  const x = g.add(g.state(0), g.noise(0))
  const beyond = g.subtract(g.abs(x), g.subtract(g.parameter(0), g.constant(1)))
  return {
    nodes: g.nodes, parameters: 1, states: 1, next: [x], noise: [{ kind: 'rademacher' }], sample: [], batch: 0,
    observables: [x], exit: g.min(g.constant(1), g.max(g.constant(0), beyond)),
  }
})()

/** Score of the mean of n independent values whose mean and variance are known. */
function score(values: Float64Array, mean: number, variance: number): number {
  const total = values.reduce((sum, value) => sum + value, 0)
  return (total / values.length - mean) / Math.sqrt(variance / values.length)
}

describe('passages', () => {
  it('take a geometric time where the chance of leaving is constant', () => {
    const p = 0.3
    const run = { ...range, blocks: 8, program: memoryless, parameters: [p], start: [0], cap: 1e6 }
    const { steps, capped, nonFinite, work } = passages(run)
    expect(Math.abs(score(steps, 1 / p, (1 - p) / p ** 2))).toBeLessThan(scoreBound)
    expect({ capped, nonFinite }).toEqual({ capped: 0, nonFinite: 0 })
    expect(work).toBe(steps.reduce((sum, value) => sum + value, 0))
  })

  it('leave a walk of unit steps after b^2 steps on average, at b or -b', () => {
    const b = 4
    const { steps, values } = passages({ ...range, blocks: 8, program: walk, parameters: [b], start: [0], cap: 1e6 })
    expect(Math.abs(score(steps, b ** 2, (2 * b ** 2 * (b ** 2 - 1)) / 3))).toBeLessThan(scoreBound)
    expect(Math.abs(score(values, 0, b ** 2))).toBeLessThan(scoreBound)
    expect(new Set(values.map(Math.abs))).toEqual(new Set([b]))
    expect(new Set(steps.map((step) => step % 2))).toEqual(new Set([b % 2]))
  })

  it('give each path the steps it took, whoever else had left', () => {
    const { steps, values } = passages({ ...range, program: memoryless, parameters: [0.05], start: [0], cap: 1e6 })
    expect(values).toEqual(steps)
  })

  it('are certain at 1 and impossible at 0', () => {
    const at = (p: number) => passages({ ...range, program: memoryless, parameters: [p], start: [0], cap: 9 })
    expect(new Set(at(1).steps)).toEqual(new Set([1]))
    expect(at(0)).toMatchObject({ capped: pathsPerBlock, work: 9 * pathsPerBlock })
    expect(new Set(at(0).steps)).toEqual(new Set([NaN]))
  })

  it('are the same whichever blocks run together', () => {
    const run = { program: exitOfLinear(), parameters: [0.9, 0.3, 1], start: [0], address, cap: 50 }
    const together = passages({ ...run, firstBlock: 1, blocks: 2 })
    const parts = [1, 2].map((firstBlock) => passages({ ...run, firstBlock, blocks: 1 }))
    expect(together.steps).toEqual(Float64Array.from(parts.flatMap(({ steps }) => [...steps])))
    expect(together.capped).toBe(parts[0]!.capped + parts[1]!.capped)
  })

  it('report paths that are not finite and go on with the others', () => {
    const run = { ...range, program: memoryless, parameters: [NaN], start: [0], cap: 5 }
    const { capped, nonFinite, steps } = passages(run)
    expect({ capped, nonFinite }).toEqual({ capped: 0, nonFinite: pathsPerBlock })
    expect(new Set(steps)).toEqual(new Set([NaN]))
  })

  it('refuse a program without exit and a cap below one step', () => {
    const { exit: _, ...endless } = walk
    expect(() => passages({ ...range, program: endless, parameters: [1], start: [0], cap: 5 })).toThrow(/no exit/)
    expect(() => passages({ ...range, program: walk, parameters: [1], start: [0], cap: 0 })).toThrow(/cap of 0/)
  })

  it('never last longer than the cap nor less than the distance', () => {
    const distance = fc.integer({ min: 1, max: 6 })
    fc.assert(fc.property(distance, fc.integer({ min: 1, max: 40 }), fc.nat(), (b, cap, firstBlock) => {
      const { steps, capped } = passages({ ...range, firstBlock, program: walk, parameters: [b], start: [0], cap })
      const left = steps.filter((step) => !Number.isNaN(step))
      expect(left.length + capped).toBe(pathsPerBlock)
      for (const step of left) expect(step >= b && step <= cap).toBe(true)
    }), { numRuns: 20 })
  })
})
