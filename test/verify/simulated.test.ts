/** simulated(): true claims are verified, false ones refuted on fresh samples, and a simulation that fails decides nothing. */
import { expect, test } from 'vitest'
import { soundTheorem } from '../../src/theorem/check.js'
import type { Theorem } from '../../src/theorem/define.js'
import type { SimulatedPoint } from '../../src/verify/per-draw.js'
import { verifyTheorem } from '../../src/verify/verify-theorem.js'
import { oneWeight } from '../refuted/twins.js'
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
    expect([logE.samples.at(-1), logE.samples.every((n, i) => i === 0 || n > logE.samples[i - 1]!)]).toEqual([samples, true])
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
  const [one, two] = twice.map(({ evidence: [{ seconds: _, ...piece } = { seconds: 0 }] }) => piece)
  expect(one).toEqual(two)
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
