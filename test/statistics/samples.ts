/** Seeded samples for the tests of this room; xoshiro128** with splitmix seeding, normals by the polar method. */

export interface Samples {
  uniform(): number
  normal(): number
}

/** An independent stream for every seed. */
export function samples(seed: number): Samples {
  const state = Uint32Array.from({ length: 4 }, (_, i) => mix(seed * 4 + i + 1))
  const uniform = () => ((next(state) >>> 5) * 67108864 + (next(state) >>> 6) + 0.5) / 9007199254740992
  return { uniform, normal: () => polar(uniform) }
}

/** n values of a sampler. */
export function many(n: number, draw: () => number): Float64Array {
  return Float64Array.from({ length: n }, draw)
}

function polar(uniform: () => number): number {
  for (;;) {
    const u = 2 * uniform() - 1
    const v = 2 * uniform() - 1
    const s = u * u + v * v
    if (s > 0 && s < 1) return u * Math.sqrt(-2 * Math.log(s) / s)
  }
}

function mix(k: number): number {
  let z = Math.imul(k, 0x9e3779b9) >>> 0
  z = Math.imul(z ^ (z >>> 16), 0x85ebca6b)
  z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35)
  return (z ^ (z >>> 16)) >>> 0
}

function next(s: Uint32Array): number {
  const result = Math.imul(rotate(Math.imul(s[1]!, 5), 7), 9)
  const t = s[1]! << 9
  s[2]! ^= s[0]!
  s[3]! ^= s[1]!
  s[1]! ^= s[2]!
  s[0]! ^= s[3]!
  s[2]! ^= t
  s[3] = rotate(s[3]!, 11)
  return result
}

function rotate(x: number, k: number): number {
  return (x << k) | (x >>> (32 - k))
}
