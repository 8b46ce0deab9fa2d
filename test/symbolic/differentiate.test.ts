import { beforeAll, describe, expect, it } from 'vitest'
import { derivative, derivativeOfOrder, derivativesWritten } from '../../src/symbolic/differentiate.js'
import { evaluate } from '../../src/symbolic/evaluate.js'
import { namesIn } from '../../src/symbolic/expression.js'
import { compareFormulas, scalars } from '../../src/symbolic/identity.js'
import { loadParser, parseFormula } from '../../src/symbolic/parse.js'
import { print } from '../../src/symbolic/print.js'
import { randomPrime } from '../../src/symbolic/primes.js'
import { randomBelow, randomBits } from '../../src/symbolic/random.js'
import { laurentRing, type Laurent } from '../../src/symbolic/rings/laurent.js'
import { primeField } from '../../src/symbolic/rings/prime-field.js'
import { double } from '../../src/symbolic/rings/double.js'
import { identityValue, scalarOf, scalarValue, type Value } from '../../src/symbolic/value.js'

beforeAll(loadParser)

/** f at x + eps as a series over F_p: its coefficient of eps is the derivative, by a way that knows no rules. */
function agreesWithSeries(text: string, matrices = ''): boolean {
  const random = randomBits(text)
  const series = laurentRing(primeField(randomPrime(random)), 4)
  const constant = (): Laurent<bigint> => series.constant(randomBelow(1n << 60n, random))
  const env = new Map<string, Value<Laurent<bigint>>>()
  for (const n of namesIn(parseFormula(text))) {
    env.set(n, matrices.includes(n)
      ? { rows: 'D', columns: 'D', entries: [[constant(), constant()], [constant(), constant()]] }
      : scalarValue(constant()))
  }
  env.set('I', identityValue(2, series))
  const x = scalarOf(env.get('x')!)
  const slope = evaluate(derivative(parseFormula(text), 'x'), env, series)
  const value = evaluate(parseFormula(text), new Map(env).set('x', scalarValue(series.add(x, series.epsilon))), series)
  return value.entries.every((row, i) => row.every((v, j) =>
    series.coefficient(v, 1) === series.coefficient(slope.entries[i]![j]!, 0)))
}

describe('derivatives', () => {
  it.each([
    ['x^3 * a - x / (1 + x)', ''], ['(a * x + b)^4 / (1 - x^2)', ''], ['-x^(-2) + (2 * x)^5', ''],
    ['(1 - x)^3 * (1 - x)^(-2)', ''],
    ['K * (I - x * C)^3 * K', 'KC'], ['inv(I - x * K) * C', 'KC'], ["(x * K)' * C * x", 'KC'],
    ['(K + x * C)^(-2)', 'KC'],
    ['Tr(inv(K + x * C) * K)', 'KC'], ['det(K + x * C)', 'KC'], ['diag(K * x)^2', 'K'],
  ])('of %s is the coefficient of eps at x + eps', (text, matrices) => {
    expect(agreesWithSeries(text, matrices)).toBe(true)
  })

  it.each([
    ['exp(-a * x^2)', '-2 * a * x * exp(-a * x^2)'], ['log(1 + x^2)', '2 * x / (1 + x^2)'], ['x^a', 'a * x^(a - 1)'],
    ['sqrt(1 + x)', '1 / (2 * sqrt(1 + x))'], ['x^x', 'x^x * (log(x) + 1)'], ['tanh(2 * x)', '2 - 2 * tanh(2 * x)^2'],
    ['exp(a * x) * log(x)', 'a * exp(a * x) * log(x) + exp(a * x) / x'], ['a^x', 'log(a) * a^x'],
    ['erf(a * x)', '2 * a / sqrt(pi) * exp(-a^2 * x^2)'],
  ])('of %s is %s', (text, expected) => {
    const [left, right] = [derivative(parseFormula(text), 'x'), parseFormula(expected)]
    const names = new Set([...namesIn(left), ...namesIn(right)])
    expect(compareFormulas(left, right, scalars(names, names), { random: randomBits(text) }).identical).toBe(true)
  })

  it('of |x| agrees with the difference quotient', () => {
    const at = (x: number): number =>
      scalarOf(evaluate(derivative(parseFormula('abs(x)^3'), 'x'), new Map([['x', scalarValue(x)]]), double))
    expect([at(2), at(-2)]).toEqual([12, -12])
  })

  it('folds zeros and ones away', () => {
    expect(print(derivative(parseFormula('a * x + b'), 'x'))).toBe('a')
    expect(print(derivative(parseFormula('a * x^2 / 2 - b * x'), 'x'))).toBe('a * (2 * x) / 2 - b')
    expect(print(derivativeOfOrder(parseFormula('x^3'), 'x', 3))).toBe('6')
    expect(print(derivative(parseFormula('K * Sigma'), 'x'))).toBe('0')
  })

  it('writes diff() out, also inside formulas and nested', () => {
    expect(print(derivativesWritten(parseFormula('1 + diff(x^2, x) * y')))).toBe('1 + 2 * x * y')
    expect(print(derivativesWritten(parseFormula('diff(x^4, x, 2)'))))
      .toBe(print(derivativesWritten(parseFormula('diff(diff(x^4, x), x)'))))
    expect(print(derivativesWritten(parseFormula('diff(y, x)')))).toBe('0')
  })

  it('follows the variable of a sum or an integral, and its moving ends', () => {
    expect(print(derivative(parseFormula('integral(y, 0, x, y * x)'), 'x'))).toBe('integral(y, 0, x, y) + x * x')
    expect(print(derivative(parseFormula('sum(x, 1, 9, x^2) + sum(k, 1, 9, k * x)'), 'x'))).toBe('sum(k, 1, 9, k)')
    expect(() => derivative(parseFormula('sum(k, 1, x, k)'), 'x')).toThrow('a bound depends on x')
  })

  it('refuses what has no derivative here', () => {
    expect(() => derivative(parseFormula('norm(x * K)'), 'x')).toThrow('norm() has no derivative')
    expect(() => derivativesWritten(parseFormula('diff(x^2, 2 * x)')))
      .toThrow('diff() takes a formula and a symbol')
    expect(() => derivativesWritten(parseFormula('diff(x^2, x, n)'))).toThrow('order of diff() is a count')
  })
})
