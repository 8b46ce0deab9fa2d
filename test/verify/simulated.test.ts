/** simulated(): true claims are verified, false ones refuted on fresh samples, and a simulation that fails decides nothing. */
import { expect, test } from 'vitest'
import { soundTheorem } from '../../src/theorem/check.js'
import type { Theorem } from '../../src/theorem/define.js'
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

test('a claim 20 % off is refuted, and its counterexample confirmed on fresh samples', async () => {
  const { verdict, counterexample, evidence: [piece] } = await found(claiming(`${truth} * 6 / 5`))
  expect([verdict, piece!.confirmed]).toEqual(['refuted', true])
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
