import { beforeAll, describe, expect, it } from 'vitest'
import type { Draw } from '../../src/symbolic/draw.js'
import { namesIn } from '../../src/symbolic/expression.js'
import { compareFormulas, scalars, type Identity, type PointOf } from '../../src/symbolic/identity.js'
import { loadParser, parseFormula } from '../../src/symbolic/parse.js'
import { randomBits } from '../../src/symbolic/random.js'
import type { Ring } from '../../src/symbolic/ring.js'
import { Q } from '../../src/symbolic/rings/rational.js'
import { identityValue, scalarValue, type Value } from '../../src/symbolic/value.js'

beforeAll(loadParser)

function compared(left: string, right: string, positive = ''): Identity {
  const [a, b] = [parseFormula(left), parseFormula(right)]
  const names = new Set([...namesIn(a), ...namesIn(b)])
  names.delete('pi')
  return compareFormulas(a, b, scalars(names, new Set(positive.split(' '))), { random: randomBits(`${left} ${right}`) })
}

describe('identity of rational functions', () => {
  it.each([
    ['(a + b)^2', 'a^2 + 2 * a * b + b^2'],
    ['1 / (x + 1) - 1 / (x + 2)', '1 / ((x + 1) * (x + 2))'],
    ['a / b / c', 'a / (b * c)'],
    ['0.1 + 0.2', '0.3'],
    ['x^(-2) * x^3', 'x'],
    ['(1 - mu) * (k + l - h * k * l / (1 + mu)) + mu * h * (k - l)^2 / (1 - mu^2)',
      '(1 - mu) * (k + l) - (1 + mu^2) / (1 - mu^2) * h * k * l + mu / (1 - mu^2) * h * (k^2 + l^2)'],
  ])('%s is %s, with an error below 2^-100', (left, right) => {
    const result = compared(left, right)
    expect(result.identical).toBe(true)
    expect(result.identical && result.log2Error).toBeLessThan(-100)
  })

  it.each([
    ['(a + b)^2', 'a^2 + b^2'], ['x / 3', '0.3333333333333333333333 * x'],
    ['k * s * (1 + 1 / 10^25)', 'k * s'],
    ['y / (x + 5) + z / (3 * y - 3)', '(3 * y^2 - 3 * y + 5 * z + x * z) / ((x + 5) * (y - 1))'],
  ])('%s is not %s, and a fraction shows it', (left, right) => {
    const result = compared(left, right)
    expect(result.identical).toBe(false)
    if (result.identical !== false || result.witness.kind !== 'exact') throw new Error('no exact witness')
    const { left: l, right: r } = result.witness
    expect(Q.isZero(Q.sub(l.entries[0]![0]!, r.entries[0]![0]!))).toBe(false)
  })

  it('is not fooled by coefficients that a fixed prime divides', () => {
    expect(compared(`${(1n << 61n) - 1n} * x`, '0 * x').identical).toBe(false)
  })

  it('refuses what has a pole everywhere', () => {
    expect(() => compared('1 / (a * b - b * a)', '1')).toThrow('division by zero')
  })
})

