/** Teeth add up: every misprint is killed, equivalent or named as a survivor, and blunt evidence leaves survivors. */
import { expect, test } from 'vitest'
import type { Theorem } from '../../src/theorem/define.js'
import {
  agrees, between, defineTheorem, gaussian, measured, recurrence, scalar, standardNormal,
} from '../../src/index.js'
import { limit, moments } from '../../src/theorem/support.js'
import { heavyBall, plain } from '../refuted/twins.js'
import { judged } from './judged.js'

const teeth = async (theorem: Theorem, claim: string) => {
  const report = (await judged(theorem, { misprints: true, claims: [claim] })).get(claim)!
  return { report, ...report.misprints! }
}

test('moments kill every misprint of a closed form that is not the same formula', async () => {
  const { total, killed, equivalent, survivors, by, report } = await teeth(heavyBall, 'closedForm')
  expect(killed + equivalent + survivors.length).toBe(total)
  expect([survivors, by, report.asExpected]).toEqual([[], { moments: killed }, true])
  expect(killed).toBeGreaterThanOrEqual(12)
})

test('a limit alone leaves misprints that vanish in it, and they keep the claim from being as expected', async () => {
  const { survivors, report } = await teeth(heavyBall, 'reduction')
  expect(report.verdict).toBe('proved')
  expect(survivors.length).toBeGreaterThan(0)
  expect(report.asExpected).toBe(false)
})

test('what one method leaves another kills', async () => {
  const both = {
    ...heavyBall, evidence: { ...heavyBall.evidence, reduction: [limit({ mu: 0 }, plain, 'closedForm'), moments()] },
  }
  const { survivors, by } = await teeth(both as Theorem, 'reduction')
  expect(survivors).toEqual([])
  expect(by.moments!).toBeGreaterThan(by.limit!)
})

test('a claim that is expected to fail has no misprints', async () => {
  const wrong = {
    ...plain, claims: { lag: { then: 'Past == Sigma', expected: 'refuted' } }, evidence: { lag: plain.evidence.lag },
  }
  const report = (await judged(wrong as Theorem, { misprints: true })).get('lag')!
  expect([report.misprints, report.asExpected]).toEqual([null, true])
})

test('a misprint that holds whatever is measured is no survivor', async () => {
  const units = defineTheorem({
    id: 'teeth/units', title: 'Exits in two units', source: plain.source,
    symbols: {
      s: between(0.5, 2, 'deviation'), t: between(0.5, 2, 'time of s steps'),
      N: measured.scalar('steps at any deviation'), Q: measured.scalar('steps at unit deviation'),
    },
    where: { lambda: 't / s' },
    process: recurrence({
      state: { w: scalar, v: scalar }, noise: { eta: gaussian({ variance: 's^2' }), xi: standardNormal },
      step: ['w = w / 2 + eta', 'v = v / 2 + xi'],
    }),
    measure: { N: 'exit(w, 0, -s, s)', Q: 'exit(v, 0, -1, 1)' },
    claims: { time: 'lambda * N == t * Q / s' },
    evidence: { time: [agrees()] },
  }) as Theorem
  const { survivors, total, killed, equivalent, report } = await teeth(units, 'time')
  expect([report.verdict, survivors, equivalent]).toEqual(['verified', [], 2])
  expect(killed).toBe(total - 2)
})
