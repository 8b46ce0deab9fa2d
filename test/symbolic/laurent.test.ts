import { beforeAll, describe, expect, it } from 'vitest'
import { evaluate } from '../../src/symbolic/evaluate.js'
import { namesIn } from '../../src/symbolic/expression.js'
import { loadParser, parseFormula } from '../../src/symbolic/parse.js'
import { randomPrime } from '../../src/symbolic/primes.js'
import { randomBelow, randomBits } from '../../src/symbolic/random.js'
import { laurentRing, NotEnoughTerms, type Laurent } from '../../src/symbolic/rings/laurent.js'
import { primeField } from '../../src/symbolic/rings/prime-field.js'
import { Q, rational, type Rational } from '../../src/symbolic/rings/rational.js'
import { scalarOf, scalarValue, type Value } from '../../src/symbolic/value.js'

beforeAll(loadParser)

/** Is the coefficient of eps^order of a formula at name = at + eps the claimed formula, at a random point of F_p? */
function coefficientIs(text: string, name: string, at: bigint | 'infinity', order: number, claim: string): boolean {
  const random = randomBits(text)
  const field = primeField(randomPrime(random))
  const series = laurentRing(field, 8)
  const left = new Map<string, Value<Laurent<bigint>>>()
  const right = new Map<string, Value<bigint>>()
  for (const n of new Set([...namesIn(parseFormula(text)), ...namesIn(parseFormula(claim))])) {
    const x = randomBelow(field.p, random)
    right.set(n, scalarValue(x))
    left.set(n, scalarValue(series.constant(x)))
  }
  left.set(name, scalarValue(at === 'infinity'
    ? series.div(series.one, series.epsilon) : series.add(series.fraction(at, 1n), series.epsilon)))
  const value = scalarOf(evaluate(parseFormula(text), left, series))
  const leads = order > 0 || series.valuation(value) >= 0
  return leads && series.coefficient(value, order) === scalarOf(evaluate(parseFormula(claim), right, field))
}

describe('Laurent series', () => {
  it.each<[string, string, bigint | 'infinity', number, string, boolean]>([
    ['L*c/((1-m)*k*(2-L*k/(1+m)))', 'm', 0n, 0, 'L*c/(k*(2-L*k))', true],
    ['c/(k*(2-L*k))', 'L', 0n, 0, 'c/(2*k)', true],
    ['c/(k*(2-L*k))', 'L', 0n, 0, 'c/k', false],
    ['L*c/(k*(2-L*k))', 'L', 0n, 1, 'c/(2*k)', true],
    ['L*c/(k*(2-L*k))', 'L', 0n, 2, 'c/4', true],
    ['(x^2-4)/(x-2)', 'x', 2n, 0, '4', true],
    ['((1+x)^3-1)/x', 'x', 0n, 0, '3', true],
    ['(exp(a*x)-1)/x', 'x', 0n, 0, 'a', true],
    ['log(1+a*x)/x', 'x', 0n, 0, 'a', true],
    ['(1-exp(t*log(1-a*x)))/x', 'x', 0n, 0, 'a*t', true],
    ['1/x', 'x', 0n, 0, '1', false],
    ['(2*x^2+1)/(3*x^2-x)', 'x', 'infinity', 0, '2/3', true],
    ['(1-(1-L)^t)/L', 'L', 0n, 0, 't', true],
    ['(sqrt(1+2*a*x)-1)/x', 'x', 0n, 0, 'a', true],
    ['sqrt(x^2+a*x^3)/x', 'x', 0n, 1, 'a/2', true],
    ['tanh(a*x)', 'x', 0n, 3, '-a^3/3', true],
    ['(exp(x)-1-x-x^2/2)/x^3', 'x', 0n, 0, '1/6', true],
  ])('%s: at %s = %s the coefficient of order %i is %s (%s)', (text, name, at, order, claim, truth) => {
    expect(coefficientIs(text, name, at, order, claim)).toBe(truth)
  })

  it('is exact for polynomials in eps and 1/eps that span no more than the terms kept', () => {
    const ring = laurentRing(Q, 3)
    const e = ring.epsilon
    const square = ring.mul(ring.add(e, ring.div(ring.one, e)), e)
    expect(ring.sub(square, ring.mul(e, e))).toEqual(ring.one)
    expect(ring.isZero(ring.sub(e, e))).toBe(true)
  })

  it('never takes unknown coefficients for zero', () => {
    const ring = laurentRing(Q, 4)
    const geometric = ring.div(ring.one, ring.sub(ring.one, ring.epsilon))
    expect(ring.coefficient(geometric, 3)).toEqual(Q.one)
    expect(() => ring.coefficient(geometric, 4)).toThrow(NotEnoughTerms)
    expect(() => ring.isZero(ring.sub(geometric, geometric))).toThrow(NotEnoughTerms)
    expect(() => ring.div(ring.one, ring.sub(geometric, geometric))).toThrow(NotEnoughTerms)
  })

  it('knows where its own expansions of exp, log and sqrt stop', () => {
    const ring = laurentRing(Q, 4)
    const at = (text: string): Laurent<Rational> =>
      scalarOf(evaluate(parseFormula(text), new Map([['x', scalarValue(ring.epsilon)]]), ring))
    for (const text of ['exp(x)', 'log(1 + x)', 'sqrt(1 + x)', 'exp(x^2)', 'log(1 + x^2)']) {
      expect(() => ring.coefficient(at(text), 40), text).toThrow(NotEnoughTerms)
    }
    expect(ring.coefficient(at('log(1 + x)'), 4)).toEqual(rational(-1, 4))
  })

  it('loses precision exactly as fast as cancellation eats it', () => {
    const ring = laurentRing(Q, 5)
    const geometric = ring.div(ring.one, ring.sub(ring.one, ring.epsilon))
    const tail = ring.sub(geometric, ring.add(ring.one, ring.epsilon))
    expect([ring.valuation(tail), tail.coefficients.length, tail.end]).toEqual([2, 3, 5])
  })

  it('refuses essential singularities', () => {
    expect(() => coefficientIs('exp(1/x)', 'x', 0n, 0, '1')).toThrow('has no series')
    expect(() => coefficientIs('log(x)', 'x', 0n, 0, '1')).toThrow('has no series')
    expect(() => coefficientIs('sqrt(x)', 'x', 0n, 0, '1')).toThrow('has no series')
  })
})
