/**
 * Addressed random streams: whoever knows the address of a block of replicas can rebuild its randomness, so neither the
 * order of the blocks nor the number of threads can change a result. The block's five generators start at
 *
 *     word j of generator g = mix(key_j + (5 block + g + 1) phi),      key = SHA-256(address without its block)
 *
 * where mix is the finaliser of SplitMix64 and phi its odd increment (Steele, Lea & Flood 2014): for one key the map
 * from (block, g) to a state is one-to-one, hence no two generators of an address start alike.
 */
import { refuse } from '../symbolic/errors.js'
import { sha256 } from './sha256.js'

/** What is being simulated, short of the block. */
export interface StreamAddress {
  /** root seed of the run */
  readonly seed: string
  readonly theorem: string
  readonly claim: string
  /** number of the parameter draw */
  readonly draw: number
  /** what the randomness is for: burn-in, confirmation, ... */
  readonly phase: string
}

export interface BlockAddress extends StreamAddress {
  /** number of the block of replicas */
  readonly block: number
}

/** 32-bit words of a stream: four interleaved generators and a reserve, 256 bits each (layout: xoshiro.ts). */
export const streamWords = 40

/** Starting state of the stream at an address, `streamWords` words; draw and block are integers in [0, 2^50). */
export function streamSeed(address: BlockAddress): Uint32Array {
  return blockStreams(address)(address.block)
}

/** The streams of all blocks of an address; cheaper than streamSeed where there are many. */
export function blockStreams(address: StreamAddress): (block: number) => Uint32Array {
  const { seed, theorem, claim, draw, phase } = address
  checkCount('draw', draw)
  const text = JSON.stringify(['assay stream 1', seed, theorem, claim, draw, phase])
  const key = sha256(new TextEncoder().encode(text))
  return (block) => {
    checkCount('block', block)
    const stream = new Uint32Array(streamWords)
    for (let generator = 0; generator < 5; generator++) {
      for (let j = 0; j < 4; j++) writeWord(stream, wordOffset(generator, j), key, j, 5 * block + generator + 1)
    }
    return stream
  }
}

/**
 * Index of the low half of word j in 0 .. 3 of a generator; generators 0, 1 and 2, 3 share vectors, 4 is the reserve.
 */
export function wordOffset(generator: number, j: number): number {
  return generator === 4 ? 32 + 2 * j : (generator >> 1) * 16 + 4 * j + (generator & 1) * 2
}

function checkCount(name: string, value: number): void {
  const ok = Number.isInteger(value) && value >= 0 && value < 2 ** 50
  if (!ok) refuse('BAD_STREAM_ADDRESS', `${name} ${value} of a random stream: give an integer in [0, 2^50)`)
}

function writeWord(stream: Uint32Array, at: number, key: Uint32Array, j: number, counter: number): void {
  const high = Math.floor(counter / 2 ** 32)
  const step = multiply(high, counter >>> 0, 0x9e3779b9, 0x7f4a7c15)
  const low = key[2 * j + 1]! + step.low
  const carry = low >= 2 ** 32 ? 1 : 0
  const word = mix((key[2 * j]! + step.high + carry) >>> 0, low >>> 0)
  stream[at] = word.low
  stream[at + 1] = word.high
}

interface Word {
  readonly high: number
  readonly low: number
}

function mix(high: number, low: number): Word {
  const first = shiftXor(high, low, 30)
  const second = multiply(first.high, first.low, 0xbf58476d, 0x1ce4e5b9)
  const third = shiftXor(second.high, second.low, 27)
  const fourth = multiply(third.high, third.low, 0x94d049bb, 0x133111eb)
  return shiftXor(fourth.high, fourth.low, 31)
}

function shiftXor(high: number, low: number, by: number): Word {
  return { high: (high ^ (high >>> by)) >>> 0, low: (low ^ ((low >>> by) | (high << (32 - by)))) >>> 0 }
}

/** Product modulo 2^64 of two words given by their halves. */
function multiply(aHigh: number, aLow: number, bHigh: number, bLow: number): Word {
  const a0 = aLow & 0xffff
  const b0 = bLow & 0xffff
  const a1 = aLow >>> 16
  const b1 = bLow >>> 16
  const u = a1 * b0 + ((a0 * b0) >>> 16)
  const v = a0 * b1 + (u & 0xffff)
  const carry = a1 * b1 + (u >>> 16) + (v >>> 16)
  const high = (carry + Math.imul(aHigh, bLow) + Math.imul(aLow, bHigh)) >>> 0
  return { high, low: Math.imul(aLow, bLow) >>> 0 }
}
