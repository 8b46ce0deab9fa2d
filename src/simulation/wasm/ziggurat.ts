/**
 * Normal variates, four at a time: the ziggurat of ../noise with its fast case in vectors (one comparison for four
 * words) and its rare case, one word in three hundred, in a scalar function that draws on the reserve.
 */
import { heights, layers, strips, tailStart } from '../normal-layers.js'
import type { Code } from './encoding.js'
import { generators, oneToTwo, unit, unitOffset } from './generator.js'
import {
  choose, f64, f64x2, forever, i32, i32x4, i64, i64x2, repeatUnless, repeatWhile, repeatWhileFirst, returns, select,
  v128, when,
} from './instructions.js'
import { locals } from './module.js'
import type { Call, Local, ModuleBuilder, NewLocal } from './module.js'

const stripsAt = 256
const heightsAt = stripsAt + strips.byteLength
/** Variates filled between two looks at the list of rejected ones, which lies behind the tables: address and word. */
const chunk = 512
const rejectedAt = Math.ceil((heightsAt + heights.byteLength) / 16) * 16
/** Where the tables and the list end. */
export const tablesEnd = rejectedAt + 16 * (chunk + 2)

/** Writes the tables into a fresh memory. */
export function writeTables(buffer: ArrayBuffer): void {
  new Float64Array(buffer, stripsAt, strips.length).set(strips)
  new Float64Array(buffer, heightsAt, heights.length).set(heights)
}

/** Scalar functions the rare case needs. */
export interface Scalars {
  readonly reserve: Call
  readonly exp: Call
  readonly log: Call
}

/** Adds normal(word): a variate started at a word, further words from the reserve. */
export function defineNormal(module: ModuleBuilder, scalars: Scalars): Call {
  const { reserve, exp } = scalars
  const tail = defineTail(module, scalars)
  return module.define(['i64'], ['f64'], ([first], local) => {
    const word = first!
    const [strip, sign] = [local('i32'), local('i64')]
    const [u, x, low] = [local('f64'), local('f64'), local('f64')]
    const high = f64.load(i32.shl(strip.get, i32.constant(3)), heightsAt)
    const signed = (value: Code): Code => f64.fromWord(i64.xor(i64.fromDouble(value), sign.get))
    const height = f64.add(low.get, f64.mul(unit(reserve()), f64.sub(high, low.get)))
    const pair = i32.shl(strip.get, i32.constant(4))
    return forever(
      strip.set(i32.and(i32.shrU(i32.wrap(word.get), i32.constant(1)), i32.constant(layers - 1))),
      sign.set(i64.shl(word.get, i64.constant(63n))),
      u.set(unit(word.get)),
      x.set(f64.mul(u.get, f64.load(pair, stripsAt + 8))),
      when(f64.lt(u.get, f64.load(pair, stripsAt)), returns(signed(x.get))),
      when(i32.eq(strip.get, i32.constant(layers - 1)), returns(signed(tail()))),
      low.set(f64.load(i32.shl(strip.get, i32.constant(3)), heightsAt + 8)),
      when(
        f64.lt(height, exp(f64.mul(f64.mul(f64.constant(-0.5), x.get), x.get))),
        returns(signed(x.get)),
      ),
      word.set(reserve()),
    )
  })
}

function defineTail(module: ModuleBuilder, { reserve, log }: Scalars): Call {
  return module.define([], ['f64'], (_, local) => {
    const [a, b] = [local('f64'), local('f64')]
    return forever(
      a.set(f64.div(f64.neg(log(unit(reserve()))), f64.constant(tailStart))),
      b.set(f64.neg(log(unit(reserve())))),
      when(f64.le(f64.mul(a.get, a.get), f64.add(b.get, b.get)), returns(f64.add(f64.constant(tailStart), a.get))),
    )
  })
}

