/** Records for tests of the book: the real statements of the suite with made-up verdicts, and one rich theorem. */
import type { SuiteReport } from '../../../src/suite/events.js'
import { latexStatement } from '../../../src/symbolic/latex.js'
import { compile } from '../../../src/theorem/compile.js'
import type { Theorem } from '../../../src/theorem/define.js'
import { texNames, typesetConditions, typesetTheorem } from '../../../src/theorem/typeset.js'
import type { Evidence, TheoremReport } from '../../../src/verify/evidence.js'
import { claimReport, refuted, suiteReport, theoremReport } from '../reports.js'

const modules = import.meta.glob<{ default: Theorem }>(
  ['../../../theorems/**/*.ts', '!**/sources.ts'], { eager: true })

/** Every theorem of the suite as it is stated, as if each claim had come out as expected. */
export async function suiteRecord(): Promise<SuiteReport> {
  return suiteReport(await Promise.all(Object.values(modules).map(({ default: theorem }) => reportOf(theorem))))
}

async function reportOf(theorem: Theorem): Promise<TheoremReport> {
  const compiled = await compile(theorem)
  const names = texNames(compiled)
  const { id, title, source: { key, at, url } } = theorem
  const claims = [...compiled.claims.values()].map((claim) => claimReport({
    name: claim.name, statement: claim.text, tex: latexStatement(claim.states, names), says: claim.says,
    when: claim.whenText,
    conditions: typesetConditions(claim, names), expected: claim.expected, corrected: claim.corrected,
    verdict: claim.expected === 'refuted' ? 'refuted' : 'proved',
  }))
  return theoremReport({
    id, file: `theorems/${id}.ts`, title, source: { key, at, url }, stated: typesetTheorem(compiled), claims,
  })
}

export const simulated: Evidence = {
  kind: 'simulated', verdict: 'verified', how: 'within 2 % at 2 draws', seconds: 1, samples: 5000,
  power: { detectable: 0.01 },
  perDraw: [1, 2].map((dimension) => ({
    dimension, status: 'verified', samples: 4000, claimed: [2], estimate: [2.01], standardError: [0.02], units: [2],
    precision: 0.02,
    needed: { verify: 13.8, refute: 22 }, logE: { samples: [1000, 4000], verify: [3, 14], refute: [-0.5, null] },
  })),
}

export const agreed: Evidence = {
  kind: 'agrees', verdict: 'verified', how: 'both sides agree', seconds: 1,
  perDraw: [
    { left: [1], right: [1], distance: 0, error: 1e-12 }, { left: [2], right: [2], distance: 3e-13, error: 1e-12 },
  ],
}

/** A record with something in every section of a page. */
export const richRecord: SuiteReport = suiteReport([theoremReport({
  claims: [
    claimReport({
      evidence: [simulated, agreed, { kind: 'limit', verdict: 'proved', how: 'reduces', seconds: 0, restsOn: {
        theorem: 'b/other', claim: 'closedForm',
      } }],
      accumulated: [
        { seeds: 3, samples: 15000, logE: 1, needed: 20, certificates: [{ precision: 0.02, draws: 6, failing: 0.1 }] },
      ],
      misprints: { total: 9, killed: 7, equivalent: 1, survivors: ['2 * C read as C'], by: {}, tried: {} },
    }),
    { ...refuted, corrected: 'closedForm' },
  ],
  coverage: {
    draws: 4, dimensions: [1, 2], symbols: { mu: { hit: 2, of: 3, from: 0.1, to: 0.9, at: [0, 0.4, 1] } },
    pairs: { hit: 1, of: 9 }, corners: {},
  },
  algorithm: { total: 5, killed: 3, equivalent: 1, alsoTrue: [], survivors: ['a batch of one more'] },
}), theoremReport({ id: 'b/other', title: 'Another', claims: [claimReport()] })], [
  { file: 'theorems/ill.ts', claim: null, code: 'NO_DEFAULT_EXPORT', message: 'exports no theorem' },
])
