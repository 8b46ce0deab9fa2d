/**
 * Random variates from one stream, in plain JavaScript: the reference of the vector kernel, equal to it bit for bit.
 * Value k of a filling comes from generator k mod 4; whatever a draw needs beyond its one word (a wedge, a tail, a
 * rejection) comes from the reserve.
 */
import type { Sampler } from '../process/program.js'
import { exp, log } from './elementary.js'
import { heights, layers, strips, tailStart } from './normal-layers.js'
import { nextWord, unit } from './xoshiro.js'
import type { Word } from './xoshiro.js'

/** The laws that a filling of independent variates may have; a row is a uniform put to use. */
export type Law = Exclude<Sampler, { kind: 'row' }>

/** A source of variates standing at some point of a stream. */
export interface Noise {
  /** Starts over at a stream made by streamSeed. */
  readonly seed: (stream: Uint32Array) => void
  /** A copy of the stream as it stands. */
  readonly stream: () => Uint32Array
  /** Writes `count` (a multiple of 4) independent variates at out[at ..]. */
  readonly fill: (law: Law, out: Float64Array, at: number, count: number) => void
  /** One uniform in (0, 1) from the reserve. */
  readonly reserve: () => number
}

/** The reference source. */
export function referenceNoise(): Noise {
  const stream = new Int32Array(40)
  const word: Word = { low: 0, high: 0 }
  return {
    seed: (start) => stream.set(start),
    stream: () => Uint32Array.from(stream),
    reserve: () => reserveUnit(stream, word),
    fill(law, out, at, count) {
      if (law.kind === 'chiSquare') return fillChiSquare(stream, law.degrees, out, at, count)
      const variate = variates[law.kind]
      for (let k = 0; k < count; k++) {
        nextWord(stream, k & 3, word)
        out[at + k] = variate(word, stream)
      }
    },
  }
}

const variates = {
  normal,
  uniform: (word: Word): number => unit(word),
  rademacher: (word: Word): number => (word.high < 0 ? -1 : 1),
  exponential: (word: Word): number => -log(unit(word)),
} as const

function reserveUnit(stream: Int32Array, word: Word): number {
  nextWord(stream, 4, word)
  return unit(word)
}

/** The ziggurat, started at a given word: bit 0 is the sign, bits 1-10 the strip, bits 12-63 the place. */
function normal(word: Word, stream: Int32Array): number {
  for (;;) {
    const strip = (word.low >>> 1) & (layers - 1)
    const negative = (word.low & 1) !== 0
    const u = unit(word)
    const x = u * strips[2 * strip + 1]!
    if (u < strips[2 * strip]!) return negative ? -x : x
    if (strip === layers - 1) return negative ? -tail(stream, word) : tail(stream, word)
    const low = heights[strip + 1]!
    const height = low + reserveUnit(stream, word) * (heights[strip]! - low)
    if (height < exp(-0.5 * x * x)) return negative ? -x : x
    nextWord(stream, 4, word)
  }
}

/** A normal beyond tailStart (Marsaglia, Technometrics 6, 1964). */
function tail(stream: Int32Array, word: Word): number {
  for (;;) {
    const a = -log(reserveUnit(stream, word)) / tailStart
    const b = -log(reserveUnit(stream, word))
    if (a * a <= b + b) return tailStart + a
  }
}

/** chi^2 with k > 0 degrees is 2 Gamma(k/2); below 2 degrees, Gamma(a) = Gamma(a + 1) U^(1/a). */
function fillChiSquare(stream: Int32Array, degrees: number, out: Float64Array, at: number, count: number): void {
  const shape = degrees / 2
  const word: Word = { low: 0, high: 0 }
  for (let k = 0; k < count; k++) {
    const boost = shape < 1 ? exp(log(reserveUnit(stream, word)) / shape) : 1
    out[at + k] = 2 * (gamma(shape < 1 ? shape + 1 : shape, stream, word) * boost)
  }
}

/** Gamma(shape >= 1) by Marsaglia & Tsang, ACM TOMS 26(3), 2000. */
function gamma(shape: number, stream: Int32Array, word: Word): number {
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    nextWord(stream, 4, word)
    const z = normal(word, stream)
    const root = 1 + c * z
    const u = reserveUnit(stream, word)
    const v = root * root * root
    if (root > 0 && log(u) < 0.5 * z * z + d - d * v + d * log(v)) return d * v
  }
}
