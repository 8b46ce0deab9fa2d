import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { derivativesWritten } from '../../src/symbolic/differentiate.js'
import { evaluate } from '../../src/symbolic/evaluate.js'
import { loadParser, parseFormula } from '../../src/symbolic/parse.js'
import { print } from '../../src/symbolic/print.js'
import { double } from '../../src/symbolic/rings/double.js'
import { callableOf, functions, identityFunction } from '../../src/symbolic/rings/functions.js'
import { scalarOf, scalarValue } from '../../src/symbolic/value.js'

beforeAll(loadParser)

const formulas = [
  'x', '3 / 7', 'x^3 - 2 * x + 1', 'sqrt(1 + x^2) / (2 + x^2)', 'exp(-x) * log(2 + abs(x))',
  '(1 + x^2)^(-(1 + 1 / 3))', '-tanh(x)',
]

test.each(formulas)('%s as a function has the values of the formula', (text) => {
  const e = parseFormula(text)
  const f = callableOf(scalarOf(evaluate(e, new Map([['x', scalarValue(identityFunction)]]), functions)))
  fc.assert(fc.property(fc.double({ min: -3, max: 3, noNaN: true }), (x) => {
    expect(f(x)).toBe(scalarOf(evaluate(e, new Map([['x', scalarValue(x)]]), double)))
  }))
})

test('formulas without the variable are computed once, and stay numbers', () => {
  expect(scalarOf(evaluate(parseFormula('2^(1 / 2) + sqrt(4)'), new Map(), functions))).toBe(Math.SQRT2 + 2)
})

test('derivatives of an arbitrary function are functions of their own, by the chain rule', () => {
  const written = (text: string): string => print(derivativesWritten(parseFormula(text)))
  expect(written('diff(f(x), x, 2)')).toBe("f''(x)")
  expect(written('diff(x * f(x^2), x)')).toBe("f(x^2) + x * (f'(x^2) * (2 * x))")
  expect(written('diff(f(y), x)')).toBe('0')
  expect(() => written('diff(gamma(x), x)')).toThrow(/no derivative/)
})
