import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sha256 } from '../../src/simulation/sha256.js'
import { blockStreams, streamSeed, wordOffset } from '../../src/simulation/streams.js'
import { nextWord, unit } from '../../src/simulation/xoshiro.js'
import { address } from './address.js'

const mask = (1n << 64n) - 1n
const hex = (words: Uint32Array): string => [...words].map((word) => word.toString(16).padStart(8, '0')).join('')
const word64 = (stream: ArrayLike<number>, at: number): bigint =>
  (BigInt(stream[at + 1]! >>> 0) << 32n) | BigInt(stream[at]! >>> 0)

/** SplitMix64's output function and xoshiro256++ as their authors write them, on big integers. */
function mix(z: bigint): bigint {
  const a = ((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n) & mask
  const b = ((a ^ (a >> 27n)) * 0x94d049bb133111ebn) & mask
  return b ^ (b >> 31n)
}
const rotated = (x: bigint, by: bigint): bigint => ((x << by) | (x >> (64n - by))) & mask
function xoshiro(s: bigint[]): bigint {
  const result = (rotated((s[0]! + s[3]!) & mask, 23n) + s[0]!) & mask
  const t = (s[1]! << 17n) & mask
  s[2]! ^= s[0]!
  s[3]! ^= s[1]!
  s[1]! ^= s[2]!
  s[0]! ^= s[3]!
  s[2]! ^= t
  s[3] = rotated(s[3]!, 45n)
  return result
}

const anyAddress = fc.record({
  seed: fc.string(), theorem: fc.string(), claim: fc.string(), draw: fc.nat(), phase: fc.string(),
  block: fc.integer({ min: 0, max: 2 ** 50 - 1 }),
})

describe('sha256', () => {
  it('gives the digests of FIPS 180-4 for "abc" and for two blocks', () => {
    const digest = (text: string): string => hex(sha256(new TextEncoder().encode(text)))
    expect(digest('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    expect(digest('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq'))
      .toBe('248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1')
    expect(digest('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  })
})

describe('a stream', () => {
  it('starts at mix(key + counter * phi) in each of its twenty words', () => {
    fc.assert(fc.property(anyAddress, ({ block, ...rest }) => {
      const { seed, theorem, claim, draw, phase } = rest
      const key = sha256(
        new TextEncoder().encode(JSON.stringify(['assay stream 1', seed, theorem, claim, draw, phase])),
      )
      const stream = streamSeed({ ...rest, block })
      for (let generator = 0; generator < 5; generator++) {
        for (let j = 0; j < 4; j++) {
          const word = (BigInt(key[2 * j]!) << 32n) | BigInt(key[2 * j + 1]!)
          const counter = BigInt(5 * block + generator + 1)
          expect(word64(stream, wordOffset(generator, j))).toBe(mix((word + counter * 0x9e3779b97f4a7c15n) & mask))
        }
      }
    }))
  })

  it('is shared by no two addresses, not even where their texts run together', () => {
    const addresses = [
      {}, { seed: 'testa', theorem: '/b' }, { seed: 'tes', theorem: 'ta/b' }, { claim: 'cp', phase: '' },
      { claim: '","' }, { draw: 1 }, { phase: 'p\u0000' },
    ]
    const streams = addresses.flatMap(
      (change) => [0, 1, 2].map((block) => hex(streamSeed({ ...address, ...change, block }))),
    )
    expect(new Set(streams).size).toBe(streams.length)
  })

  it('is refused for a block or draw that is no whole number', () => {
    expect(() => streamSeed({ ...address, block: -1 })).toThrow(/block -1 of a random stream/)
    expect(() => blockStreams({ ...address, draw: 0.5 })).toThrow(/draw 0.5/)
  })
})

describe('xoshiro256++ in halves', () => {
  it('has the words of the generator on 64-bit integers, for all five generators', () => {
    fc.assert(fc.property(anyAddress, fc.integer({ min: 0, max: 4 }), (some, generator) => {
      const stream = Int32Array.from(streamSeed(some))
      const state = [0, 1, 2, 3].map((j) => word64(stream, wordOffset(generator, j)))
      const word = { low: 0, high: 0 }
      for (let k = 0; k < 20; k++) {
        nextWord(stream, generator, word)
        expect(word64([word.low, word.high], 0)).toBe(xoshiro(state))
      }
    }))
  })

  it('gives uniforms strictly between 0 and 1, exact and symmetric', () => {
    expect(unit({ low: 0, high: 0 })).toBe(2 ** -53)
    expect(unit({ low: -1, high: -1 })).toBe(1 - 2 ** -53)
    fc.assert(fc.property(fc.integer(), fc.integer(), (low, high) => {
      expect(unit({ low, high }) + unit({ low: ~low, high: ~high })).toBe(1)
    }))
  })
})
