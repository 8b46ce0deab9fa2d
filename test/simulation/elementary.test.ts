import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exp, log, tanh } from '../../src/simulation/elementary.js'
import { heights, layers, stripArea, strips, tailStart } from '../../src/simulation/normal-layers.js'
import { exponential, hyperbolicTangent, logarithm } from '../../src/simulation/wasm/elementary.js'
import { f64x2 } from '../../src/simulation/wasm/instructions.js'
import { instantiate } from '../../src/simulation/wasm/instance.js'
import { moduleBuilder } from '../../src/simulation/wasm/module.js'

const vectors = (() => {
  const module = moduleBuilder()
  for (const [name, f] of Object.entries({ exponential, logarithm, hyperbolicTangent })) {
    module.expose(name, module.define(['f64'], ['f64'], ([x], local) => {
      const pair = local('v128')
      return [pair.set(f64x2.splat(x!.get)), f64x2.lane(f(pair, local), 1)]
    }))
  }
  return instantiate(module.bytes(0)).exports
})()

const cases = [
  { name: 'exp', own: exp, vector: vectors.exponential!, host: Math.exp },
  { name: 'log', own: log, vector: vectors.logarithm!, host: Math.log },
  { name: 'tanh', own: tanh, vector: vectors.hyperbolicTangent!, host: Math.tanh },
]

/** Distance in units in the last place of the larger. */
function ulps(a: number, b: number): number {
  if (Object.is(a, b) || a === b) return 0
  return Math.abs(a - b) / 2 ** Math.max(-1074, Math.floor(Math.log2(Math.max(Math.abs(a), Math.abs(b)))) - 52)
}

describe.each(cases)('$name', ({ own, vector, host }) => {
  it('is within two units in the last place of the host, where the result is a normal number', () => {
    const anySize = fc.oneof(...[30, 700, Infinity].map((max) => fc.double({ min: -max, max, noNaN: true })))
    fc.assert(fc.property(anySize, (x) => {
      const expected = host(x)
      if (Number.isNaN(expected)) expect(own(x)).toBeNaN()
      else if (Math.abs(expected) >= 2 ** -1022) expect(ulps(own(x), expected)).toBeLessThanOrEqual(2)
    }), { numRuns: 1000 })
  })

  it('has the same bits in vectors, for every double', () => {
    const extremes = [
      0, -0, 1, -1, Infinity, -Infinity, NaN, 5e-324, 2 ** -1022, 2 ** 1023, 709.78, 709.79, -745.1, -745.2, 22, -22,
    ]
    fc.assert(fc.property(fc.oneof(fc.double(), fc.constantFrom(...extremes)), (x) => {
      expect(vector(x)).toBe(own(x))
    }), { numRuns: 1000 })
  })

  it('meets its limits', () => {
    expect([0, -Infinity, Infinity].map(exp)).toEqual([1, 0, Infinity])
    expect([1, 0, Infinity].map(log)).toEqual([0, -Infinity, Infinity])
    expect([0, -Infinity, Infinity].map(tanh)).toEqual([0, -1, 1])
    expect([log(-1), exp(NaN), log(NaN), tanh(NaN)]).toEqual([NaN, NaN, NaN, NaN])
  })
})

describe('the layers of the ziggurat', () => {
  it('have one area each, and the tower closes at height 1', () => {
    for (let i = 2; i < layers; i++) {
      const area = strips[2 * i - 1]! * (heights[i - 1]! - heights[i]!)
      expect(Math.abs(area / stripArea - 1)).toBeLessThan(1e-10)
    }
    expect(heights[0]).toBe(1)
    expect(Math.abs(heights[1]! + stripArea / strips[1]! - 1)).toBeLessThan(1e-13)
  })

  it('leave the base strip the area of its rectangle and of the tail', () => {
    let mills = 0
    for (let k = 200; k > 0; k--) mills = k / (tailStart + mills)
    const tail = Math.exp(-0.5 * tailStart ** 2) / (tailStart + mills)
    expect(Math.abs((tailStart * Math.exp(-0.5 * tailStart ** 2) + tail) / stripArea - 1)).toBeLessThan(1e-13)
    expect(Math.abs((strips[2 * layers - 1]! * heights[layers - 1]!) / stripArea - 1)).toBeLessThan(1e-13)
  })
})
