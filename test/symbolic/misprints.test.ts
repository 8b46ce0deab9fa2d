import { beforeAll, describe, expect, it } from 'vitest'
import { evaluate } from '../../src/symbolic/evaluate.js'
import { compareFormulas, type PointOf } from '../../src/symbolic/identity.js'
import { sameTree, type Expression } from '../../src/symbolic/expression.js'
import { misprintsOf, misprintsOfClaim } from '../../src/symbolic/misprints.js'
import { loadParser, parseClaim, parseFormula } from '../../src/symbolic/parse.js'
import { print } from '../../src/symbolic/print.js'
import { randomBits } from '../../src/symbolic/random.js'
import type { Ring } from '../../src/symbolic/ring.js'
import { identityValue, scalarValue, shapeText, type Value } from '../../src/symbolic/value.js'

beforeAll(loadParser)

const matrices = ['K', 'C', 'Sigma', 'Lambda']
const names = ['lambda', 'mu', 'S', ...matrices]

const symmetric = <T>(any: () => T): Value<T> => {
  const [a, b, c] = [any(), any(), any()]
  return { rows: 'D', columns: 'D', entries: [[a, b], [b, c]] }
}
const pointOf: PointOf = (ring, draw) => new Map([
  ['I', identityValue(2, ring)],
  ...names.map((n) => [n, matrices.includes(n) ? symmetric(draw.any) : scalarValue(draw.any())] as const),
])

/** The ring of one element finds no number, only shapes that disagree. */
const nothing = (): 0 => 0
const shapes: Ring<0> = {
  name: 'shapes', zero: 0, one: 0, fraction: nothing, add: nothing, sub: nothing, mul: nothing, div: nothing,
  neg: nothing, apply: nothing, power: nothing, isZero: () => false,
}
const somewhere = pointOf(shapes, { any: nothing, positive: nothing })
const shapeOf = (e: Expression): string | null => {
  try {
    return shapeText(evaluate(e, somewhere, shapes))
  } catch {
    return null
  }
}
const vocabulary = { shapeOf, symbols: ['lambda', 'mu', 'S', 'K', 'C'], symmetric: new Set(['K', 'C', 'Sigma']) }
const closedForm = 'lambda / (1 - mu) * C * inv(K * (2 * I - lambda / (1 + mu) * K))'
const texts = (text: string): string[] =>
  misprintsOf(parseFormula(text), vocabulary).map(({ formula }) => print(formula))

describe('misprints', () => {
  it('finds at least 12 of a closed form, all different from it and from each other, all of its shape', () => {
    const original = parseFormula(closedForm)
    const misprints = misprintsOf(original, vocabulary)
    expect(misprints.length).toBeGreaterThanOrEqual(12)
    expect(new Set(misprints.map(({ formula }) => print(formula))).size).toBe(misprints.length)
    for (const { formula } of misprints) {
      expect(sameTree(formula, original)).toBe(false)
      expect(shapeOf(formula)).toBe('D x D')
    }
  })

  it('contains the misprints of the closed form that are known to be dangerous', () => {
    const all = texts(closedForm)
    for (const known of [
      'lambda / (1 - mu) * C * inv(K * (2 * I - lambda / (1 - mu) * K))',
      'lambda / (1 + mu) * C * inv(K * (2 * I - lambda / (1 + mu) * K))',
      'lambda / (1 - mu) * C * inv(K * (2 * I - lambda * K))',
      'lambda * C * inv(K * (2 * I - lambda / (1 + mu) * K))',
      'lambda / (1 - mu) * C * inv(K * (2 * I + lambda / (1 + mu) * K))',
      'lambda / (1 - mu) * C * inv(K * (I - lambda / (1 + mu) * K))',
      'lambda / (1 - mu) * C * inv(K * (2 * I))',
      'lambda / (1 - mu) * inv(K * (2 * I - lambda / (1 + mu) * K)) * C',
      'lambda / (1 - mu) * K * inv(K * (2 * I - lambda / (1 + mu) * K))',
      'lambda^2 / (1 - mu) * C * inv(K * (2 * I - lambda / (1 + mu) * K))',
    ]) expect(all, known).toContain(known)
  })

  it.each([
    ['1 + mu^2', ['1 - mu^2', '1 + mu', '1 + mu^3', '2 + mu^2', 'mu^2']],
    ['lambda / S', ['lambda / (S + 1)', 'lambda', '1 / S', 'S / S', 'lambda / lambda']],
    ['(1 + mu) * lambda', ['1 + mu * lambda', '(1 - mu) * lambda', 'lambda']],
    ['lambda / (S * mu)', ['lambda / S * mu', 'lambda / S']],
    ['K * Lambda * C', ['K * C * Lambda', 'Lambda * K * C', 'K * C']],
    ["Lambda' * K", ['Lambda * K']],
    ['sqrt(lambda)', ['lambda', '2 * sqrt(lambda)', 'sqrt(lambda) / 2']],
    ['-lambda', ['lambda']],
  ])('of %s are among others %j', (text, some) => {
    expect(texts(text)).toEqual(expect.arrayContaining(some))
  })

  it('never transposes what is symmetric, nor commutes numbers', () => {
    expect(texts('lambda * K * C').some((t) => t.includes("'"))).toBe(false)
    expect(texts('lambda * mu')).not.toContain('mu * lambda')
    expect(misprintsOf(parseFormula('Lambda * K'), { ...vocabulary, symbols: ['Lambda'] }).map((m) => print(m.formula)))
      .toContain("Lambda' * K")
  })

  it('describes each in words with what it changed', () => {
    const described = misprintsOf(parseFormula('lambda * (1 + mu^2)'), vocabulary).map(({ description }) => description)
    expect(described).toContain('sign of mu^2: "1 - mu^2" for "1 + mu^2"')
    expect(new Set(described).size).toBe(described.length)
  })

  it('comes in the same order every time', () => {
    expect(texts(closedForm)).toEqual(texts(closedForm))
  })

  it('leaves a measured symbol alone, changes both sides of an equation, and turns inequalities round', () => {
    const changed = (text: string): string[] => misprintsOfClaim(parseClaim(text), vocabulary)
      .map(({ formula: { left, relation, right } }) => `${print(left)} ${relation} ${print(right)}`)
    expect(changed('Sigma == lambda * C').every((t) => t.startsWith('Sigma =='))).toBe(true)
    const balance = changed('K * Sigma + Sigma * K == lambda * C')
    expect(balance).toContain('K * Sigma - Sigma * K == lambda * C')
    expect(balance).toContain('K * Sigma + Sigma * K == lambda * K')
    expect(changed('lambda < mu')).toContain('lambda > mu')
  })

  it('are told from the closed form by the identity test, but for those that are the same function', () => {
    const original = parseFormula(closedForm)
    const options = { random: randomBits('misprints') }
    const survivors = misprintsOf(original, vocabulary)
      .filter(({ formula }) =>
        compareFormulas(original, formula, pointOf, { ...options, primes: 1 }).identical !== false)
    // K commutes with a polynomial in K
    expect(survivors.map(({ formula }) => print(formula)))
      .toEqual(['lambda / (1 - mu) * C * inv((2 * I - lambda / (1 + mu) * K) * K)'])
  })
})
