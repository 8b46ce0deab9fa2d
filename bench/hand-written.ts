/**
 * The kernels of three workloads as one writes them by hand, instruction by instruction and for this one step only:
 * what the generated kernels are measured against. The noise is the same, so results must agree to the last bit.
 */
import type { Code } from '../src/simulation/wasm/encoding.js'
import { instantiate } from '../src/simulation/wasm/instance.js'
import {
  choose, f64, f64x2, i32, repeatWhile, repeatWhileFirst, v128, when,
} from '../src/simulation/wasm/instructions.js'
import { moduleBuilder } from '../src/simulation/wasm/module.js'
import type { Call, Local, ModuleBuilder } from '../src/simulation/wasm/module.js'
import { defineNoise } from '../src/simulation/wasm/noise.js'
import { tablesEnd, writeTables } from '../src/simulation/wasm/ziggurat.js'

const { add, sub, mul, constant } = f64x2
const row = 8 * 64
const base = Math.ceil(tablesEnd / 64) * 64

/** A kernel in a memory of its own. */
export interface HandWritten {
  readonly buffer: ArrayBuffer
  readonly run: (...operands: number[]) => number
  /** addresses in bytes */
  readonly at: Readonly<Record<'parameters' | 'state' | 'noise' | 'sums', number>>
}

function written(define: (module: ModuleBuilder, normals: Call, at: HandWritten['at']) => Call): HandWritten {
  const at = { parameters: base, state: base + 512, noise: base + 512 + 16 * row, sums: base + 512 + 32 * row }
  const module = moduleBuilder()
  module.expose('run', define(module, defineNoise(module).fill({ kind: 'normal' }), at))
  const { buffer, exports } = instantiate(module.bytes(at.sums + 32 * row))
  writeTables(buffer)
  return { buffer, run: exports.run!, at }
}

/** for (r = 0; r < 64 replicas; r += 2 vectors) body */
const tiles = (r: Local, body: (q: number) => Code): Code => [
  r.set(i32.constant(0)),
  repeatWhile(i32.ltU(r.tee(i32.add(r.get, i32.constant(32))), i32.constant(row)), body(0), body(16)),
]

/** run(steps, record): so many steps of 64 replicas; `record` 1 adds the squares of every step. */
function stepping(at: HandWritten['at'], D: number, normals: Call, step: (record: Local) => Code) {
  return (steps: Local, record: Local): Code =>
    when(steps.get, repeatWhile(
      steps.tee(i32.sub(steps.get, i32.constant(1))),
      normals(i32.constant(at.noise), i32.constant(at.noise + D * row)),
      step(record),
    ))
}

/** m = mu m + k w + c z, w = w - lambda m, sum += w^2; parameters mu, lambda, k, c */
export const diagonal = (D: number): HandWritten => written((module, normals, at) =>
  module.define(['i32', 'i32'], [], ([steps, record], local) => {
    const [r, m, w] = [local('i32'), local('v128'), local('v128')]
    const held = Array.from({ length: 2 + 2 * D }, () => local('v128'))
    const [mu, lambda, ...rest] = held as [Local, Local, ...Local[]]
    const axis = (i: number, adds: boolean): Code => tiles(r, (q) => {
      const [mAt, wAt, sumAt] = [at.state + i * row + q, at.state + (D + i) * row + q, at.sums + i * row + q]
      const drift = add(mul(mu.get, v128.load(r.get, mAt)), mul(rest[i]!.get, w.tee(v128.load(r.get, wAt))))
      return [
        v128.store(r.get, m.tee(add(drift, mul(rest[D + i]!.get, v128.load(r.get, at.noise + i * row + q)))), mAt),
        v128.store(r.get, w.tee(sub(w.get, mul(lambda.get, m.get))), wAt),
        adds ? v128.store(r.get, add(v128.load(r.get, sumAt), mul(w.get, w.get)), sumAt) : [],
      ]
    })
    const every = (adds: boolean): Code => held.slice(0, D).map((_, i) => axis(i, adds))
    return [
      held.map((one, k) => one.set(v128.loadSplat(i32.constant(at.parameters + 8 * k)))),
      stepping(at, D, normals, (adds) => choose(adds.get, every(true), every(false)))(steps!, record!),
    ]
  }))

