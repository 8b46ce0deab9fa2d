import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluate } from '../../src/symbolic/evaluate.js'
import { fractionFreeDeterminant, solveFractionFree } from '../../src/symbolic/fraction-free.js'
import { determinant, solveLinear } from '../../src/symbolic/linear.js'
import { loadParser, parseFormula } from '../../src/symbolic/parse.js'
import { print } from '../../src/symbolic/print.js'
import { integerPolynomials, type IntegerPolynomial } from '../../src/symbolic/rings/integer-polynomial.js'
import { factorsOf } from '../../src/symbolic/rings/polynomial-factors.js'
import { gcd, positive } from '../../src/symbolic/rings/polynomial-gcd.js'
import { primeField } from '../../src/symbolic/rings/prime-field.js'
import { factoredPolynomial, factoredQuotient } from '../../src/symbolic/show-factored.js'
import { scalarOf, scalarValue } from '../../src/symbolic/value.js'

await loadParser()

const names = ['x', 'y', 'z']
const ring = integerPolynomials(names)
const field = primeField((1n << 61n) - 1n)
const point = new Map([['x', 1234577n], ['y', 987654321n], ['z', 5555555557n]])

const read = (text: string): IntegerPolynomial =>
  scalarOf(evaluate(parseFormula(text), new Map(names.map((n) => [n, scalarValue(ring.variable(n))])), ring))
const at = (a: IntegerPolynomial): bigint => [...a].reduce((s, [m, c]) => field.add(s, field.mul(field.fraction(c, 1n),
  names.reduce((v, n, i) => field.mul(v, powerOf(point.get(n)!, ring.exponent(m, i))), 1n))), 0n)
const powerOf = (x: bigint, e: number): bigint => Array.from({ length: e }).reduce<bigint>((v) => field.mul(v, x), 1n)
const textAt = (text: string): bigint =>
  scalarOf(evaluate(parseFormula(text), new Map([...point].map(([n, v]) => [n, scalarValue(v)])), field))

const polynomials: fc.Arbitrary<IntegerPolynomial> = fc.array(
  fc.tuple(fc.integer({ min: -9, max: 9 }), fc.array(fc.nat(1), { minLength: 3, maxLength: 3 })), { maxLength: 4 },
).map((terms) => terms.reduce((sum, [c, e]) => ring.add(sum,
  ring.scaled(ring.constant(BigInt(c)), e.reduce((m, k, i) => m + ring.monomial(i, k), 0), 1n)), ring.zero)
).map((a) => new Map([...a].filter(([, c]) => c)))
const nonzero = polynomials.filter((a) => a.size > 0)

describe('integer polynomials', () => {
  it('are a ring: values at a point add and multiply', () => {
    fc.assert(fc.property(polynomials, polynomials, (a, b) => {
      expect(at(ring.add(a, b))).toBe(field.add(at(a), at(b)))
      expect(at(ring.mul(a, b))).toBe(field.mul(at(a), at(b)))
      expect(ring.sub(ring.add(a, b), b)).toEqual(a)
    }))
  })

  it('divide exactly where they divide, and say so where they do not', () => {
    fc.assert(fc.property(polynomials, nonzero, (a, b) => {
      expect(ring.quotient(ring.mul(a, b), b)).toEqual(a)
      expect(ring.quotient(ring.add(ring.mul(ring.mul(a, b), ring.variable('x')), ring.one),
        ring.mul(b, ring.variable('x'))))
          .toBe(null)
    }))
  })

  it('have a gcd that divides both and is divided by every common factor', () => {
    fc.assert(fc.property(nonzero, nonzero, nonzero, (a, b, c) => {
      const g = gcd(ring.mul(a, c), ring.mul(b, c), ring)
      expect(ring.quotient(ring.mul(a, c), g)).not.toBe(null)
      expect(ring.quotient(ring.mul(b, c), g)).not.toBe(null)
      expect(ring.quotient(g, c)).not.toBe(null)
    }), { numRuns: 60 })
  })

  it('have a gcd also where the image mod p loses its leading term', () => {
    const r = integerPolynomials(['y', 'x'])
    const linear = (n: bigint): IntegerPolynomial => r.add(r.variable('x'), r.constant(n))
    const common = r.add(r.mul(r.sub(r.variable('y'), r.constant(3141592653589793n)), r.variable('x')), r.one)
    expect(gcd(r.mul(common, linear(2n)), r.mul(common, linear(3n)), r)).toEqual(common)
  })

  it('are the product of their factors', () => {
    fc.assert(fc.property(nonzero, nonzero, (a, b) => {
      const { unit, factors } = factorsOf(ring.mul(a, b), ring)
      const back =
        factors.reduce((p, [f, e]) => Array.from({ length: e }).reduce<IntegerPolynomial>((q) => ring.mul(q, f), p),
          ring.constant(unit))
      expect(back).toEqual(ring.mul(a, b))
    }), { numRuns: 60 })
  })

  it('refuse exponents that do not fit, rather than carry into the next one', () => {
    const many = integerPolynomials('abcdefghijklm'.split(''))
    const a = many.variable('a')
    const eighth = [1, 2, 3].reduce<IntegerPolynomial>((p) => many.mul(p, p), a)
    expect(() => many.mul(eighth, eighth)).toThrow('an exponent exceeds 15')
    expect(() => integerPolynomials('abcdefghijklmn'.split(''))).toThrow('too many')
  })

  it('stop when their steps are spent', () => {
    const poor = integerPolynomials(['x'], 3)
    const x = poor.add(poor.variable('x'), poor.one)
    expect(() => poor.mul(x, x)).toThrow('more steps than allowed')
  })
})

