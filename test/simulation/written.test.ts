/** Steps in plain code run on the same streams as every program, bit for bit the same each time. */
import { describe, expect, test } from 'vitest'
import { algorithm, type Algorithm, type Random } from '../../src/process/algorithm.js'
import { algorithmProgram } from '../../src/process/program/algorithm-program.js'
import { scalar } from '../../src/process/text.js'
import { referenceNoise } from '../../src/simulation/noise.js'
import { passages } from '../../src/simulation/passages.js'
import { randomAt, randomFrom } from '../../src/simulation/random.js'
import { blockStreams } from '../../src/simulation/streams.js'
import { averages, endpoints, replicasPerBlock } from '../../src/simulation/trajectories.js'
import { vectorNoise } from '../../src/simulation/wasm/noise-source.js'
import { add, symbol } from '../../src/symbolic/expression.js'
import { address } from './address.js'

type Code = (state: { x: number }, random: Random) => void
const summing = (step: Code, start: Code = () => {}) =>
  algorithmProgram(algorithm({
    state: { x: scalar },
    step: (state, _, random) => step(state, random),
    start: (state, _, random) => start(state, random),
  }) as unknown as Algorithm, { dimension: 1, values: new Map(), observables: [symbol('x'),
  add(symbol('x'), symbol('other x'))] }, undefined)

const run = { parameters: [], start: [0, 0], address, firstBlock: 0, blocks: 2 }

describe('variates one at a time', () => {
  test('are the same from the reference source and from the vector source', () => {
    const sources = [referenceNoise(), vectorNoise([{ kind: 'normal' }, { kind: 'uniform' }])].map(randomFrom)
    for (const source of sources) source.seed(blockStreams(address)(3))
    for (let k = 0; k < 700; k++) {
      const [a, b] = sources.map((source) => (k % 3 ? source.normal() : source.uniform()))
      expect(a).toBe(b)
    }
  })

  test('start over with the stream, whatever was left of the last lot', () => {
    const source = randomFrom(referenceNoise())
    const first = [0, 1].map(() => {
      source.seed(blockStreams(address)(0))
      return Array.from({ length: 5 }, source.normal)
    })
    expect(first[0]).toEqual(first[1])
    expect(randomAt(address).normal()).toBe(first[0]![0])
  })
})

describe('a step in code', () => {
  test('is taken once per step by every replica of every pair', () => {
    const { program } = summing((state) => { state.x += 1 })
    const { values, nonFinite } = endpoints({ ...run, program, steps: 7 })
    expect(nonFinite).toBe(0)
    expect(new Set(values.subarray(0, 2 * replicasPerBlock))).toEqual(new Set([7]))
    expect(new Set(values.subarray(2 * replicasPerBlock))).toEqual(new Set([14]))
  })

  test('is averaged over the steps after the burn-in', () => {
    const { program } = summing((state) => { state.x += 1 })
    expect(averages({ ...run, program, burnIn: 10, steps: 4, thin: 2 }).values[0]).toBe((12 + 14) / 2)
  })

  test('gives the same bits for a block wherever it runs', () => {
    const { program } = summing((state, random) => { state.x = 0.9 * state.x + random.normal() * random.uniform() })
    const both = endpoints({ ...run, program, steps: 50 }).values
    const second = endpoints({ ...run, program, steps: 50, firstBlock: 1, blocks: 1 }).values
    expect(second.subarray(0, replicasPerBlock)).toEqual(both.subarray(replicasPerBlock, 2 * replicasPerBlock))
    expect(new Set(both.subarray(0, 2 * replicasPerBlock)).size).toBe(2 * replicasPerBlock)
  })

  test('starts where the code says, at random if it likes', () => {
    const { program, start } = summing((state) => { state.x *= 2 }, (state, random) => { state.x = random.uniform() })
    const { values } = endpoints({ ...run, program, start: { program: start!, parameters: [] }, steps: 1 })
    const firsts = values.subarray(0, 2 * replicasPerBlock)
    expect(Math.min(...firsts)).toBeGreaterThan(0)
    expect(Math.max(...firsts)).toBeLessThan(2)
    expect(new Set(firsts).size).toBe(firsts.length)
  })

  test('that leaves the finite numbers is seen', () => {
    const { program } = summing((state) => { state.x = state.x / 0 })
    expect(endpoints({ ...run, program, steps: 2 }).nonFinite).toBe(2 * replicasPerBlock)
  })

  test('may have an exit', () => {
    const { program } = summing((state) => { state.x += 0.25 })
    const x = program.observables[0]!
    // at x = 1 the path leaves surely
    const { steps } = passages({ ...run, program: { ...program, exit: x }, cap: 10, blocks: 1 })
    expect(Math.max(...steps)).toBeLessThanOrEqual(4)
  })
})
