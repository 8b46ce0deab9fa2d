/** Where fourth moments are infinite: single steps have the stationary means, the variance they say, and bite. */
import { expect, test } from 'vitest'
import { chiSquare, positive, recurrence, scalar, student } from '../../src/index.js'
import type { Law } from '../../src/process/laws/law.js'
import type { Theorem } from '../../src/index.js'
import { doubles } from '../../src/theorem/doubles.js'
import { compile } from '../../src/theorem/compile.js'
import { createMeanCheck } from '../../src/statistics/mean-check.js'
import { scalarValue } from '../../src/symbolic/value.js'
import { baseAt } from '../../src/verify/algebra.js'
import { hasInfiniteFourthMoments } from '../../src/verify/infinite-moments.js'
import { averageOf } from '../../src/verify/observed.js'
import { singleSteps } from '../../src/verify/single-steps.js'
import { minibatchOfOne, ridge } from './heavy-tails.js'
import { judged } from './judged.js'

const at = async (theorem: Theorem, given: Record<string, number>) => baseAt(await compile(theorem),
  new Map(Object.entries(given).map(([name, x]) => [name, scalarValue(x)])), doubles, 1)
const address = { seed: 'tests', theorem: 'single steps', claim: '', draw: 0, phase: 'test' }
const verdictOf = async (theorem: Theorem, claim: string, options = {}) => (await judged(theorem, options)).get(claim)!

test.each([0.1, 0.39, 0.6])('at theta = %s the mean of single steps is the stationary variance and their '
  + 'spread is as stated', async (theta) => {
    const base = await at(minibatchOfOne('0.05', '0.66'), { theta, s: 0.7 })
    const { chunk, variances } = singleSteps(base, [averageOf(base.compiled.measure.get('v')!, base)], address)
    const exact = theta * 0.7 ** 2 / (2 - 3 * theta)
    const [variance] = variances!
    const levels = { alphaRefute: 1e-9, alphaVerify: 1e-6, precision: 0.3 }
    const mean = createMeanCheck({ claimed: exact, support: 'real', tier: 'C', cv2: variance! / exact ** 2, ...levels })
    const spread = createMeanCheck({ claimed: variance!, support: 'nonnegative', tier: 'A', ...levels })
    for (let k = 0; k < 64; k++) {
      mean.update(chunk(k).values)
      spread.update(chunk(k).values.map((x) => (x - exact) ** 2))
    }
    expect(mean.verdict().status).toBe('verified')
    expect(spread.verdict().status).not.toBe('refuted')
})

test('beyond the fourth moment a true claim is verified and one off by half is refuted, at a guarantee that says so',
  async () => {
    const truth = await verdictOf(minibatchOfOne('0.40', '0.60'), 'variance')
    expect(truth.verdict).toBe('verified')
    expect(truth.evidence[0]).toMatchObject({ singleSteps: 4, heavyTailed: 4 })
    expect(truth.evidence[0]!.how).toMatch(/conditional: cv2 <= .* single steps, as fourth moments are infinite/)
    expect((await verdictOf(minibatchOfOne('0.40', '0.60', '3 / 2'), 'variance')).verdict).toBe('refuted')
    expect((await verdictOf(ridge('1.8'), 'loss', { precision: 0.2 })).verdict).toBe('verified')
})

test('where the second moment is infinite there is no verdict at all', async () => {
  const base = await at(minibatchOfOne('0.05', '0.9'), { theta: 0.7, s: 1 })
  expect(() => hasInfiniteFourthMoments(base)).toThrow(/not stable/)
})

const additive = (law: Law): Theorem => ({
  ...minibatchOfOne('0.40', '0.60'),
  symbols: { ...minibatchOfOne('0.40', '0.60').symbols, s: positive('scale') },
  process: recurrence({
    state: { w: scalar }, noise: { x: law },
    step: ['w = (1 - theta) * w + s * x' as 'w = w'],
  }),
  claims: { variance: { then: 'v == 2 * s^2 / (theta * (2 - theta))' } },
}) as unknown as Theorem

test('noise without a fourth moment leaves nothing to sample, and the verdict says why', async () => {
  const { verdict, evidence: [piece] } = await verdictOf(additive(student({ degrees: 4 })), 'variance')
  expect(verdict).toBe('undecided')
  expect(piece!.how).toMatch(/fourth moment infinite at 4 of 4 draws/)
  const base = await at(additive(chiSquare({ degrees: 1 })), { theta: 0.5, s: 1 })
  expect(hasInfiniteFourthMoments(base)).toBe(false)
})
