/**
 * Variates in WebAssembly: every law of ../noise as a function fill(address, end) over the stream at the start of the
 * memory, bit for bit the reference. Value k of a filling comes from generator k mod 4.
 */
import type { Law } from '../noise.js'
import { exponential, logarithm, normalLogarithm } from './elementary.js'
import type { Code } from './encoding.js'
import { defineReserve, generators, oneToTwo, unit, unitOffset } from './generator.js'
import { f64, f64x2, forever, i32, i64x2, repeatWhile, returns, v128, when } from './instructions.js'
import type { Call, Local, ModuleBuilder, NewLocal } from './module.js'
import { defineFillNormal, defineNormal } from './ziggurat.js'
import type { Scalars } from './ziggurat.js'

export interface NoiseCalls {
  /** fill(address, end) of a law; the bytes between are a multiple of 32 and not 0 */
  readonly fill: (law: Law) => Call
  /** one uniform from the reserve */
  readonly uniform: Call
}

/** Adds the noise functions that a module needs, each law once. */
export function defineNoise(module: ModuleBuilder): NoiseCalls {
  const reserve = defineReserve(module)
  const scalars: Scalars = {
    reserve,
    exp: module.define(['f64'], ['f64'], ([x], local) => scalar(x!, exponential, local)),
    log: module.define(['f64'], ['f64'], ([x], local) => scalar(x!, logarithm, local)),
  }
  const normal = defineNormal(module, scalars)
  const defined = new Map<string, Call>()
  return {
    uniform: module.define([], ['f64'], () => unit(reserve())),
    fill(law) {
      const name = JSON.stringify(law)
      const call = defined.get(name) ?? defineFill(module, law, scalars, normal)
      defined.set(name, call)
      return call
    },
  }
}

function scalar(x: Local, f: (x: Local, local: NewLocal) => Code, local: NewLocal): Code {
  const pair = local('v128')
  return [pair.set(f64x2.splat(x.get)), f64x2.lane(f(pair, local), 0)]
}

function defineFill(module: ModuleBuilder, law: Law, scalars: Scalars, normal: Call): Call {
  if (law.kind === 'normal') return defineFillNormal(module, normal)
  if (law.kind === 'chiSquare') return defineFillChiSquare(module, law.degrees / 2, scalars, normal)
  return defineFillDirect(module, direct[law.kind])
}

/** A filling whose every variate is a function of its one word. */
function defineFillDirect(module: ModuleBuilder, variate: (word: Local, local: NewLocal) => Code): Call {
  return module.define(['i32', 'i32'], [], ([at, end], local) => {
    const sources = [0, 1].map((pair) => generators(pair, local))
    const word = local('v128')
    return [
      sources.map((source) => source.load),
      repeatWhile(
        i32.ltU(at!.tee(i32.add(at!.get, i32.constant(32))), end!.get),
        sources.map((source, pair) => [source.next(word), v128.store(at!.get, variate(word, local), 16 * pair)]),
      ),
      sources.map((source) => source.save),
    ]
  })
}

const units = (word: Local): Code => f64x2.sub(oneToTwo(word), f64x2.constant(unitOffset))

const direct = {
  uniform: units,
  rademacher: (word: Local): Code => v128.or(v128.and(word.get, i64x2.constant(1n << 63n)), f64x2.constant(1)),
  exponential(word: Local, local: NewLocal): Code {
    const u = local('v128')
    return [u.set(units(word)), f64x2.neg(normalLogarithm(u, f64x2.constant(0), local))]
  },
} as const

function defineFillChiSquare(module: ModuleBuilder, shape: number, scalars: Scalars, normal: Call): Call {
  const { reserve, exp, log } = scalars
  const gamma = defineGamma(module, shape < 1 ? shape + 1 : shape, scalars, normal)
  const boost = exp(f64.div(log(unit(reserve())), f64.constant(shape)))
  return module.define(['i32', 'i32'], [], ([at, end], local) => {
    const factor = local('f64')
    return repeatWhile(
      i32.ltU(at!.tee(i32.add(at!.get, i32.constant(8))), end!.get),
      factor.set(shape < 1 ? boost : f64.constant(1)),
      f64.store(at!.get, f64.mul(f64.constant(2), f64.mul(gamma(), factor.get))),
    )
  })
}

function defineGamma(module: ModuleBuilder, shape: number, { reserve, log }: Scalars, normal: Call): Call {
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  return module.define([], ['f64'], (_, local) => {
    const [z, root, u, v] = [local('f64'), local('f64'), local('f64'), local('f64')]
    const scale = f64.constant(d)
    const square = f64.mul(f64.mul(f64.constant(0.5), z.get), z.get)
    const bound = f64.add(
      f64.sub(f64.add(square, scale), f64.mul(scale, v.get)),
      f64.mul(scale, log(v.get)),
    )
    return forever(
      z.set(normal(reserve())),
      root.set(f64.add(f64.constant(1), f64.mul(f64.constant(c), z.get))),
      u.set(unit(reserve())),
      v.set(f64.mul(f64.mul(root.get, root.get), root.get)),
      when(
        i32.and(f64.gt(root.get, f64.constant(0)), f64.lt(log(u.get), bound)),
        returns(f64.mul(scale, v.get)),
      ),
    )
  })
}
