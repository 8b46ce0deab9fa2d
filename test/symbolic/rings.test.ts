import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Pole, type Ring } from '../../src/symbolic/ring.js'
import { inverse, primeField } from '../../src/symbolic/rings/prime-field.js'
import { Q, rational, rationalText, signOf, toNumber } from '../../src/symbolic/rings/rational.js'

const field = primeField((1n << 61n) - 1n)
const fractions =
  fc.tuple(fc.bigInt(-(10n ** 20n), 10n ** 20n), fc.bigInt(1n, 10n ** 12n)).map(([n, d]) => rational(n, d))
const residues = fc.bigInt(0n, field.p - 1n)

function laws<T>(ring: Ring<T>, elements: fc.Arbitrary<T>): void {
  fc.assert(fc.property(elements, elements, elements, (a, b, c) => {
    expect(ring.add(a, b)).toEqual(ring.add(b, a))
    expect(ring.mul(a, ring.add(b, c))).toEqual(ring.add(ring.mul(a, b), ring.mul(a, c)))
    expect(ring.mul(ring.mul(a, b), c)).toEqual(ring.mul(a, ring.mul(b, c)))
    expect(ring.add(ring.sub(a, b), b)).toEqual(a)
    expect(ring.add(a, ring.neg(a))).toEqual(ring.zero)
    expect(ring.mul(a, ring.one)).toEqual(a)
    expect(ring.isZero(ring.sub(a, a))).toBe(true)
    if (!ring.isZero(b)) expect(ring.mul(ring.div(a, b), b)).toEqual(a)
  }))
}

describe('fields', () => {
  it('Q is a field with one form for each number', () => laws(Q, fractions))
  it('F_p is a field with one residue for each class', () => laws(field, residues))

  it('have a pole at zero, and only there', () => {
    expect(() => Q.div(Q.one, Q.zero)).toThrow(Pole)
    expect(() => field.div(1n, 0n)).toThrow(Pole)
    expect(() => rational(1, 0)).toThrow(Pole)
    expect(() => inverse(0n, field.p)).toThrow(Pole)
  })

  it('take integers and fractions of either sign', () => {
    expect(field.fraction(-1n, 2n)).toBe(field.neg(inverse(2n, field.p)))
    expect(rational(2, -4)).toEqual({ numerator: -1n, denominator: 2n })
    expect([signOf(rational(-3, 7)), signOf(Q.zero), signOf(rational(3, 7))]).toEqual([-1, 0, 1])
    expect([rationalText(rational(6, 3)), rationalText(rational(-1, 3))]).toEqual(['2', '-1/3'])
  })

  it('become doubles without overflow, whatever the size of numerator and denominator', () => {
    expect(toNumber(rational(3n * 10n ** 400n, 10n ** 400n))).toBe(3)
    expect(toNumber(rational(10n ** 400n + 1n, 3n * 10n ** 400n))).toBeCloseTo(1 / 3, 15)
    expect(toNumber(rational(10n ** 350n, 10n ** 60n))).toBeCloseTo(1e290, -280)
    expect(toNumber(rational(10n ** 60n + 1n, 10n ** 350n)) / 1e-290).toBeCloseTo(1, 12)
    expect(toNumber(rational(-(10n ** 400n), 7n * 10n ** 399n))).toBeCloseTo(-10 / 7, 15)
    fc.assert(fc.property(fc.integer(), fc.integer({ min: 1 }), (n, d) => {
      expect(toNumber(rational(n, d))).toBe(n / d + 0)
    }))
  })
})
