import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { referenceNoise } from '../../src/simulation/noise.js'
import type { Law, Noise } from '../../src/simulation/noise.js'
import { scoreBound } from '../../src/simulation/self-test.js'
import { tailStart } from '../../src/simulation/normal-layers.js'
import { streamSeed } from '../../src/simulation/streams.js'
import { vectorNoise } from '../../src/simulation/wasm/noise-source.js'
import { address } from './address.js'

const laws: readonly Law[] = [
  { kind: 'normal' }, { kind: 'uniform' }, { kind: 'rademacher' }, { kind: 'exponential' },
  { kind: 'chiSquare', degrees: 3 }, { kind: 'chiSquare', degrees: 0.7 },
]

function filled(noise: Noise, fillings: readonly (readonly [Law, number])[], block: number): number[] {
  noise.seed(streamSeed({ ...address, block }))
  const numbers = fillings.flatMap(([law, quads]) => {
    const out = new Float64Array(4 * quads)
    noise.fill(law, out, 0, 4 * quads)
    return [...out]
  })
  return [...numbers, noise.reserve(), ...noise.stream()]
}

describe('vector noise', () => {
  it('has the very bits of the reference, whatever is drawn in whatever order', () => {
    const vectors = vectorNoise(laws)
    const fillings = fc.array(fc.tuple(fc.constantFrom(...laws), fc.integer({ min: 1, max: 300 })), { maxLength: 6 })
    fc.assert(
      fc.property(fillings, fc.nat(), (some, block) => {
        expect(filled(vectors, some, block)).toEqual(filled(referenceNoise(), some, block))
      }),
      { numRuns: 20 },
    )
  })

  it('has the bits of the reference in wedges and tails, which only long fillings reach', () => {
    const long = [[{ kind: 'normal' }, 2 ** 16]] as const
    const expected = filled(referenceNoise(), long, 1)
    expect(filled(vectorNoise(laws), long, 1)).toEqual(expected)
    expect(expected.some((x) => x > tailStart && x < 10)).toBe(true)
  })
})

describe('chi-square variates', () => {
  it.each([0.7, 1, 5, 40])('with %d degrees have the moments of the law', (degrees) => {
    const noise = vectorNoise([{ kind: 'chiSquare', degrees }])
    const values = new Float64Array(2 ** 16)
    noise.seed(streamSeed({ ...address, block: 0 }))
    noise.fill({ kind: 'chiSquare', degrees }, values, 0, values.length)
    // E x^n = k (k + 2) ... (k + 2n - 2)
    const moment = (n: number): number => (n === 0 ? 1 : moment(n - 1) * (degrees + 2 * n - 2))
    for (const n of [1, 2]) {
      const mean = values.reduce((sum, x) => sum + x ** n, 0) / values.length
      const deviation = Math.sqrt((moment(2 * n) - moment(n) ** 2) / values.length)
      expect(Math.abs(mean - moment(n)) / deviation).toBeLessThan(scoreBound)
    }
    expect(values.every((x) => x > 0)).toBe(true)
  })
})
