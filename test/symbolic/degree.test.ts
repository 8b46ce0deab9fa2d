import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { evaluate } from '../../src/symbolic/evaluate.js'
import type { Expression } from '../../src/symbolic/expression.js'
import { loadParser, parseFormula } from '../../src/symbolic/parse.js'
import { degreeRing, log2Error, type Bound } from '../../src/symbolic/rings/degree.js'
import { fractionRing, type Fraction } from '../../src/symbolic/rings/fractions.js'
import { integerPolynomials, OutOfSteps, type IntegerPolynomial } from '../../src/symbolic/rings/integer-polynomial.js'
import { gcd } from '../../src/symbolic/rings/polynomial-gcd.js'
import { Pole, type Ring } from '../../src/symbolic/ring.js'
import { scalarOf, scalarValue, type Value } from '../../src/symbolic/value.js'
import { rationalTrees } from './support/trees.js'

beforeAll(loadParser)

function boundOf(text: string, names = 'a b c x y'): { degree: number; poles: number; height: number } {
  const ring = degreeRing()
  const env = new Map<string, Value<Bound | null>>(names.split(' ').map((n) => [n, scalarValue(ring.variable(n))]))
  const value = scalarOf(evaluate(parseFormula(text), env, ring))
  return { degree: value?.degree ?? 0, poles: ring.poles(value), height: value?.height ?? 0 }
}

/** The value of a formula in named variables of a ring; null for a pole or a formula that is too large. */
function valueIn(ring: Ring<unknown>, names: readonly string[], e: Expression): unknown {
  const { variable } = ring as Ring<unknown> & { variable(name: string): unknown }
  try {
    return scalarOf(evaluate(e, new Map(names.map((n) => [n, scalarValue(variable(n))])), ring))
  } catch (error) {
    if (error instanceof Pole || error instanceof OutOfSteps) return null
    throw error
  }
}

describe('degree bounds', () => {
  it.each([
    ['a * b + c', 2, 0], ['a / (1 - b) + c / (1 - b)', 1, 1], ['a / (1 - b) + c / (1 + b)', 2, 2],
    ['1 / (a / b)', 1, 1], ['(a / (1 - b)) / (c / (1 - b))', 1, 1], ['a / b / b + 1 / b', 1, 2],
    ['1 / (b * (1 - a)) - 1 / ((1 - a) * b)', 0, 2], ['sqrt(a * b)', 1, 0], ['sqrt(a^3 * b^3)', 3, 0],
    ['sqrt(a / b)', 1, 1], ['1 / 2 + a', 1, 0], ['0 * a', 0, 0],
  ])('%s has numerator degree %i over degree %i', (text, degree, poles) => {
    expect(boundOf(text)).toMatchObject({ degree, poles })
  })

  it('knows one factor by its value, so that two different ones with the same text are kept apart', () => {
    const ring = degreeRing()
    const over = (x: Bound): Bound | null => ring.div(ring.one, ring.add(ring.variable('k'), x))
    const where = parseFormula('1 / (k + x)')
    expect(where).toBeDefined()
    const sum = ring.add(over(ring.variable()), over(ring.variable()))
    expect(ring.poles(sum)).toBe(2)
    expect(ring.poles(ring.add(over(ring.variable('z')), over(ring.variable('z'))))).toBe(1)
  })

  it('gives an inverse one determinant for all entries', () => {
    const ring = degreeRing()
    const entries = [0, 1, 2].map((i) => [0, 1, 2].map((j) => ring.variable(`${i}${j}`)))
    const inverse = ring.inverse!(entries, parseFormula('inv(K)'))
    const sum = inverse.flat().reduce((a, b) => ring.add(a, b), ring.zero)
    expect(sum).toMatchObject({ degree: 2 })
    expect(ring.poles(sum)).toBe(3)
  })

  it('lifts the entries of an inverse over the denominators of the matrix', () => {
    const ring = degreeRing()
    const inverse = ring.inverse!([[ring.reciprocal('x')]], parseFormula('inv(1 / x)'))
    expect(inverse[0]![0]).toMatchObject({ degree: 1 })
  })

  it('counts every term of a sum in the height', () => {
    expect(2 ** boundOf('a + b + c + x + y').height).toBeGreaterThanOrEqual(5)
  })

  it('bounds the true degree of random formulas, in lowest terms', () => {
    fc.assert(fc.property(rationalTrees, (e) => {
      const names = ['a', 'b', 'x', 'mu', 'K_1']
      const polynomials = integerPolynomials(names, 20_000)
      const fractions = fractionRing(polynomials)
      const total = (m: number): number => names.reduce((d, _, i) => d + polynomials.exponent(m, i), 0)
      const degreeOf = (a: IntegerPolynomial): number => Math.max(0, ...[...a.keys()].map(total))
      const [bound, exact] = [degreeRing(), fractions].map((ring) => valueIn(ring as Ring<unknown>, names, e))
      fc.pre(bound !== null && exact !== null)
      const { numerator, denominator } = exact as Fraction
      const g = gcd(numerator, fractions.expanded(denominator), polynomials)
      expect(degreeOf(numerator) - degreeOf(g)).toBeLessThanOrEqual((bound as Bound).degree)
    }), { numRuns: 80 })
  })

  it('bounds the true height: an integer polynomial never exceeds it', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 1, maxLength: 6 }), (c) => {
      const text = c.map((n, i) => `(${n}) * x^${i}`).join(' + ')
      const norm = c.reduce((s, n) => s + Math.abs(n), 0)
      expect(2 ** boundOf(`(${text})^2`).height).toBeGreaterThanOrEqual(norm)
    }))
  })

  it('states an error that falls with every prime and rises with the degree', () => {
    expect(log2Error({ degree: 283 }, 2)).toBeCloseTo(2 * (Math.log2(283) - 60), 6)
    expect(log2Error({ degree: 1 }, 3)).toBe(3 * log2Error({ degree: 1 }, 1))
    expect(log2Error({ degree: 8, height: 1000 }, 1)).toBeGreaterThan(log2Error({ degree: 8 }, 1))
  })
})
