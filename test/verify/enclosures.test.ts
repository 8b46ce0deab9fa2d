import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { loadParser, parseFormula } from '../../src/symbolic/parse.js'
import { evaluate } from '../../src/symbolic/evaluate.js'
import { Q, rational, toNumber } from '../../src/symbolic/rings/rational.js'
import { Pole } from '../../src/symbolic/ring.js'
import { scalarOf, scalarValue } from '../../src/symbolic/value.js'
import { exactBall, powerOfBalls, type Ball } from '../../src/verify/enclosures/ball.js'
import { enclosed } from '../../src/verify/enclosures/enclosed.js'

beforeAll(loadParser)

const valueOf = (text: string, values: Readonly<Record<string, Ball>> = {}): Ball =>
  scalarOf(enclosed(parseFormula(text), new Map(Object.entries(values).map(([name, b]) => [name, scalarValue(b)])), 1))

test.each([
  ['integral(x, 0, 1, x^2)', 1 / 3],
  ['integral(x, -infinity, infinity, exp(-x^2 / 2))', Math.sqrt(2 * Math.PI)],
  ['integral(y, 0, 1, integral(x, 0, y, x * y))', 1 / 8],
  ['integral(y, 1, 2, y * integral(z, -infinity, y, exp(z)))', Math.E ** 2],
  ['integral(y, -infinity, 0, exp(y) * integral(z, y, 0, 1))', 1],
  ['sum(k, 1, 100, k^2)', 338350],
  ['sum(k, 1, 3, integral(x, 0, k, x))', 7],
  ['root(x, 0, 2, x^2 - 2)', Math.SQRT2],
  ['root(x, 0, 3, integral(y, 0, x, y) - 1)', Math.SQRT2],
  ['gamma(7 / 2)', 15 / 8 * Math.sqrt(Math.PI)],
  ['erf(1 / 2)', 0.5204998778130465],
  ['pi', Math.PI],
])('%s is known within its error', (text, truth) => {
  const { value, error } = valueOf(text)
  expect(Math.abs(value - truth)).toBeLessThanOrEqual(error + 4 * Number.EPSILON * Math.abs(truth))
  expect(error).toBeLessThan(1e-9 * Math.abs(truth))
})

const fraction =
  fc.tuple(fc.integer({ min: -30, max: 30 }), fc.integer({ min: 1, max: 9 })).map(([n, d]) => rational(n, d))

test('the exact value of a rational formula lies within the error, whatever its inputs are off by', () => {
  const e = parseFormula('(a + b * c)^2 / (b - c) - a * b / (1 + c^2)')
  fc.assert(fc.property(fraction, fraction, fraction, fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9)), (a, b, c, off) => {
    const point = new Map([['a', scalarValue(a)], ['b', scalarValue(b)], ['c', scalarValue(c)]])
    const exact = exactOf(() => scalarOf(evaluate(e, point, Q)))
    fc.pre(exact !== null)
    const ball = (x: typeof a, k: number): Ball => {
      const error = 1e-3 * off[k]! + 2 ** -50 * Math.abs(toNumber(x))
      return { value: toNumber(x) + error / 2, error }
    }
    const balls = new Map([['a', ball(a, 0)], ['b', ball(b, 1)], ['c', ball(c, 2)]].map(([n, v]) =>
      [n as string, scalarValue(v as Ball)]))
    const { value, error } = scalarOf(enclosed(e, balls, 1))
    expect(Math.abs(value - toNumber(exact))).toBeLessThanOrEqual(error)
  }))
})

function exactOf<T>(compute: () => T): T | null {
  try {
    return compute()
  } catch (error) {
    if (error instanceof Pole) return null
    throw error
  }
}

test('powers and functions stay within their errors at both ends of an interval', () => {
  const number = fc.double({ min: 0.1, max: 5, noNaN: true })
  const exponent = fc.double({ min: -4, max: 4, noNaN: true })
  const spread = fc.double({ min: 0, max: 0.05, noNaN: true })
  fc.assert(fc.property(number, exponent, spread, (a, b, r) => {
    const found = powerOfBalls({ value: a, error: r * a }, { value: b, error: r })
    for (const x of [a * (1 - r), a * (1 + r)]) for (const y of [b - r, b + r]) {
      expect(Math.abs(x ** y - found.value)).toBeLessThanOrEqual(found.error * (1 + 1e-9))
    }
    for (const f of ['sqrt', 'exp', 'log', 'tanh', 'gamma']) {
      const image = valueOf(`${f}(a)`, { a: { value: a, error: r * a } })
      for (const x of [a * (1 - r), a, a * (1 + r)]) {
        const { value } = valueOf(`${f}(a)`, { a: exactBall(x) })
        expect(Math.abs(value - image.value)).toBeLessThanOrEqual(image.error * (1 + 1e-9) + 1e-14)
      }
    }
  }))
})

test('what may be zero below the line, or negative under a power, is unknown and not merely imprecise', () => {
  expect(valueOf('1 / a', { a: { value: 1e-3, error: 1e-2 } }).error).toBe(Infinity)
  expect(valueOf('a^(1 / 3)', { a: { value: 1e-3, error: 1e-2 } }).error).toBe(Infinity)
})

test('errors of an oracle pass through an integral', () => {
  const { value, error } = valueOf('integral(x, 0, 1, M * x)', { M: { value: 2, error: 0.1 } })
  expect(Math.abs(value - 1)).toBeLessThanOrEqual(error)
  expect(error).toBeGreaterThanOrEqual(0.05)
  expect(error).toBeLessThan(0.051)
})
