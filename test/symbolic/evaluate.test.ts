import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { StatementError } from '../../src/symbolic/errors.js'
import { evaluate } from '../../src/symbolic/evaluate.js'
import { namesIn, type Expression } from '../../src/symbolic/expression.js'
import { loadParser, parseFormula } from '../../src/symbolic/parse.js'
import { Pole, type Ring } from '../../src/symbolic/ring.js'
import { double } from '../../src/symbolic/rings/double.js'
import { primeField } from '../../src/symbolic/rings/prime-field.js'
import { Q, rational, toNumber, type Rational } from '../../src/symbolic/rings/rational.js'
import { identityValue, mapValue, scalarOf, scalarValue, type Value } from '../../src/symbolic/value.js'
import { rationalTrees } from './support/trees.js'

await loadParser()

const field = primeField((1n << 61n) - 1n)
const modulo = (x: Rational): bigint => field.fraction(x.numerator, x.denominator)
const assignment =
  fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 1, max: 5 })), { minLength: 5, maxLength: 5 })
const names = ['a', 'b', 'x', 'mu', 'K_1']

const at = (values: readonly (readonly [number, number])[]): Map<string, Value<Rational>> =>
  new Map(names.map((n, i) => [n, scalarValue(rational(...values[i]!))]))
const image = <T>(env: ReadonlyMap<string, Value<Rational>>, f: (x: Rational) => T): Map<string, Value<T>> =>
  new Map([...env].map(([n, v]) => [n, mapValue(v, f)]))

function valueOrPole<T>(e: Expression, env: ReadonlyMap<string, Value<T>>, ring: Ring<T>): T | 'pole' {
  try {
    return scalarOf(evaluate(e, env, ring))
  } catch (error) {
    if (error instanceof Pole) return 'pole'
    throw error
  }
}