describe('factored text', () => {
  it.each([
    ['x^2 - x^2 * y', 'x^2 * (1 - y)'], ['2 * x * y + 2 * x', '2 * x * (1 + y)'], ['1 - x^2', '(1 + x) * (1 - x)'],
    ['-x', '-x'], ['x^2 - 2 * x * y + y^2', '(x - y)^2'], ['y - y', '0'], ['7 + x - x', '7'], ['x + y', 'x + y'],
  ])('of %s is %s', (text, expected) => {
    expect(print(factoredPolynomial(read(text), ring))).toBe(expected)
  })

  it('collects in the indeterminate that makes it short, and keeps signs in front', () => {
    const quotient = { numerator: read('x * y'), denominator: read('2 * x * z - y * z^2 * x') }
    expect(print(factoredQuotient(quotient, ring))).toBe('x * y / (x * z * (2 - y * z))')
    expect(print(factoredQuotient({ numerator: read('-x'), denominator: read('1 - y') }, ring))).toBe('-(x / (1 - y))')
    expect(print(factoredPolynomial(read('1 + x + x * y + x * z + x * y * z'), ring))).toBe('1 + (1 + y) * (1 + z) * x')
  })

  it('splits by divisors that are known', () => {
    const [a, b] = [read('x * y + z + 3'), read('x * z + y + 2')]
    const whole = ring.mul(a, b)
    expect(factorsOf(whole, ring).factors.length).toBe(1)
    expect(factorsOf(whole, ring, [ring.mul(a, read('x'))]).factors.length).toBe(2)
  })

  it('parses back to the same polynomial', () => {
    fc.assert(fc.property(nonzero, nonzero, (a, b) => {
      expect(textAt(print(factoredPolynomial(ring.mul(a, b), ring)))).toBe(at(ring.mul(a, b)))
    }), { numRuns: 60 })
  })
})

describe('elimination without fractions', () => {
  const matrix = fc.array(fc.array(polynomials, { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 })

  it('gives the determinant that elimination in a field gives', () => {
    fc.assert(fc.property(matrix, (a) => {
      expect(at(fractionFreeDeterminant(a, ring))).toBe(determinant(a.map((row) => row.map(at)), field))
    }), { numRuns: 40 })
  })

  it('solves for each unknown, in lowest terms', () => {
    fc.assert(fc.property(matrix, fc.array(polynomials, { minLength: 3, maxLength: 3 }), fc.nat(2), (a, b, k) => {
      fc.pre(fractionFreeDeterminant(a, ring).size > 0)
      const { numerator, denominator } = solveFractionFree(a, b, k, ring)
      const x = solveLinear(a.map((row) => row.map(at)), b.map((v) => [at(v)]), field)
      expect(field.div(at(numerator), at(denominator))).toBe(x[k]![0])
      expect(positive(gcd(numerator, denominator, ring), ring)).toEqual(ring.one)
    }), { numRuns: 30 })
  })

  it('finds the variance of momentum SGD in one dimension from its moment equations', () => {
    const params = ['lambda', 'mu', 'k', 'c']
    const Z = integerPolynomials(params)
    const p = (text: string): IntegerPolynomial =>
      scalarOf(evaluate(parseFormula(text), new Map(params.map((n) => [n, scalarValue(Z.variable(n))])), Z))
    // unknowns E w^2, E w m, E m^2 of m' = mu m + k w + eta, w' = w - lambda m'
    const a = [
      ['1 - (1 - lambda * k)^2', '2 * (1 - lambda * k) * lambda * mu', '-lambda^2 * mu^2'],
      ['-(1 - lambda * k) * k', '1 - mu * (1 - lambda * k) + lambda * mu * k', 'lambda * mu^2'],
      ['-k^2', '-2 * mu * k', '1 - mu^2'],
    ].map((row) => row.map(p))
    const b = ['lambda^2 * c', '-lambda * c', 'c'].map(p)
    const found = factoredQuotient(solveFractionFree(a, b, 0, Z), Z)
    expect(print(found)).toBe('lambda * c * (1 + mu) / (k * (1 - mu) * (2 + 2 * mu - lambda * k))')
  })
})
