/** A theorem at its home and draws that others decide give the report of one verification, or say that they do not. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { soundTheorem } from '../../src/theorem/check.js'
import type { Theorem } from '../../src/theorem/define.js'
import { closed } from '../../src/verify/close-open.js'
import type { Decided } from '../../src/verify/decided.js'
import { decideDraws } from '../../src/verify/decide-draws.js'
import type { TheoremReport } from '../../src/verify/evidence.js'
import { DRAWS_FOR_MISPRINTS } from '../../src/verify/simulation-levels.js'
import { verifyHome } from '../../src/verify/verify-home.js'
import { type Verification, verifyTheorem } from '../../src/verify/verify-theorem.js'
import { oneWeight } from '../refuted/twins.js'
import { quick } from './judged.js'

const DRAWS = 8
const options = { ...quick, effort: DRAWS / 20, misprints: true, precision: 0.2 }
const truth = oneWeight.claims.variance as string
const theorem: Theorem = await soundTheorem({
  ...oneWeight,
  claims: { variance: truth, wrong: { then: `${truth} * 6 / 5`, expected: 'refuted', corrected: 'variance' } },
  evidence: { variance: oneWeight.evidence.variance!, wrong: oneWeight.evidence.variance! },
} as Theorem)

const steady = (value: unknown): string => JSON.stringify(value, (key, one) => (key === 'seconds' ? 0 : one))
const reportOf = ({ claims, algorithm = null }: Verification): TheoremReport =>
  ({ id: '', file: '', title: '', source: { key: '', at: '', url: '' }, claims, algorithm, seconds: 0 })
const numbers = Array.from({ length: DRAWS }, (_, k) => k)

const whole = reportOf(await verifyTheorem(theorem, options))
const later = await decideDraws(theorem, options, numbers.slice(DRAWS_FOR_MISPRINTS))
const home = await verifyHome(theorem, options, (draw) => draw < DRAWS_FOR_MISPRINTS)
const all = new Map([...home.decisions, ...later])

test('whichever of the later draws are decided at home, the report is that of the whole bit for bit', async () => {
  await fc.assert(fc.asyncProperty(fc.subarray(numbers.slice(DRAWS_FOR_MISPRINTS)), async (kept) => {
    const { open, decisions, ...found } =
      await verifyHome(theorem, options, (draw) => draw < DRAWS_FOR_MISPRINTS || kept.includes(draw))
    const theirs = [...later].filter(([key]) => !kept.includes((JSON.parse(key) as unknown[])[2] as number))
    expect(steady(closed(reportOf(found), open, new Map([...decisions, ...theirs])))).toBe(steady(whole))
    expect(open.map(({ claim }) => claim)).toEqual(kept.length < DRAWS - DRAWS_FOR_MISPRINTS ? ['variance'] : [])
  }), { numRuns: 3 })
}, 60_000)

const running = (one: Decided): Decided => ({ ...one, check: { ...one.check, status: 'running' } })
const withFirstLater = (change: (one: Decided) => Decided): Map<string, Decided> => {
  const key = home.open[0]!.draws[DRAWS_FOR_MISPRINTS]!.key
  return new Map([...all].map(([name, one]) => [name, name === key ? change(one) : one]))
}

test('a draw that stays undecided leaves the claim undecided, as one verification with it does', async () => {
  const plain = { ...options, misprints: false }
  const { open, decisions: _, ...found } = await verifyHome(theorem, plain, (draw) => draw < DRAWS_FOR_MISPRINTS)
  const decisions = withFirstLater(running)
  const report = closed(reportOf(found), open, decisions)
  expect(report!.claims[0]!.verdict).toBe('undecided')
  expect(steady(report)).toBe(steady(reportOf(await verifyTheorem(theorem, { ...plain, decisions }))))
}, 60_000)

test('nothing is said where a draw is missing or refutes, or where what misprints were tried on is not green', () => {
  const report = reportOf(home)
  const refuting = withFirstLater((one) => ({ ...one, check: { ...one.check, status: 'refuted' } }))
  expect(closed(report, home.open, home.decisions)).toBeNull()
  expect(closed(report, home.open, refuting)).toBeNull()
  expect(closed(report, home.open, withFirstLater(running))).toBeNull()
  expect(closed(report, home.open, all)).not.toBeNull()
})
