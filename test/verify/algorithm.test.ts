/** A theorem whose process is plain TypeScript: simulated after a measured burn-in, with no algebra reading. */
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  algorithm, between, defineTheorem, measured, moments, positive, scalar, simulated, vector, work,
  type Random, type Theorem,
} from '../../src/index.js'
import { StatementError } from '../../src/symbolic/errors.js'
import { loadParser } from '../../src/symbolic/parse.js'
import { checkTheorem } from '../../src/theorem/check.js'
import { derive } from '../../src/verify/derive.js'
import { isFalseAtMeans } from '../../src/verify/linearised.js'
import { settled } from '../../src/verify/settling.js'
import { compile, compileClaim } from '../../src/theorem/compile.js'
import { caseOf } from '../../src/verify/case.js'
import { drawsFor } from '../../src/verify/simulate.js'
import { judged, quick, verdicts } from './judged.js'

beforeAll(loadParser)

const source = work({
  key: 'code', authors: ['nobody'], title: 'Code', venue: 'nowhere', year: 2026, url: 'https://example.org',
}).at('page 1')
const about = { id: 'code/example', title: 'An example', source } as const
const small = simulated({ dimension: 1, precision: 0.3 })

/** x <- a x + b + noise, as code that may be wrong. */
const autoregression = (step: (state: { x: number }, p: { a: number; b: number }, random: Random) => void): Theorem =>
  defineTheorem({
    ...about,
    symbols: {
      a: between(0, 0.5, 'memory'), b: positive('drift'), m: measured.scalar('mean'), v: measured.scalar('variance'),
    },
    process: algorithm({ state: { x: scalar }, parameters: { a: scalar, b: scalar }, step, burnIn: () => 8 }),
    measure: { m: 'E(x)', v: 'Cov(x)' },
    claims: { mean: 'm == b / (1 - a)', variance: 'v == 1 / (1 - a^2)' },
    evidence: { mean: [small], variance: [small] },
  })
const right = autoregression((state, { a, b }, random) => { state.x = a * state.x + b + random.normal() })

describe('an algorithm in plain TypeScript', () => {
  test('is verified where it does what the claims say: its mean, and its variance around a mean nobody knows',
    async () => {
      expect(await verdicts(right)).toEqual({ mean: 'verified', variance: 'verified' })
  })

  test('is refuted where its noise is another, while its mean stands', async () => {
    const uniform =
      autoregression((state, { a, b }, random) => { state.x = a * state.x + b + 2 * random.uniform() - 1 })
    expect(await verdicts(uniform)).toEqual({ mean: 'verified', variance: 'refuted' })
  })

  test('tells a product of means that is false from one that is true', async () => {
    const at = caseOf(await compile(right), quick)
    const saying = (then: string) => ({ claim: compileClaim('mean', then), where: [], change: 'planted' })
    const [draw] = await drawsFor(saying('m == b'), small, 1, at)
    expect(isFalseAtMeans(saying('m^2 * v == b^2 / (1 - a)^2 / (1 - a^2)'), draw!, 1e-6, at)).toBe(false)
    expect(isFalseAtMeans(saying('m^2 * v == b^2 / (1 - a)^2 / (1 + a^2)^2 * 2'), draw!, 1e-6, at)).toBe(true)
  })

  test('is looked at even where a claim leaves no room for chance', async () => {
    const still = { ...right, claims: { ...right.claims, variance: 'v == 0 * a' } }
    expect((await verdicts(still)).variance).toBe('refuted')
  })

  test('draws what all replicas share once for each draw of the parameters', async () => {
    const shared = defineTheorem({
      ...about,
      symbols: { a: positive('a number'), m: measured.scalar('mean') },
      process: algorithm({
        state: { x: scalar },
        data: (_, random) => Float64Array.of(random.normal(), random.normal()),
        step: (state, _, __, data) => { state.x = data[0]! },
      }),
      measure: { m: 'E(x)' },
      claims: { mean: 'm == a' },
      evidence: { mean: [small] },
    })
    const at = caseOf(await compile(shared), quick)
    const variant = { claim: at.compiled.claims.get('mean')!, where: [], change: '' }
    const seen =
      (await drawsFor(variant, small, 3, at)).map((draw) => new Set(draw.averages().recording.chunk(0).values))
    expect(seen.map(({ size }) => size)).toEqual([1, 1, 1])
    expect(new Set(seen.flatMap((values) => [...values])).size).toBe(3)
  })

  test('has no moments to prove anything with, and says so', async () => {
    const proved = {
      ...right, evidence: { mean: [moments({ dimensions: [1] })], variance: [moments({ dimensions: [1] })] },
    }
    await expect(judged(proved)).rejects.toThrow('no exact moments')
    await expect(derive(right)).rejects.toThrow('no exact moments')
  })

  test.each([
    ['takes its chance from elsewhere', autoregression((state) => { state.x = Math.random() }),
      'the same seed gave other numbers'],
    ['leaves the numbers', autoregression((state) => { state.x = state.x / 0 }), 'no number'],
  ])('that %s gets no verdict', async (_, theorem, sentence) => {
    await expect(judged(theorem)).rejects.toThrow(sentence)
  })

  test.each([
    ['an unknown parameter', { lambda: scalar }, '"lambda" is not a symbol'],
    ['a parameter of another shape', { a: vector }, '"a" is declared as vector and is a scalar'],
  ])('with %s is ill-stated', async (_, parameters, sentence) => {
    const { faults } = await checkTheorem({ ...right, process: { ...right.process, parameters } })
    expect(faults.map(({ message }) => message).join()).toContain(sentence)
  })
})

