/** Closed forms that the engine finds by itself are the published ones. */
import { beforeAll, describe, expect, it } from 'vitest'
import { derive } from '../../src/process/derive/derive.js'
import type { Pattern } from '../../src/process/derive/patterns.js'
import { gaussian } from '../../src/process/laws.js'
import { plainSgd, sgd } from '../../src/process/library/sgd.js'
import { minibatchRegression } from '../../src/process/library/minibatch-regression.js'
import { recurrence, scalar, type Recurrence } from '../../src/process/text.js'
import { namesIn } from '../../src/symbolic/expression.js'
import { compareFormulas, scalars } from '../../src/symbolic/identity.js'
import { loadParser, parseFormula } from '../../src/symbolic/parse.js'
import { randomBits } from '../../src/symbolic/random.js'

beforeAll(loadParser)

const found =
  (process: Recurrence, patterns: Record<string, Pattern>, measure = 'Cov(w)', entry?: readonly [number, number]) =>
  derive(process, parseFormula(measure), {
    dimension: entry ? 2 : 1, patterns: new Map(Object.entries(patterns)), random: randomBits('derive'),
    ...(entry ? { entry } : {}),
  })
const isTheSame = (a: string, b: string): boolean | null => {
  const [left, right] = [parseFormula(a), parseFormula(b)]
  return compareFormulas(left, right, scalars(namesIn(right)), { random: randomBits('same') }).identical
}

const plain = () => plainSgd({ hessian: 'K', noise: 'C', learningRate: 'lambda' })
const heavyBall = () => sgd({ hessian: 'K', noise: 'C', learningRate: 'lambda', momentum: 'mu' })
const quadratic = { lambda: 'scalar', mu: 'scalar', K: 'diagonal', C: 'symmetric' } as const

describe('the closed form', () => {
  it('of plain SGD is factored', () => {
    expect(found(plain(), { lambda: 'scalar', K: 'diagonal', C: 'diagonal' }).text)
      .toBe('lambda * C / (K * (2 - lambda * K))')
  })

  it('of heavy-ball SGD is that of the paper in one dimension', () => {
    const published = 'lambda * C * (1 + mu) / (K * (1 - mu) * (2 + 2 * mu - lambda * K))'
    expect(isTheSame(found(heavyBall(), quadratic).text, published)).toBe(true)
  })

  it('of an off-diagonal entry holds where K and C do not commute', () => {
    const { text } = found(heavyBall(), quadratic, 'Cov(w)', [0, 1])
    const below = '(K_j + K_i) * (1 - mu)^2 * (1 + mu) - (K_j * K_i - (K_j^2 + K_i^2) * mu + K_j * K_i * mu^2) * lambda'
    expect(isTheSame(text, `C_ij * lambda * (1 + mu) * (1 - mu) / (${below})`)).toBe(true)
  })

  it('of minibatch regression keeps the batch size as a symbol', () => {
    const process =
      minibatchRegression({ features: 'A', labelNoise: 'v', batch: 'S', learningRate: 'lambda', momentum: 'mu' })
    const { text } = found(process, { lambda: 'scalar', mu: 'scalar', S: 'scalar', A: 'diagonal', v: 'scalar' })
    const published = 'v * lambda * (1 + mu) / (2 * S * (1 + mu) * (1 - mu) - A * (2 + S + (2 - S) * mu) * lambda)'
    expect(isTheSame(text, published)).toBe(true)
  })

  it('of a fourth moment shows the thresholds of degree 2 and 4', () => {
    const process =
      recurrence({ state: { w: scalar }, noise: { xi: gaussian({ variance: 'v' }) }, step: ['w = a * w * xi + xi'] })
    const { text } = found(process, { a: 'scalar', v: 'scalar' }, 'E(w^4)')
    expect(text).toMatch(/a\^2 \* v/)
    expect(isTheSame(text, '3 * v^2 * (1 + 6 * a^2 * (v / (1 - a^2 * v)) + 0) / (1 - 3 * a^4 * v^2)')).toBe(true)
  })
})
