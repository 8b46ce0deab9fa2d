import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluate } from '../../src/symbolic/evaluate.js'
import { namesIn, substitute, type Expression } from '../../src/symbolic/expression.js'
import { compareFormulas, scalars, type Comparison } from '../../src/symbolic/identity.js'
import { isExactly } from '../../src/symbolic/normal-form.js'
import { loadParser, parseFormula } from '../../src/symbolic/parse.js'
import { randomBits } from '../../src/symbolic/random.js'
import { Pole } from '../../src/symbolic/ring.js'
import type { Value } from '../../src/symbolic/value.js'
import { rationalTrees } from './support/trees.js'

await loadParser()

function exactly(left: Expression, right: Expression, steps?: number): boolean | null {
  const names = new Set([...namesIn(left), ...namesIn(right)])
  const comparison: Comparison = (ring, draw) => {
    const point = scalars(names)(ring, draw)
    return { left: evaluate(left, point, ring), right: evaluate(right, point, ring), point }
  }
  return isExactly(comparison, names.size, steps)
}
const both = (left: string, right: string, steps?: number): boolean | null =>
  exactly(parseFormula(left), parseFormula(right), steps)

/** The answer, or 'pole' for a division by zero everywhere. */
function orPole<R>(decide: () => R): R | 'pole' {
  try {
    return decide()
  } catch (error) {
    if (error instanceof Pole) return 'pole'
    throw error
  }
}

describe('the exact normal form', () => {
  it.each([
    ['(1 - mu) * (k + l - h * k * l / (1 + mu)) + mu * h * (k - l)^2 / (1 - mu^2)',
      '(1 - mu) * (k + l) - (1 + mu^2) / (1 - mu^2) * h * k * l + mu / (1 - mu^2) * h * (k^2 + l^2)', true],
    ['1 / (x - y) + 1 / (y - x)', '0', true], ['x / 3', '0.3333333333333333333333 * x', false],
    ['(x^2 - y^2) / (x - y)', 'x + y', true], ['1 / (2 * x) + 1 / (3 * x)', '5 / (6 * x)', true],
    ['y / (x + 5) + z / (3 * y - 3)', '(3 * y^2 - 3 * y + 5 * z + x * z) / ((x + 5) * (y - 1))', false],
  ])('%s is %s: %s', (left, right, truth) => {
    expect(both(left, right)).toBe(truth)
  })

  it('agrees with random points on random identities, true and false', () => {
    fc.assert(fc.property(rationalTrees, rationalTrees, fc.boolean(), (a, b, truth) => {
      // (a + b)^2 - a^2 = b^2 + 2 a b, spoilt in half the cases by a lost factor 2
      const names = new Map<string, Expression>([['a', a], ['b', b]])
      const [left, right] = ['(a + b)^2 - a^2', truth ? 'b * (b + 2 * a)' : 'b * (b + a)'].map((text) =>
        substitute(parseFormula(text), names)) as [Expression, Expression]
      const random = randomBits('cross-check')
      const free = scalars(new Set([...namesIn(left), ...namesIn(right)]))
      const byPoints = orPole(() => compareFormulas(left, right, free, { random, primes: 1 }).identical)
      const byPolynomials = orPole(() => exactly(left, right, 20_000))
      if (byPolynomials !== null) expect(byPolynomials).toBe(byPoints)
    }), { numRuns: 80 })
  })

  it('knows inverses and determinants of symbolic matrices', () => {
    const [left, right] = ['inv(K) * det(K)', 'Tr(K) * I - K'].map(parseFormula) as [Expression, Expression]
    const comparison: Comparison = (ring, draw) => {
      const K = { rows: 'D', columns: 'D', entries: [[draw.any(), draw.any()], [draw.any(), draw.any()]] }
      const I = { rows: 'D', columns: 'D', entries: [[ring.one, ring.zero], [ring.zero, ring.one]] }
      const point = new Map<string, Value<typeof ring.one>>([['K', K], ['I', I]])
      return { left: evaluate(left, point, ring), right: evaluate(right, point, ring), point }
    }
    expect(isExactly(comparison, 4)).toBe(true)
  })

  it('says that it does not fit instead of answering', () => {
    expect(both('(a + b + c + d)^20', '0', 2000)).toBe(null)
    expect(both('(x^999)^99', '0')).toBe(null)
  })

  it('upgrades an identity to exact', () => {
    const result = compareFormulas(parseFormula('(a + b)^2'), parseFormula('a^2 + 2 * a * b + b^2'), scalars('ab'),
      { random: randomBits('exact'), exactSteps: 1000 })
    expect(result).toMatchObject({ identical: true, exact: true })
  })
})
