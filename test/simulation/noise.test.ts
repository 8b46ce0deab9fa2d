import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { referenceNoise } from '../../src/simulation/noise.js'
import type { Law, Noise } from '../../src/simulation/noise.js'
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
})