describe('identity of matrix formulas', () => {
  const symmetric = <T>(draw: Draw<T>, n: number): Value<T> => {
    const entries: T[][] = Array.from({ length: n }, () => [])
    for (let i = 0; i < n; i++) for (let j = 0; j <= i; j++) entries[i]![j] = entries[j]![i] = draw.any()
    return { rows: 'D', columns: 'D', entries }
  }
  const polynomial = <T>(a: Value<T>, ring: Ring<T>, draw: Draw<T>): Value<T> => {
    const [p, q] = [draw.any(), draw.any()]
    return { ...a, entries: a.entries.map((row, i) => row.map((x, j) =>
      ring.add(ring.mul(p, x), i === j ? q : ring.zero))) }
  }
  const pointAt = (n: number, commuting: boolean): PointOf => (ring, draw) => {
    const K = symmetric(draw, n)
    return new Map([['I', identityValue(n, ring)], ['K', K],
      ['C', commuting ? polynomial(K, ring, draw) : symmetric(draw, n)],
        ['mu', scalarValue(draw.any())]])
  }
  const decide = (left: string, right: string, n: number, commuting = false): boolean | null =>
    compareFormulas(
      parseFormula(left), parseFormula(right), pointAt(n, commuting), { random: randomBits(left) },
    ).identical

  it('tells families that commute from those that do not', () => {
    expect(decide('K * C', 'C * K', 3, true)).toBe(true)
    expect(decide('K * C', 'C * K', 3)).toBe(false)
    expect(decide('K * C', 'C * K', 1)).toBe(true)
  })

  it('knows inverses, traces, determinants and transposes', () => {
    expect(decide('inv(K * C)', 'inv(C) * inv(K)', 3)).toBe(true)
    expect(decide('inv(K * C)', 'inv(K) * inv(C)', 3)).toBe(false)
    expect(decide('Tr(K * C * K)', 'Tr(K^2 * C)', 3)).toBe(true)
    expect(decide('det(K * C)', 'det(C) * det(K)', 3)).toBe(true)
    expect(decide("(K * C)'", 'C * K', 3)).toBe(true)
    expect(decide('inv(I - K) - I - K', 'K^2 * inv(I - K)', 2)).toBe(true)
  })
})

describe('identity with roots, exponentials and logarithms', () => {
  it.each([
    ['exp(a) * exp(b)', 'exp(a + b)', ''], ['exp(2 * k * t)', 'exp(k * t)^2', ''],
    ['exp(a / 2) * exp(a / 2)', 'exp(a)', ''],
    ['exp(-k * t) * (x - c / k) + c / k', 'x * exp(-k * t) + c / k * (1 - exp(-k * t))', ''],
    ['(1 - exp(-2 * k * t)) / (1 - exp(-k * t))', '1 + exp(-k * t)', ''],
    ['sqrt(a * b)', 'sqrt(a) * sqrt(b)', 'a b'], ['sqrt(a^2)', 'a', 'a'], ['sqrt(2) * sqrt(3)', 'sqrt(6)', ''],
    ['log(a * b)', 'log(a) + log(b)', 'a b'], ['log(a) - log(b)', 'log(a / b)', 'a b'], ['log(8)', '3 * log(2)', ''],
    ['log(exp(a * b))', 'a * b', ''], ['exp(log(a))', 'a', 'a'], ['a^b', 'exp(b * log(a))', 'a'],
    ['x^(a + 1)', 'x^a * x', 'x'], ['(x^a)^b', 'x^(a * b)', 'x'], ['x^(1 / 2)', 'sqrt(x)', 'x'],
    ['sqrt(2 * pi) * sqrt(a) / sqrt(2 * pi * a)', '1', 'a'], ['tanh(a)', '(exp(2 * a) - 1) / (exp(2 * a) + 1)', ''],
    ['abs(a * b)', 'abs(a) * abs(b)', ''], ['exp(exp(a) + exp(b))', 'exp(exp(a)) * exp(exp(b))', ''],
    ['erf(a + b) - erf(b + a)', '0', ''], ['(1 - 2 * T)^(-1 / 2) * sqrt(1 - 2 * T)', '1', ''],
  ])('%s is %s', (left, right, positive) => {
    const result = compared(left, right, positive)
    expect(result.identical).toBe(true)
    expect(result.identical && result.log2Error).toBeLessThan(-80)
  })

  it.each([
    ['exp(a)', '1 + a', ''], ['exp(a) * exp(b)', 'exp(a * b)', ''], ['sqrt(a^2 + b^2)', 'a + b', 'a b'],
    ['log(a + b)', 'log(a) + log(b)', 'a b'], ['x^(a * 2)', 'x^a * 2', 'x'], ['exp(a)', 'exp(a)^2', ''],
    ['sqrt(a)', 'a^(1 / 3)', 'a'], ['tanh(a)', '(exp(a) - 1) / (exp(a) + 1)', ''],
  ])('%s is not %s, and doubles show it', (left, right, positive) => {
    const result = compared(left, right, positive)
    expect(result.identical === false && result.witness.kind).toBe('double')
  })

  it('does not refute what only its signs under roots leave open', () => {
    expect(compared('sqrt((1 + x)^2)', '1 + x', 'x').identical).not.toBe(false)
  })
})
