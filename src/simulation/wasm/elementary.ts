/**
 * exp, log and tanh of two doubles at once, the operations of ../elementary in the same order: equal to it bit for bit.
 * 2^k is made of the bits of k + 1.5 * 2^52, whose lowest twelve hold k.
 */
import {
  exponentialSeries, halfRootHigh, ln2High, ln2Low, logEven, logOdd, rounder, smallestNormal,
} from '../elementary.js'
import type { Code } from './encoding.js'
import { f64x2, i32, i64x2, v128 } from './instructions.js'
import { locals } from './module.js'
import type { Local, NewLocal } from './module.js'

const { add, sub, mul, div, constant } = f64x2

const oneBits = 1023n << 52n
const round = (x: Code): Code => sub(add(x, constant(rounder)), constant(rounder))
const powerOfTwo = (k: Code): Code =>
  i64x2.add(i64x2.shl(add(k, constant(rounder)), i32.constant(52)), i64x2.constant(oneBits))

function reducedExponential(r: Local): Code {
  const series = exponentialSeries.map((c) => constant(c))
  const sum = series.reduce((partial, c) => add(mul(partial, r.get), c))
  return add(r.get, mul(mul(r.get, r.get), sum))
}

/** Sets k and r so that x = k ln 2 + r; leaves nothing. */
function reduce(x: Local, k: Local, r: Local): Code {
  return [
    k.set(round(mul(x.get, constant(Math.LOG2E)))),
    r.set(sub(sub(x.get, mul(k.get, constant(ln2High))), mul(k.get, constant(ln2Low)))),
  ]
}

/** e^x of both lanes. */
export function exponential(x: Local, local: NewLocal): Code {
  const bounded = local('v128')
  const k = local('v128')
  const r = local('v128')
  const half = local('v128')
  return [
    bounded.set(f64x2.pmin(f64x2.pmax(x.get, constant(-800)), constant(800))),
    reduce(bounded, k, r),
    half.set(round(mul(k.get, constant(0.5)))),
    mul(mul(add(constant(1), reducedExponential(r)), powerOfTwo(half.get)), powerOfTwo(sub(k.get, half.get))),
  ]
}

/** Logarithm of both lanes, any double. */
export function logarithm(x: Local, local: NewLocal): Code {
  const tiny = local('v128')
  const scaled = local('v128')
  const shift = v128.and(tiny.get, constant(54))
  const good = v128.and(f64x2.gt(x.get, constant(0)), f64x2.lt(x.get, constant(Infinity)))
  const notPositive = v128.select(constant(-Infinity), constant(NaN), f64x2.eq(x.get, constant(0)))
  return [
    tiny.set(f64x2.lt(x.get, constant(smallestNormal))),
    scaled.set(v128.select(mul(x.get, constant(2 ** 54)), x.get, tiny.get)),
    v128.select(
      normalLogarithm(scaled, shift, local),
      v128.select(x.get, notPositive, f64x2.gt(x.get, constant(0))),
      good,
    ),
  ]
}

/** Logarithm of x 2^-shift for x positive, finite and not subnormal. */
export function normalLogarithm(x: Local, shift: Code, local: NewLocal): Code {
  const { biased, k, f, s, z, w, half } = locals(local, 'v128', 'biased', 'k', 'f', 's', 'z', 'w', 'half')
  const cut = oneBits - (BigInt(halfRootHigh) << 32n)
  const horner = (coefficients: readonly number[]): Code =>
    coefficients.map((c) => constant(c)).reduce((partial, c) => add(mul(partial, w.get), c))
  return [
    biased.set(i64x2.shrU(i64x2.add(x.get, i64x2.constant(cut)), i32.constant(52))),
    k.set(sub(sub(v128.or(biased.get, constant(2 ** 52)), constant(2 ** 52 + 1023)), shift)),
    f.set(i64x2.sub(x.get, i64x2.shl(i64x2.sub(biased.get, i64x2.constant(1023n)), i32.constant(52)))),
    f.set(sub(f.get, constant(1))),
    s.set(div(f.get, add(constant(2), f.get))),
    z.set(mul(s.get, s.get)),
    w.set(mul(z.get, z.get)),
    half.set(mul(mul(constant(0.5), f.get), f.get)),
    sub(
      mul(k.get, constant(ln2High)),
      sub(
        sub(half.get, add(
          mul(s.get, add(half.get, add(mul(w.get, horner(logOdd)), mul(z.get, horner(logEven))))),
          mul(k.get, constant(ln2Low)),
        )),
        f.get,
      ),
    ),
  ]
}

/** Hyperbolic tangent of both lanes. */
export function hyperbolicTangent(x: Local, local: NewLocal): Code {
  const { twice, k, r, scale, t } = locals(local, 'v128', 'twice', 'k', 'r', 'scale', 't')
  const negative = v128.and(f64x2.lt(x.get, constant(0)), i64x2.constant(1n << 63n))
  return [
    twice.set(mul(f64x2.pmin(f64x2.abs(x.get), constant(22)), constant(2))),
    reduce(twice, k, r),
    scale.set(powerOfTwo(k.get)),
    t.set(add(mul(reducedExponential(r), scale.get), sub(scale.get, constant(1)))),
    v128.xor(div(t.get, add(t.get, constant(2))), negative),
  ]
}
