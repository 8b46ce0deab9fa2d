/**
 * Random bits for exact checks: xoshiro256** (Blackman & Vigna 2021, ACM TOMS 47(4)), its 256 bits of state hashed
 * from a text. A run is repeated by its text; a bound on the error is only honest if the text came from `entropy`.
 */
const mask = (x: bigint): bigint => BigInt.asUintN(64, x)
const rotate = (x: bigint, k: bigint): bigint => mask((x << k) | (x >> (64n - k)))

/** A stream of uniform 64-bit integers that depends on every character of the seed. */
export function randomBits(seed: string): () => bigint {
  return xoshiro256([hash(seed, 1n), hash(seed, 2n), hash(seed, 3n), hash(seed, 4n)])
}

/** The generator itself, from a state that is not all zero. */
export function xoshiro256(state: readonly [bigint, bigint, bigint, bigint]): () => bigint {
  let [a, b, c, d] = state
  return () => {
    const result = mask(rotate(mask(b * 5n), 7n) * 9n)
    const t = mask(b << 17n)
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= t
    d = rotate(d, 45n)
    return result
  }
}

/** 256 fresh bits of the machine's entropy, as a seed to print and to repeat. */
export function entropy(): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(32))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** A uniform residue in 0 .. n-1; the bias is below n / 2^128. */
export const randomBelow = (n: bigint, random: () => bigint): bigint => ((random() << 64n) | random()) % n

/** One 64-bit word of a text: each character is absorbed and mixed (finaliser of SplitMix64, Steele et al. 2014). */
function hash(text: string, salt: bigint): bigint {
  let state = mix(salt)
  for (let i = 0; i < text.length; i++) state = mix(state ^ BigInt(text.charCodeAt(i) + 1))
  return mix(state ^ BigInt(text.length))
}

function mix(x: bigint): bigint {
  let z = mask(x + 0x9e3779b97f4a7c15n)
  z = mask((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n)
  z = mask((z ^ (z >> 27n)) * 0x94d049bb133111ebn)
  return z ^ (z >> 31n)
}