/** Variance of the average of n steps of a stationary sequence with correlations rho^k. */
const varianceOfAverage = (rho: number, n: number): number =>
  (1 + rho) / (1 - rho) / n - 2 * rho * (1 - rho ** n) / ((1 - rho) * n) ** 2

/**
 * Replicas whose averages follow E x(t) = 1 - size rho^t, with fluctuations that are forgotten as fast as the start.
 */
const leftOf = (rho: number, size: number, burnIn: number, steps: number): number =>
  size * rho ** burnIn * (1 - rho ** steps) / (1 - rho) / steps
const transient = (rho: number, size: number) => ({
  average: (burnIn: number, steps: number) => {
    const noise = (r: number): number =>
      0.5 * Math.SQRT2 * Math.sqrt(varianceOfAverage(rho, steps)) * Math.cos(2 * Math.PI * (steps % 3 + 1) * r / 64)
    return {
      replicas: 64, nonFinite: 0,
      values: Float64Array.from({ length: 64 }, (_, r) => 1 - leftOf(rho, size, burnIn, steps) + noise(r)),
    }
  },
  unitsOf: () => [1],
})

describe('the measured burn-in', () => {
  test('leaves no more bias than it says', () => {
    fc.assert(fc.property(fc.double({ min: 0.1, max: 0.999, noNaN: true }),
      fc.double({ min: 0.1, max: 10, noNaN: true }), (rho, size) => {
        const { burnIn, steps, bias } = settled(transient(rho, size), 64)
        expect(leftOf(rho, size, burnIn, steps)).toBeLessThan(bias)
    }))
  })

  test('is longer for a process that forgets more slowly', () => {
    const lengths = [0.5, 0.9, 0.99, 0.999].map((rho) => settled(transient(rho, 1), 64).burnIn)
    expect(lengths).toEqual([...lengths].sort((a, b) => a - b))
    expect(lengths[3]).toBeGreaterThan(8 * lengths[1]!)
  })

  test('is given up where averages never come to rest', () => {
    const drifting = {
      average: (burnIn: number, steps: number) =>
        ({ replicas: 2, nonFinite: 0, values: Float64Array.of(burnIn + steps / 2, burnIn + steps / 2) }),
      unitsOf: () => [1],
    }
    expect(() => settled(drifting, 64)).toThrow(StatementError)
  })
})
