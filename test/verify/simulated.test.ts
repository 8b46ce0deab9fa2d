/**
 * simulated(): true claims are verified, false ones refuted on fresh samples, and a simulation that fails decides
 * nothing.
 */
import { expect, test } from 'vitest'
import { soundTheorem } from '../../src/theorem/check.js'
import type { Theorem } from '../../src/theorem/define.js'
import type { SimulatedPoint } from '../../src/verify/per-draw.js'
import { verifyTheorem } from '../../src/verify/verify-theorem.js'
import { measured, recurrence, simulated, vector, gaussian, centred } from '../../src/index.js'
import { gradientNoise, oneWeight } from '../refuted/twins.js'
import { judged, quick } from './judged.js'

const claiming = (variance: string): Theorem => ({ ...oneWeight, claims: { variance } })
const found = async (theorem: Theorem, options = {}) => (await judged(theorem, options)).get('variance')!
const truth = oneWeight.claims.variance as string

test('a true claim is verified, with its precision, its guarantee and its samples', async () => {
  const { verdict, evidence: [piece] } = await found(oneWeight)
  expect([verdict, piece!.guarantee, piece!.precision]).toEqual(['verified', 'exact', 0.1])
  expect(piece!.samples).toBeGreaterThan(0)
})

test('the record has every draw: claim, estimate and how the evidence grew to what was needed', async () => {
  const { evidence: [piece] } = await found(oneWeight)
  const points = piece!.perDraw as readonly SimulatedPoint[]
  expect(points).toHaveLength(piece!.draws as number)
  expect(points.reduce((sum, { samples }) => sum + samples, 0)).toBe(piece!.samples)
  for (const { claimed, estimate, units, needed, logE, samples, status, precision } of points) {
    expect([status, claimed!.length, estimate!.length, units]).toEqual(['verified', 1, 1, claimed])
    expect([logE.samples.at(-1), logE.samples.every((n, i) => i === 0 || n > logE.samples[i - 1]!)])
      .toEqual([samples, true])
    expect([logE.verify.length, logE.refute.length]).toEqual([logE.samples.length, logE.samples.length])
    // both sides were passed, at looks that need not be the last one
    expect(Math.max(...logE.refute.map(Number))).toBeLessThan(needed.refute)
    expect(Math.abs(estimate![0]! - claimed![0]!)).toBeLessThan(precision * units![0]!)
  }
})

test('a claim 20 % off is refuted, and its counterexample confirmed on fresh samples', async () => {
  const { verdict, counterexample, evidence: [piece] } = await found(claiming(`${truth} * 6 / 5`))
  expect([verdict, piece!.confirmed]).toEqual(['refuted', true])
  const { logE, needed } = (piece!.perDraw as readonly SimulatedPoint[]).at(-1)!
  expect(logE.refute.at(-1)).toBeGreaterThanOrEqual(needed.refute)
  expect(Object.keys(counterexample!.parameters)).toEqual(expect.arrayContaining(['lambda', 'k', 'c']))
})

test('a claim is decided the same way twice', async () => {
  const twice = await Promise.all([found(claiming(`${truth} * 6 / 5`)), found(claiming(`${truth} * 6 / 5`))])
  const [one, two] = twice.map(({ evidence }) => JSON.stringify(evidence, (key, x) => (key === 'seconds' ? 0 : x)))
  expect(one).toBe(two)
})

test('a claim that is no number in its own domain is refuted before sampling', async () => {
  const { verdict, evidence: [piece] } = await found(claiming('v == lambda * c / (k * sqrt(-k))'))
  expect(verdict).not.toBe('verified')
  expect(piece!.samples ?? 0).toBe(0)
})

test('a process that diverges where the theorem says it is stable gives no verdict', async () => {
  const { claims: [claim], faults: [fault] } = await verifyTheorem(
    await soundTheorem({ ...oneWeight, given: { stability: 'lambda * k > 3', most: 'lambda * k < 4' } }), quick)
  expect([claim!.verdict, claim!.asExpected, fault!.claim]).toEqual(['invalid', false, 'variance'])
  expect(fault!.message).toMatch(/not stable/)
})

/** The noise beside the loss L and the mean gradient G at one given state, and the stationary second moment W. */
const beside = (noise: string): Theorem => ({
  ...gradientNoise,
  symbols: { ...gradientNoise.symbols, L: measured.scalar('loss'), G: measured.vector('mean gradient'),
    W: measured.covariance('of weights') },
  process: recurrence({
    state: { w: vector },
    batch: { size: 'S', sample: { x: gaussian({ covariance: 'A' }), eps: centred({ variance: 'sigma^2' }) } },
    step: ["loss = mean((x' * w - eps)^2 / 2)", "g = mean(x * (x' * w - eps))", 'w = w - lambda * g'],
  }),
  measure: { N: 'given(Cov(g), w, v)', L: 'given(E(loss), w, v)', G: 'given(E(g), w, v)', W: 'Cov(w)' },
  claims: { noise },
})

test('several means given one state are simulated together', async () => {
  const verdictOf = async (noise: string) => (await judged(beside(noise))).get('noise')!.verdict
  expect(await verdictOf("S * N == 2 * L * A + A * v * v' * A")).toBe('verified')
  expect(await verdictOf("S * N == 2 * L * A - A * v * v' * A")).toBe('refuted')
})

test('a product of means is not simulated as if it were a mean', async () => {
  await expect(judged(beside("S * N == 2 * L * A + G * G'"))).rejects.toThrow(/affine in N, L, G/)
})

test('means given a state do not mix with stationary ones', async () => {
  await expect(judged(beside("S * N == 2 * L * A + W"))).rejects.toThrow(/simulate them apart/)
})

test('a mean given the state is no covariance: it need not be symmetric', async () => {
  const product = (noise: string): Theorem => ({
    ...gradientNoise,
    symbols: { ...gradientNoise.symbols, N: measured.matrix('of weights and gradient') },
    measure: { N: "given(E(w * g'), w, v)" },
    claims: { noise },
    evidence: { noise: [simulated({ dimension: 2, precision: 0.2 })] },
  })
  const spread = "(A * v * v' * A + (v' * A * v) * A + sigma^2 * A) / S"
  expect((await judged(product(`N == (v - lambda * A * v) * v' * A - lambda * ${spread}`))).get('noise')!.verdict)
    .toBe('verified')
  expect((await judged(product(`N == (v - lambda * A * v) * v' * A + lambda * ${spread}`))).get('noise')!.verdict)
    .toBe('refuted')
})

test('a claimed variance of zero is not verified by looking at nothing', async () => {
  expect((await found(claiming('v == 0 * lambda'))).verdict).not.toBe('verified')
})
