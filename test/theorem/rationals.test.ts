import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rational } from '../../src/symbolic/rings/rational.js'
import { compare, exactDecimal, properFraction } from '../../src/theorem/rationals.js'

test('a decimal of fifteen digits is read exactly, at every size', () => {
  const digits = fc.integer({ min: -(10 ** 15), max: 10 ** 15 })
  fc.assert(fc.property(digits, fc.integer({ min: -30, max: 30 }), (n, power) => {
    const [up, down] = power < 0 ? [0n, BigInt(-power)] : [BigInt(power), 0n]
    expect(exactDecimal(Number(`${n}e${power}`))).toEqual(rational(BigInt(n) * 10n ** up, 10n ** down))
  }))
  expect(exactDecimal(0.1)).toEqual(rational(1, 10))
  expect(exactDecimal(1.5e22)).toEqual(rational(15n * 10n ** 21n))
})

test('exact comparison orders fractions as their doubles do', () => {
  const fractions = fc.tuple(fc.integer({ min: -99, max: 99 }), fc.integer({ min: 1, max: 99 }))
  fc.assert(fc.property(fractions, fractions, ([a, b], [c, d]) => {
    expect(compare(rational(a, b), rational(c, d))).toBe(Math.sign(a * d - c * b) + 0)
  }))
})

test('proper fractions lie strictly between 0 and 1', () => {
  fc.assert(fc.property(properFraction(fc), (x) => {
    expect(compare(rational(0), x)).toBe(-1)
    expect(compare(x, rational(1))).toBe(-1)
  }))
})
