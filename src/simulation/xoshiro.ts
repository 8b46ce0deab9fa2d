/**
 * xoshiro256++ (Blackman & Vigna, Scrambled linear pseudorandom number generators, ACM TOMS 47(4), 2021) in 32-bit
 * halves. A stream holds four generators whose outputs interleave, as the vector kernel runs them, and a fifth, the
 * reserve, for draws whose number is random (rejections, tails).
 */
import { wordOffset } from './streams.js'

/** Low and high half of the last word drawn. */
export interface Word {
  low: number
  high: number
}

/** Advances one generator of the stream and leaves its output in `word`; generator 4 is the reserve. */
export function nextWord(stream: Int32Array, generator: number, word: Word): void {
  const at = wordOffset(generator, 0)
  const gap = generator === 4 ? 2 : 4
  const aLow = stream[at]!
  const aHigh = stream[at + 1]!
  const dLow = stream[at + 3 * gap]!
  const dHigh = stream[at + 3 * gap + 1]!
  const sumLow = (aLow + dLow) | 0
  const sumHigh = (aHigh + dHigh + carry(sumLow, aLow)) | 0
  const turnedLow = (sumLow << 23) | (sumHigh >>> 9)
  word.low = (turnedLow + aLow) | 0
  word.high = (((sumHigh << 23) | (sumLow >>> 9)) + aHigh + carry(word.low, aLow)) | 0
  scramble(stream, at, gap)
}

const carry = (sum: number, term: number): number => (sum >>> 0 < term >>> 0 ? 1 : 0)

/** t = b << 17; c ^= a; d ^= b; b ^= c; a ^= d; c ^= t; d = rotl(d, 45) */
function scramble(stream: Int32Array, at: number, gap: number): void {
  const bLow = stream[at + gap]!
  const bHigh = stream[at + gap + 1]!
  const cLow = stream[at + 2 * gap]! ^ stream[at]!
  const cHigh = stream[at + 2 * gap + 1]! ^ stream[at + 1]!
  const dLow = stream[at + 3 * gap]! ^ bLow
  const dHigh = stream[at + 3 * gap + 1]! ^ bHigh
  stream[at + gap] = bLow ^ cLow
  stream[at + gap + 1] = bHigh ^ cHigh
  stream[at]! ^= dLow
  stream[at + 1]! ^= dHigh
  stream[at + 2 * gap] = cLow ^ (bLow << 17)
  stream[at + 2 * gap + 1] = cHigh ^ ((bHigh << 17) | (bLow >>> 15))
  stream[at + 3 * gap] = (dHigh << 13) | (dLow >>> 19)
  stream[at + 3 * gap + 1] = (dLow << 13) | (dHigh >>> 19)
}

/** The word as a uniform number in (0, 1): the centre of one of 2^52 equal cells, never 0 or 1. */
export function unit(word: Word): number {
  return ((word.high >>> 0) * 2 ** 20 + (word.low >>> 12) + 0.5) * 2 ** -52
}
