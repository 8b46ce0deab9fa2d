/**
 * Theorems of the papers as identities of rational functions: true ones hold at random points, false variants do not.
 */
import { beforeAll, describe, expect, it } from 'vitest'
import { loadParser } from '../../src/symbolic/parse.js'
import { Q } from '../../src/symbolic/rings/rational.js'
import { contradictions } from './check.js'
import { field } from './points.js'
import * as quadratic from './statements/quadratic.js'
import * as regression from './statements/regression.js'

beforeAll(loadParser)

const { vanilla, vanillaCommuting, heavyBall, matrixRate } = quadratic
const { labelNoise, labelNoiseAnyRate, inputNoise, weightDecay } = regression
const statements =
  { vanilla, vanillaCommuting, heavyBall, matrixRate, labelNoise, labelNoiseAnyRate, inputNoise, weightDecay }

describe.each(Object.entries(statements))('%s', (name, statement) => {
  it.each([1, 2, 3])('holds, and its false variants do not, at D = %i', (dimension) => {
    expect(contradictions(statement, dimension, field, name)).toEqual([])
  })

  it('holds over the fractions too at D = 2', () => {
    expect(contradictions(statement, 2, Q, name)).toEqual([])
  })
})