describe('the evaluator', () => {
  it('commutes with reduction mod p: one text, the same value over Q and over F_p', () => {
    fc.assert(fc.property(rationalTrees, assignment, (e, values) => {
      const exact = valueOrPole(e, at(values), Q)
      fc.pre(exact !== 'pole')
      expect(valueOrPole(e, image(at(values), modulo), field)).toBe(modulo(exact as Rational))
    }), { numRuns: 200 })
  })

  it('gives in doubles what it gives in fractions, up to rounding', () => {
    fc.assert(fc.property(rationalTrees, assignment, (e, values) => {
      const positive = values.map(([n, d]) => [Math.abs(n) + 1, d] as const)
      const exact = valueOrPole(e, at(positive), Q)
      fc.pre(exact !== 'pole' && exact.numerator !== 0n)
      const rough = valueOrPole(e, image(at(positive), toNumber), double) as number
      const size = magnitude(e, image(at(positive), toNumber))
      fc.pre(Number.isFinite(size))
      expect(Math.abs(rough - toNumber(exact as Rational))).toBeLessThanOrEqual(1e-9 * size)
    }), { numRuns: 200 })
  })

  it('does matrix algebra: entries by hand', () => {
    const env = matrices({ K: [[2, 1], [1, 3]], C: [[1, 0], [4, 1]] }, { w: [1, 2] })
    const texts = (text: string): string[][] =>
      evaluate(parseFormula(text), env, Q).entries.map((r) => r.map((x) => `${toNumber(x)}`))
    expect(texts('K * C')).toEqual([['6', '1'], ['13', '3']])
    expect(texts('C * K')).toEqual([['2', '1'], ['9', '7']])
    expect(texts("w' * K * w")).toEqual([['18']])
    expect(texts("w * w'")).toEqual([['1', '2'], ['2', '4']])
    expect(texts('inv(K) * 5')).toEqual([['3', '-1'], ['-1', '2']])
    expect(texts('K^(-1) * 5')).toEqual([['3', '-1'], ['-1', '2']])
    expect(texts('K^2')).toEqual([['5', '5'], ['5', '10']])
    expect(texts('K^0')).toEqual([['1', '0'], ['0', '1']])
    expect(texts('Tr(K)')).toEqual([['5']])
    expect(texts('det(K)')).toEqual([['5']])
    expect(texts('diag(C)')).toEqual([['1', '0'], ['0', '1']])
    expect(texts("transpose(C) - C'")).toEqual([['0', '0'], ['0', '0']])
  })

  it.each([
    ['w * w', 'do not multiply'], ['K + w', 'differ'], ['1 + K', 'differ'], ['w / K', 'division by a D x D'],
    ['inv(w)', 'not square'],
    ['w^2', 'not square'], ['w * K', 'do not multiply'], ['Tr(w)', 'not square'], ['exp(1)', 'not rational'],
    ['2^x', 'integer'],
    ['y + 1', '"y" is not declared'], ['norm(K)', 'not rational'],
  ])('refuses %s in every dimension, one included: %s', (text, message) => {
    for (const n of [1, 2]) {
      const one = Array.from({ length: n }, () => Array.from({ length: n }, () => 2))
      const env = matrices({ K: one }, { w: one.map((row) => row[0]!) })
      env.set('x', scalarValue(rational(3)))
      expect(() => evaluate(parseFormula(text), env, Q)).toThrow(StatementError)
      expect(() => evaluate(parseFormula(text), env, Q)).toThrow(message)
    }
  })

  it('meets poles where the text has them', () => {
    const env = matrices({ K: [[1, 2], [2, 4]] }, {})
    env.set('x', scalarValue(rational(1)))
    for (const text of ['inv(K)', '1 / (x - 1)', '(x - 1)^(-2)', 'K^(-1)']) {
      expect(() => evaluate(parseFormula(text), env, Q), text).toThrow(Pole)
    }
  })

  it('hands the caller\'s functions their operands unevaluated', () => {
    const calls = new Map([['diff', (operands: readonly Expression[]) => scalarValue(rational(operands.length))]])
    const value = evaluate(parseFormula('2 * diff(no_such_name, x, y)'), new Map(), Q, calls)
    expect(toNumber(scalarOf(value))).toBe(6)
  })
})

function matrices(square: Record<string, number[][]>, columns: Record<string, number[]>): Map<string, Value<Rational>> {
  const env = new Map<string, Value<Rational>>()
  for (const [n, m] of Object.entries(square)) {
    env.set(n, { rows: 'D', columns: 'D', entries: m.map((r) => r.map((x) => rational(x))) })
  }
  for (const [n, v] of Object.entries(columns)) {
    env.set(n, { rows: 'D', columns: '1', entries: v.map((x) => [rational(x)]) })
  }
  const n = Object.values(square)[0]?.length ?? 1
  return env.set('I', identityValue(n, Q))
}

/** An upper bound for the intermediate results: the value with every subtraction read as an addition. */
function magnitude(e: Expression, env: ReadonlyMap<string, Value<number>>): number {
  if (e.kind === 'number') return Math.abs(Number(e.numerator) / Number(e.denominator))
  if (e.kind === 'symbol') return namesIn(e).size ? Math.abs(scalarOf(env.get(e.name)!)) : 0
  if (e.kind !== 'operator') return NaN
  const [a, b] = e.operands.map((part) => magnitude(part, env)) as [number, number]
  const exact = (part: Expression): number => Math.abs(scalarOf(evaluate(part, env, double)))
  switch (e.operator) {
    case '+': case '-': return a + b
    case '*': return a * b
    case '/': return (a * b) / exact(e.operands[1]!) ** 2
    case '^': {
      const n = Math.abs(scalarOf(evaluate(e.operands[1]!, env, double)))
      return scalarOf(evaluate(e.operands[1]!, env, double)) > 0 ? a ** n : a ** n / exact(e.operands[0]!) ** (2 * n)
    }
    default: return a
  }
}
