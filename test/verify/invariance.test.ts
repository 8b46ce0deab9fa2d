/** Starting at the exact law: fewer steps for the same error, no faith in the law that is started from. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cholesky, multiply, transpose } from '../../src/numeric/matrix.js'
import { doubles } from '../../src/theorem/doubles.js'
import { compile } from '../../src/theorem/compile.js'
import type { Theorem } from '../../src/theorem/define.js'
import { scalarValue } from '../../src/symbolic/value.js'
import { baseAt } from '../../src/verify/algebra.js'
import { invarianceChecker, relativeDistance } from '../../src/verify/checkers/invariant.js'
import { invarianceOf, isCheaper, type Invariance } from '../../src/verify/invariance.js'
import { averageOf, centred } from '../../src/verify/observed.js'
import { stationaryRecording } from '../../src/verify/stationary-recording.js'
import '../rounding.js'
import { momentumByHand, oneWeight } from '../refuted/twins.js'
import { judged } from './judged.js'

const at = async (theorem: Theorem, given: Record<string, number>) => baseAt(await compile(theorem),
  new Map(Object.entries(given).map(([name, x]) => [name, scalarValue(x)])), doubles, 1)
const levels = { precision: 0.1, alphaVerify: 1e-6, alphaRefute: 1e-9 }
const address = (what: string) => ({ seed: 'tests', theorem: 'invariance', claim: what, draw: 0, phase: 'test' })

test('of one weight the contraction over k steps is (1 - lambda k)^(2 k), and the covariance is the closed form',
  async () => {
    const [lambda, k, c] = [0.2, 0.7, 3]
    const { covariance, steps, contraction } = invarianceOf(await at(oneWeight, { lambda, k, c }))!
    expect(covariance[0]![0]!).toAgreeWith(lambda * c / (k * (2 - lambda * k)))
    expect(contraction).toAgreeWith((1 - lambda * k) ** (2 * steps))
})

test('with momentum no error of any covariance is kept by more than the contraction says', async () => {
  const base = await at(momentumByHand, { lambda: 0.5, mu: 0.6, k: 1, c: 1 })
  const { factor, steps, contraction } = invarianceOf(base)!
  const chain = base.chain()
  const step = chain.states.map((a) => chain.states.map((b) => chain.next(a).get(b) ?? 0))
  const power = Array.from({ length: steps - 1 }).reduce<number[][]>((m) => multiply(m, step), step)
  const covariance = multiply(factor, transpose(factor))
  const plus = (e: number[][]): number[][] => covariance.map((row, i) => row.map((x, j) => x + e[i]![j]!))
  const entry = fc.double({ min: -0.3, max: 0.3, noNaN: true })
  fc.assert(fc.property(entry, entry, entry, (a, b, d) => {
    const error = [[a, b], [b, d]]
    const later = multiply(multiply(power, error), transpose(power))
    return relativeDistance(plus(later), covariance) <= contraction * relativeDistance(plus(error), covariance) + 1e-9
  }))
})

/** A plan whose law is wrong by a factor, as a mistaken algebra would give it. */
const mistaken = (plan: Invariance, by: number): Invariance =>
  ({ ...plan, covariance: plan.covariance.map((row) => row.map((x) => x * by)),
    factor: cholesky(plan.covariance.map((row) => row.map((x) => x * by))) })

const decided = (plan: Invariance, base: Awaited<ReturnType<typeof at>>, claimed: number, away: number) => {
  const x = averageOf(base.compiled.measure.get('v')!, base)
  const weight = centred({ kind: 'symbol', name: 'x' }, base)
  expect(x.means.size).toBe(0)
  const stationary = stationaryRecording(plan, weight, base, (what, make) => make(address(what)))
  const checker = invarianceChecker(stationary, scalarValue(claimed), away, levels)
  for (let k = 0; k * stationary.recording.replicasPerChunk < checker.budget; k++) {
    if (checker.update(stationary.recording.chunk(k)) !== 'running') break
  }
  return checker.verdict()
}

test('a law that the moment equations get wrong is not verified, '
  + 'though replicas start from it and the claim repeats it', async () => {
    const base = await at(oneWeight, { lambda: 0.2, k: 0.7, c: 3 })
    const plan = invarianceOf(base)!
    const exact = plan.covariance[0]![0]!
    expect(decided(plan, base, exact, 0).status).toBe('verified')
    for (const by of [1.2, 0.8]) expect(decided(mistaken(plan, by), base, by * exact, 0).status).not.toBe('verified')
})

test('a claim off by half is refuted by samples of the exact law, '
  + 'and one off by more than the precision never verified', async () => {
    const base = await at(momentumByHand, { lambda: 0.5, mu: 0.6, k: 1, c: 1 })
    const plan = invarianceOf(base)!
    const exact = plan.covariance[1]![1]!
    expect(decided(plan, base, 1.5 * exact, relativeDistance([[exact]], [[1.5 * exact]])).status).toBe('refuted')
    expect(decided(plan, base, exact / 1.11, relativeDistance([[1.11]], [[1]])).status).not.toBe('verified')
})

test('where a state is forgotten at once there is nothing to save', async () => {
  const quick = invarianceOf(await at(oneWeight, { lambda: 1, k: 1, c: 1 }))!
  const slow = invarianceOf(await at(oneWeight, { lambda: 0.01, k: 1, c: 1 }))!
  expect(isCheaper(quick, 1, 0.02, 1e-6)).toBe(false)
  expect(isCheaper(slow, 1, 0.02, 1e-6)).toBe(true)
})

test('the record says what the samples were and how biased they can be', async () => {
  const { evidence: [piece] } = (await judged(oneWeight)).get('variance')!
  const { design, bias } = piece as unknown as { design: string[]; bias: { value: number } }
  expect(design.every((one) => one === 'invariance' || one === 'endpoints')).toBe(true)
  expect(bias.value).toBeLessThanOrEqual(0.1 / 100)
})
