/**
 * Variates one at a time, for code that asks for them as it goes: drawn in lots from a source and handed out in order.
 */
import type { Random } from '../process/algorithm.js'
import { referenceNoise, type Law, type Noise } from './noise.js'
import { blockStreams, type StreamAddress } from './streams.js'

/** Variates drawn at once, a multiple of 4; part of the meaning of a seed. */
const LOT = 256

export interface RandomSource extends Random {
  /** starts over at a stream */
  readonly seed: (stream: Uint32Array) => void
}

/** Hands out the variates of a source. */
export function randomFrom(noise: Noise): RandomSource {
  const normal = lots(noise, { kind: 'normal' })
  const uniform = lots(noise, { kind: 'uniform' })
  return {
    normal: normal.next,
    uniform: uniform.next,
    seed: (stream) => {
      noise.seed(stream)
      normal.discard()
      uniform.discard()
    },
  }
}

/** The randomness of an address, for what is drawn once. */
export function randomAt(address: StreamAddress): Random {
  const random = randomFrom(referenceNoise())
  random.seed(blockStreams(address)(0))
  return random
}

function lots(noise: Noise, law: Law): { next: () => number; discard: () => void } {
  const lot = new Float64Array(LOT)
  let at = LOT
  return {
    next: () => {
      if (at === LOT) {
        noise.fill(law, lot, 0, LOT)
        at = 0
      }
      return lot[at++]!
    },
    discard: () => { at = LOT },
  }
}