/** m = mu m + K w + L z, w = w - lambda m, sums += w w'; parameters mu, lambda, K, L, both D x D */
export const dense = (D: number): HandWritten => written((module, normals, at) =>
  module.define(['i32', 'i32'], [], ([steps, record], local) => {
    const r = local('i32')
    const [w, m] = [0, 1].map(() => Array.from({ length: D }, () => local('v128'))) as [Local[], Local[]]
    const parameter = (k: number): Code => v128.loadSplat(i32.constant(at.parameters + 8 * k))
    const state = (i: number, q: number): Code => v128.load(r.get, at.state + i * row + q)
    const gradient = (i: number, q: number): Code => {
      let sum = mul(parameter(0), state(i, q))
      for (let j = 0; j < D; j++) sum = add(sum, mul(parameter(2 + i * D + j), w[j]!.get))
      for (let j = 0; j <= i; j++) {
        sum = add(sum, mul(parameter(2 + D * D + i * D + j), v128.load(r.get, at.noise + j * row + q)))
      }
      return sum
    }
    const products = (q: number): Code => w.map((a, i) => w.slice(0, i + 1).map((b, j) => {
      const sumAt = at.sums + (i * (i + 1) / 2 + j) * row + q
      return v128.store(r.get, add(v128.load(r.get, sumAt), mul(a.get, b.get)), sumAt)
    }))
    const body = (adds: boolean): Code => tiles(r, (q) => [
      w.map((own, i) => own.set(state(D + i, q))),
      m.map((own, i) => v128.store(r.get, own.tee(gradient(i, q)), at.state + i * row + q)),
      w.map((own, i) => v128.store(
        r.get, own.tee(sub(own.get, mul(parameter(1), m[i]!.get))), at.state + (D + i) * row + q,
      )),
      adds ? products(q) : [],
    ])
    return stepping(at, D, normals, (adds) => choose(adds.get, body(true), body(false)))(steps!, record!)
  }))

/**
 * run(paths): x = a x + sqrt(v (1 + x^2)) z until |x| >= c for all paths, a multiple of 4; parameters a, v, c. The sums
 * are the steps of each path, the numbers of the paths stand behind them; returns the steps of all together.
 */
export const passage = (): HandWritten => written((module, normals, at) =>
  module.define(['i32'], ['i32'], ([live], local) => {
    const [r, bytes, work, back] = [local('i32'), local('i32'), local('i32'), local('i32')]
    const [step, x, outside] = [local('f64'), local('v128'), local('v128')]
    const paths = at.sums + 16 * row
    const parameter = (k: number): Code => v128.loadSplat(i32.constant(at.parameters + 8 * k))
    const held = [0, 1, 2].map(() => local('v128'))
    const [a, v, c] = held as [Local, Local, Local]
    const move = (q: number): Code => [
      x.set(v128.load(r.get, at.state + q)),
      x.set(add(
        mul(x.get, a.get),
        mul(f64x2.sqrt(mul(v.get, add(constant(1), mul(x.get, x.get)))), v128.load(r.get, at.noise + q)),
      )),
      v128.store(r.get, x.get, at.state + q),
      outside.set(v128.or(outside.get, f64x2.ge(f64x2.abs(x.get), c.get))),
    ]
    const path = i32.shl(i32.truncate(f64.load(back.get, paths)), i32.constant(3))
    const lastAt = i32.shl(live!.tee(i32.sub(live!.get, i32.constant(1))), i32.constant(3))
    const leave: Code = [
      f64.store(path, step.get, at.sums),
      r.set(lastAt),
      f64.store(back.get, f64.load(r.get, at.state), at.state),
      f64.store(back.get, f64.load(r.get, paths), paths),
    ]
    const isOut = f64.le(f64x2.lane(c.get, 0), [f64.load(back.get, at.state), 0x99])
    return [
      held.map((one, k) => one.set(parameter(k))),
      repeatWhileFirst(
        live!.get,
        work.set(i32.add(work.get, live!.get)),
        step.set(f64.add(step.get, f64.constant(1))),
        bytes.set(i32.shl(i32.and(i32.add(live!.get, i32.constant(3)), i32.constant(-4)), i32.constant(3))),
        normals(i32.constant(at.noise), i32.add(i32.constant(at.noise), bytes.get)),
        outside.set(constant(0)),
        r.set(i32.constant(0)),
        repeatWhile(i32.ltU(r.tee(i32.add(r.get, i32.constant(32))), bytes.get), move(0), move(16)),
        when(
          v128.anyTrue(outside.get),
          back.set(i32.shl(live!.get, i32.constant(3))),
          repeatWhileFirst(back.get, back.set(i32.sub(back.get, i32.constant(8))), when(isOut, leave)),
        ),
      ),
      work.get,
    ]
  }))
