/**
 * xoshiro256++ on two lanes of a vector, and the scalar reserve: the generators of ../xoshiro, equal to them bit for
 * bit. The stream lies at the start of the memory in the layout of ../streams.
 */
import type { Code } from './encoding.js'
import { f64, i32, i64, i64x2, v128 } from './instructions.js'
import { locals } from './module.js'
import type { Call, Local, ModuleBuilder, NewLocal } from './module.js'

const origin = i32.constant(0)
const oneBits = 1023n << 52n
/** u - offset for u in [1, 2) gives the centre of one of 2^52 cells of (0, 1). */
export const unitOffset = 1 - 2 ** -53

/** Two generators held in locals while a loop runs. */
export interface Generators {
  readonly load: Code
  readonly save: Code
  /** Sets `word` to the next outputs of both. */
  readonly next: (word: Local) => Code
}

/** Generators 0 and 1 (pair 0) or 2 and 3 (pair 1) of the stream. */
export function generators(pair: number, local: NewLocal): Generators {
  const { a, b, c, d, t } = locals(local, 'v128', 'a', 'b', 'c', 'd', 't')
  const words = [a, b, c, d]
  const at = (j: number): number => 64 * pair + 16 * j
  const mixed = (x: Local, other: Local): Code => x.set(v128.xor(x.get, other.get))
  return {
    load: words.map((word, j) => word.set(v128.load(origin, at(j)))),
    save: words.map((word, j) => v128.store(origin, word.get, at(j))),
    next: (word) => [
      t.set(i64x2.add(a.get, d.get)),
      word.set(i64x2.add(turned(t, 23), a.get)),
      t.set(i64x2.shl(b.get, i32.constant(17))),
      mixed(c, a), mixed(d, b), mixed(b, c), mixed(a, d), mixed(c, t),
      d.set(turned(d, 45)),
    ],
  }
}

const turned = (x: Local, by: number): Code =>
  v128.or(i64x2.shl(x.get, i32.constant(by)), i64x2.shrU(x.get, i32.constant(64 - by)))

/** Both lanes of a word as doubles in [1, 2). */
export const oneToTwo = (word: Local): Code =>
  v128.or(i64x2.shrU(word.get, i32.constant(12)), i64x2.constant(oneBits))

/** Adds a function that advances the reserve and returns its word. */
export function defineReserve(module: ModuleBuilder): Call {
  return module.define([], ['i64'], (_, local) => {
    const { a, b, c, d, out } = locals(local, 'i64', 'a', 'b', 'c', 'd', 'out')
    const words = [a, b, c, d]
    const mixed = (x: Local, other: Local): Code => x.set(i64.xor(x.get, other.get))
    const t = i64.shl(b.get, i64.constant(17n))
    const shifted = local('i64')
    return [
      words.map((word, j) => word.set(i64.load(origin, 128 + 8 * j))),
      out.set(i64.add(i64.rotl(i64.add(a.get, d.get), i64.constant(23n)), a.get)),
      shifted.set(t),
      mixed(c, a), mixed(d, b), mixed(b, c), mixed(a, d), mixed(c, shifted),
      d.set(i64.rotl(d.get, i64.constant(45n))),
      words.map((word, j) => i64.store(origin, word.get, 128 + 8 * j)),
      out.get,
    ]
  })
}

/** A 64-bit word as a uniform double in (0, 1). */
export const unit = (word: Code): Code =>
  f64.sub(
    f64.fromWord(i64.or(i64.shrU(word, i64.constant(12n)), i64.constant(oneBits))),
    f64.constant(unitOffset),
  )
