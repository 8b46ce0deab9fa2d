/** Short runs have the stationary means, the variances they say, and bite, also where fourth moments are infinite. */
import { expect, test } from 'vitest'
import { between, chiSquare, gaussian, positive, recurrence, scalar, student } from '../../src/index.js'
import type { Law } from '../../src/process/laws/law.js'
import type { Theorem } from '../../src/index.js'
import { potentialOf } from '../../src/process/moments/potential.js'
import { corrected, runCovariances } from '../../src/process/moments/run-covariances.js'
import { doubles } from '../../src/theorem/doubles.js'
import { compile } from '../../src/theorem/compile.js'
import { createMeanCheck } from '../../src/statistics/mean-check.js'
import { scalarValue } from '../../src/symbolic/value.js'
import { baseAt } from '../../src/verify/algebra.js'
import { hasInfiniteFourthMoments } from '../../src/verify/infinite-moments.js'
import { averageOf } from '../../src/verify/observed.js'
import { shortRuns } from '../../src/verify/short-runs.js'
import { minibatchOfOne, ridge } from './heavy-tails.js'
import '../rounding.js'
import { judged } from './judged.js'

const at = async (theorem: Theorem, given: Record<string, number>) => baseAt(await compile(theorem),
  new Map(Object.entries(given).map(([name, x]) => [name, scalarValue(x)])), doubles, 1)
const address = { seed: 'tests', theorem: 'short runs', claim: '', draw: 0, phase: 'test' }
const verdictOf = async (theorem: Theorem, claim: string, options = {}) => (await judged(theorem, options)).get(claim)!

// fine precision asks for long runs unless fourth moments grow along them, coarse precision for few steps
test.each([0.1, 0.39, 0.6].flatMap((theta) => [1e-5, 10].map((precision) => [theta, precision] as const)))(
  'at theta = %s, made for the precision %s, runs have the stationary variance, and their spread is as stated',
  async (theta, precision) => {
    const base = await at(minibatchOfOne('0.05', '0.66'), { theta, s: 0.7 })
    const { chunk, variances, design } = shortRuns(base, [averageOf(base.compiled.measure.get('v')!, base)], address,
      { precision, alphaVerify: 1e-6 })
    const isLong = precision < 1 && theta < 0.5
    expect(design).toBe(isLong ? 'short runs with their potential' : 'one step with its potential')
    const exact = theta * 0.7 ** 2 / (2 - 3 * theta)
    const [variance] = variances!
    const levels = { alphaRefute: 1e-9, alphaVerify: 1e-6, precision: 0.3 }
    const mean = createMeanCheck({ claimed: exact, support: 'real', tier: 'C', cv2: variance! / exact ** 2, ...levels })
    const spread = createMeanCheck({ claimed: variance!, support: 'nonnegative', tier: 'A', ...levels })
    for (let k = 0; k < 64; k++) {
      mean.update(chunk(k).values)
      spread.update(chunk(k).values.map((x) => (x - exact) ** 2))
    }
    expect(spread.verdict().status).not.toBe('refuted')
    expect(mean.verdict().status).not.toBe('refuted')
    if (isLong) expect(mean.verdict().status).toBe('verified')
})

const walk = (): Theorem => additive(gaussian({ variance: '1' }))

test('a run of k steps of a Gaussian walk varies as its martingale does, in closed form, and 1 / k as much as one step',
  async () => {
    const [theta, s] = [0.3, 1.7]
    const base = await at(walk(), { theta, s })
    const chain = base.chain()
    const [state] = chain.states as [number]
    const h = chain.space.polynomials.monomial(chain.space.atoms.product(state, state))
    const stationary = (m: number): number => (m === 0 ? 1 : chain.moments([m]).get(m)!)
    const all = [corrected(h, potentialOf(chain, h), chain)]
    const [rho, v] = [1 - theta, s ** 2 / (1 - (1 - theta) ** 2)]
    const one = (4 * rho ** 2 * v * s ** 2 + 2 * s ** 4) / (1 - rho ** 2) ** 2
    for (const [i, [[found]]] of runCovariances(chain, all, stationary, [1, 5, 64]).entries() as
      Iterable<[number, [[number]]]>) expect(found).toAgreeWith(one / [1, 5, 64][i]!)
})

test('beyond the edge of stability moment equations still have a solution, and no run is made up from it', async () => {
  const unstable = { ...walk(), symbols: { ...walk().symbols, theta: between(2.1, 2.4, 'rate') } } as Theorem
  const averaged = { ...unstable, measure: { v: 'E(w^2)' } } as unknown as Theorem
  await expect(verdictOf(averaged, 'variance')).rejects.toThrow(/not stable/)
})

test('beyond the fourth moment a true claim is verified and one off by half is refuted, at a guarantee that says so',
  async () => {
    const truth = await verdictOf(minibatchOfOne('0.40', '0.60'), 'variance')
    expect(truth.verdict).toBe('verified')
    expect(truth.evidence[0]).toMatchObject({ singleSteps: 4, heavyTailed: 4 })
    expect(truth.evidence[0]!.how).toMatch(/conditional: cv2 <= .* short runs, as fourth moments are infinite/)
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