/** Adds fill(address, end): normals at all doubles from address to end, a multiple of four. */
export function defineFillNormal(module: ModuleBuilder, normal: Call): Call {
  const fast = [0, 1].map((pair) => defineFast(module, pair))
  return module.define(['i32', 'i32'], [], ([at, end], local) => {
    const { stop, a, b, least } = locals(local, 'i32', 'stop', 'a', 'b', 'least')
    const next = (entry: Local): Code => [
      f64.store(i32.load(entry.get), normal(i64.load(entry.get, 8))),
      entry.set(i32.add(entry.get, i32.constant(16))),
    ]
    return repeatWhile(
      i32.ltU(at!.tee(stop.get), end!.get),
      stop.set(i32.add(at!.get, i32.constant(8 * chunk))),
      stop.set(select(stop.get, end!.get, i32.ltU(stop.get, end!.get))),
      fast.map((pair) => pair(at!.get, stop.get)),
      [a, b].map((entry, pair) => entry.set(i32.constant(listAt(pair)))),
      repeatWhileFirst(
        i32.ne(
          least.tee(select(i32.load(a.get), i32.load(b.get), i32.ltU(i32.load(a.get), i32.load(b.get)))),
          i32.constant(-1),
        ),
        choose(i32.eq(i32.load(a.get), least.get), next(a), next(b)),
      ),
    )
  })
}

/** Where the list of rejected variates of a pair of generators begins; address -1 ends it. */
const listAt = (pair: number): number => rejectedAt + 16 * (chunk / 2 + 1) * pair

/**
 * Adds fast(address, end): fills every other pair with the fast case and lists address and word of each variate that
 * needs the rare one. One pair of generators at a time keeps them and all constants in registers.
 */
function defineFast(module: ModuleBuilder, pair: number): Call {
  return module.define(['i32', 'i32'], [], ([at, end], local) => {
    const source = generators(pair, local)
    const two = fastNormals(source.next, local)
    const entry = local('i32')
    const list = (lane: number): Code => when(
      i32.wrap(i64x2.lane(two.rejected.get, lane)),
      i32.store(entry.get, i32.add(at!.get, i32.constant(16 * pair + 8 * lane - 32))),
      i64.store(entry.get, i64x2.lane(two.word.get, lane), 8),
      entry.set(i32.add(entry.get, i32.constant(16))),
    )
    return [
      source.load,
      entry.set(i32.constant(listAt(pair))),
      repeatWhile(
        i32.ltU(at!.get, end!.get),
        repeatUnless(
          i64x2.bitmask(two.rejected.get),
          i32.ltU(at!.get, end!.get),
          two.draw,
          v128.store(at!.get, two.value, 16 * pair),
          two.reject,
          at!.set(i32.add(at!.get, i32.constant(32))),
        ),
        [0, 1].map(list),
      ),
      source.save,
      i32.store(entry.get, i32.constant(-1)),
    ]
  })
}

interface FastNormals {
  readonly word: Local
  readonly draw: Code
  readonly value: Code
  readonly reject: Code
  readonly rejected: Local
}

function fastNormals(next: (word: Local) => Code, local: NewLocal): FastNormals {
  const { word, u, strip, left, right } = locals(local, 'v128', 'word', 'u', 'strip', 'left', 'right')
  const rejected = local('v128')
  const signs = i64x2.shl(word.get, i32.constant(63))
  return {
    word,
    rejected,
    draw: [
      next(word),
      strip.set(v128.and(i64x2.shl(word.get, i32.constant(3)), i64x2.constant(BigInt((layers - 1) * 16)))),
      left.set(v128.load(i32x4.lane(strip.get, 0), stripsAt)),
      right.set(v128.load(i32x4.lane(strip.get, 2), stripsAt)),
      u.set(f64x2.sub(oneToTwo(word), f64x2.constant(unitOffset))),
    ],
    value: v128.xor(f64x2.mul(u.get, v128.pick(left.get, right.get, 1, 3)), signs),
    reject: rejected.set(f64x2.ge(u.get, v128.pick(left.get, right.get, 0, 2))),
  }
}

