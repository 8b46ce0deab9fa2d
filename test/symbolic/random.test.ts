import { describe, expect, it } from 'vitest'
import { entropy, randomBelow, randomBits, xoshiro256 } from '../../src/symbolic/random.js'

const take = (seed: string, n: number): bigint[] => {
  const random = randomBits(seed)
  return Array.from({ length: n }, random)
}

describe('random bits', () => {
  it('repeats a stream from its seed and changes it with any character', () => {
    expect(take('abc', 50)).toEqual(take('abc', 50))
    const first = new Set(['', 'a', 'b', 'ab', 'ba', 'aa', 'a ', 'A'].map((seed) => take(seed, 1)[0]))
    expect(first.size).toBe(8)
  })

  it('stays in 64 bits and uses all of them', () => {
    const words = take('bits', 300)
    expect(words.every((w) => w >= 0n && w < 1n << 64n)).toBe(true)
    for (let k = 0n; k < 64n; k++) {
      const ones = words.filter((w) => (w >> k) & 1n).length
      expect(ones, `bit ${k}`).toBeGreaterThan(100)
      expect(ones, `bit ${k}`).toBeLessThan(200)
    }
  })

  it('is xoshiro256**: the outputs of the reference implementation from the state 1, 2, 3, 4', () => {
    const random = xoshiro256([1n, 2n, 3n, 4n])
    expect(Array.from({ length: 10 }, random)).toEqual([
      11520n, 0n, 1509978240n, 1215971899390074240n, 1216172134540287360n, 607988272756665600n,
      16172922978634559625n, 8476171486693032832n, 10595114339597558777n, 2904607092377533576n,
    ])
  })

  it('draws fresh entropy each time, 256 bits of it', () => {
    expect(entropy()).toMatch(/^[0-9a-f]{64}$/)
    expect(entropy()).not.toBe(entropy())
  })

  it('draws residues over the whole range', () => {
    const random = randomBits('below')
    const seen = new Set(Array.from({ length: 200 }, () => randomBelow(7n, random)))
    expect([...seen].sort()).toEqual([0n, 1n, 2n, 3n, 4n, 5n, 6n])
  })
})
