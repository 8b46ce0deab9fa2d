/** What several runs say together. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { failingShare, withAccumulated } from '../../../src/suite/ledger/accumulated.js'
import type { Entry } from '../../../src/suite/ledger/entry.js'
import type { TheoremReport, Verdict } from '../../../src/verify/evidence.js'
import { claimReport, theoremReport } from '../../report/reports.js'

interface Run {
  readonly seed: string
  readonly effort?: number
  readonly precision?: number
  readonly pooled?: number
  readonly draws?: number
  readonly verdict?: Verdict
}

const reportOf = (
  { precision = 0.02, pooled = -3, draws = 20, verdict = 'verified' }: Run,
): TheoremReport => theoremReport({
  claims: [claimReport({ verdict, evidence: [
    { kind: 'moments', verdict: 'proved', how: '', seconds: 0 },
    { kind: 'simulated', verdict, how: '', seconds: 0, draws, samples: 100 * draws, precision, pooled, ledger: {
      pooled: 1e-9,
    } },
  ] })],
})

const entryOf = (run: Run): Entry => ({
  schema: 1, fingerprint: 'f', report: reportOf(run),
  conditions: {
    seed: run.seed, effort: run.effort ?? 1, precision: run.precision ?? 0.02, misprints: true, suiteSize: 2,
  },
})

const claimAfter = (runs: readonly Run[]) => withAccumulated(reportOf(runs.at(-1)!), runs.map(entryOf)).claims[0]!

test('evidence of different seeds adds up', () => {
  const [accumulated] = claimAfter([{ seed: '1', pooled: 2 }, { seed: '2', pooled: 3 }]).accumulated!
  expect(accumulated).toMatchObject({ seeds: 2, logE: 5, samples: 4000 })
})

test('runs of one seed count once, as the one that was asked for most', () => {
  const [accumulated] =
    claimAfter([{ seed: '1', effort: 4, draws: 80, pooled: 1 }, { seed: '1', pooled: 7 }]).accumulated!
  expect(accumulated).toMatchObject({ seeds: 1, logE: 1, samples: 8000 })
})

test('a claim falls when no run refutes it but all together do', () => {
  const nights = Array.from({ length: 3 }, (_, k) => ({ seed: String(k), pooled: 7 }))
  expect(claimAfter(nights.slice(0, 2))).toMatchObject({ verdict: 'verified', asExpected: true })
  expect(claimAfter(nights)).toMatchObject({ verdict: 'refuted', asExpected: false })
})

test('a certificate tightens with every seed, and one of a tighter precision serves the wider one too', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom(0.01, 0.02, 0.05), { minLength: 1, maxLength: 8 }), (precisions) => {
    const runs = precisions.map((precision, k) => ({ seed: String(k), precision }))
    const before = claimAfter(runs).accumulated![0]!.certificates
    expect(before.map(({ draws }) => draws))
      .toEqual(before.map(({ precision }) => 20 * precisions.filter((one) => one <= precision).length))
    const after = claimAfter([...runs, { seed: 'new', precision: before[0]!.precision }]).accumulated![0]!.certificates
    before.forEach(({ failing }, k) => expect(after[k]!.failing).toBeLessThan(failing))
  }))
})

test('a run that did not verify gives no certificate', () => {
  expect(claimAfter([{ seed: '1', verdict: 'undecided' }]).accumulated![0]!.certificates).toEqual([])
})

test('a claim that was only proved has nothing to add up', () => {
  expect(withAccumulated(theoremReport(), []).claims[0]).not.toHaveProperty('accumulated')
})

test('with the stated share of failing parameters all draws come out verified with probability alpha', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 100_000 }), (draws) => {
    const share = failingShare(draws)
    expect(draws * Math.log1p(-share * (1 - 1e-6))).toBeCloseTo(Math.log(1e-6), 5)
  }))
})
