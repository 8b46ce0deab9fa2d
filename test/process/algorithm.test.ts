/** Algorithms in plain TypeScript: their state by name, and what a pair of replicas observes. */
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { algorithm, type Algorithm } from '../../src/process/algorithm.js'
import { algorithmProgram, doublesOf, inTheOther } from '../../src/process/program/algorithm-program.js'
import { stateViews } from '../../src/process/program/state-view.js'
import { matrix, scalar, vector } from '../../src/process/text.js'
import { loadParser, parseFormula } from '../../src/symbolic/parse.js'
import { print } from '../../src/symbolic/print.js'
import { scalarValue, type Value } from '../../src/symbolic/value.js'

beforeAll(loadParser)

const shapes = { a: scalar, v: vector, M: matrix } as const
const square = (entries: number[][]): Value<number> => ({ rows: 'D', columns: 'D', entries })

describe('the state by name', () => {
  test('is the list of coordinates, in the order of declaration and row by row', () => {
    fc.assert(fc.property(fc.float64Array({ minLength: 7, maxLength: 7, noNaN: true }), (coordinates) => {
      const view = stateViews(shapes, 2)(coordinates)
      expect([view.a, ...view.v as Float64Array, ...view.M as Float64Array]).toEqual([...coordinates])
    }))
  })

  test('takes whole arrays and single entries alike', () => {
    const coordinates = new Float64Array(7)
    const view = stateViews(shapes, 2)(coordinates)
    view.a = 1
    view.v = Float64Array.of(2, 3)
    ;(view.M as Float64Array)[3] = 4
    expect([...coordinates]).toEqual([1, 2, 3, 0, 0, 0, 4])
  })

  test('has no room for a variable that was not declared', () => {
    expect(() => Object.assign(stateViews(shapes, 2)(new Float64Array(7)), { b: 1 })).toThrow(TypeError)
  })
})

const walk = algorithm({
  state: { x: scalar, v: vector },
  parameters: { h: scalar, K: matrix },
  start: (state) => { state.x = -1 },
  step: (state, { h, K }, random) => {
    state.x += h * random.normal()
    state.v[0]! += K[1]!
  },
}) as unknown as Algorithm
const values = new Map([['h', scalarValue(2)], ['K', square([[1, 5], [6, 7]])]])

test('a variable may have any name', () => {
  const view = stateViews({ coordinates: scalar, arrays: vector }, 1)(Float64Array.of(5, 6))
  expect([view.coordinates, ...view.arrays as Float64Array]).toEqual([5, 6])
})

describe('its program', () => {
  test('gives the code numbers for scalars and arrays, row by row, for matrices', () => {
    expect(doublesOf(walk, values)).toEqual({ h: 2, K: Float64Array.of(1, 5, 6, 7) })
  })

  test('steps both replicas of a pair, each with variates of its own', () => {
    const { program, start } = algorithmProgram(walk, { dimension: 2, values }, undefined)
    let drawn = 0
    const random = { normal: () => ++drawn, uniform: () => 0.5 }
    program.written!.step(random)
    expect([...program.written!.coordinates]).toEqual([2, 5, 0, 4, 5, 0])
    start!.written!.step(random)
    expect([...start!.written!.coordinates]).toEqual([-1, 0, 0, -1, 0, 0])
  })

  test('names the other replica of the pair in a formula', () => {
    expect(print(inTheOther(parseFormula('x * h'), walk))).toBe('other x * h')
  })

  test('refuses prev(), which it would read from the wrong side of the step', () => {
    expect(() => algorithmProgram(walk, { dimension: 2, values, observables: [parseFormula('prev(x)')] }, undefined))
      .toThrow('keeps what it had before in a state of its own')
  })
})
