/** The home of a theorem that is split, as a file holds it: believed where each field is of the form it is read in. */
import { verdictOf, isAsExpected } from '../../verify/verdict.js'
import type { ClaimReport, TheoremReport } from '../../verify/evidence.js'
import type { OpenEvidence } from '../../verify/verify-home.js'
import { type Form, having, isCount, isObject, isText, listOf, mapOf, oneOf, optional, orNull } from '../forms.js'
import type { Home } from './part.js'

const isSeconds: Form = (x) => Number.isFinite(x) && (x as number) >= 0
const isShareOfOne: Form = (x) => Number.isFinite(x) && (x as number) > 0 && (x as number) < 1
const maybe = (form: Form): Form => optional(orNull(form))

const verdict = oneOf('proved', 'verified', 'refuted', 'undecided', 'invalid')
const counterexample =
  having({ parameters: mapOf(isText), left: maybe(isText), right: maybe(isText), note: isText })
const evidence = having({
  kind: isText, verdict, how: isText, seconds: isSeconds, counterexample: maybe(counterexample),
  restsOn: maybe(having({ theorem: isText, claim: isText })),
})
const teeth = having({
  total: isCount, killed: isCount, equivalent: isCount, survivors: listOf(isText), by: mapOf(isCount),
  tried: mapOf(isCount),
})
const claim = having({
  name: isText, statement: isText, tex: isText, says: maybe(isText), when: maybe(isText),
  conditions: having({ when: maybe(isText), limit: maybe(isText) }), expected: oneOf('holds', 'refuted'),
  corrected: maybe(isText), verdict, asExpected: oneOf(true, false), evidence: listOf(evidence),
  misprints: maybe(teeth), counterexample: maybe(counterexample), replay: maybe(isText),
})
const algorithm = having({
  total: isCount, killed: isCount, equivalent: isCount, alsoTrue: listOf(isText), survivors: listOf(isText),
})
const strata = having({ hit: isCount, of: isCount })
const coverage = having({
  draws: isCount, dimensions: listOf(isCount), symbols: mapOf(strata), pairs: strata, corners: mapOf(isCount),
  edges: maybe(mapOf(Number.isFinite)),
})
const theorem = having({
  id: isText, file: isText, title: isText, source: having({ key: isText, at: isText, url: isText }),
  stated: maybe(isObject), claims: listOf(claim), algorithm: maybe(algorithm), coverage: maybe(coverage),
  seconds: isSeconds,
})
const openEvidence = having({
  claim: isText, place: isCount, draws: listOf(having({ key: isText, dimension: isCount })),
  levels: having({ precision: isShareOfOne, alphaVerify: isShareOfOne, alphaRefute: isShareOfOne }),
  ledger: having({
    id: isText, draws: isCount, alpha: isShareOfOne, perDraw: isShareOfOne, pooled: isShareOfOne, confirm: isShareOfOne,
  }),
})
const home = having({ report: maybe(theorem), open: listOf(openEvidence) })

/** Is this what a home leaves of a theorem, and does it agree with itself? */
export const isHomeOf = (id: string, value: unknown): value is Home =>
  home(value) && (value as Home).open.every((one) => fits(one, (value as Home).report))
  && ((value as Home).report === null || agrees(id, (value as Home).report!))

/** A report says of each claim once what its evidence says. */
const agrees = (id: string, report: TheoremReport): boolean =>
  report.id === id && report.claims.length > 0
  && new Set(report.claims.map(({ name }) => name)).size === report.claims.length
  && report.claims.every(({ verdict: own, asExpected, evidence: all, expected, misprints }) =>
    own === verdictOf(all) && asExpected === isAsExpected(own, expected, misprints))

/** What is open stands as verified in the report, and its decisions are those of its claim and levels. */
function fits({ claim: name, place, levels, ledger, draws }: OpenEvidence, report: TheoremReport | null): boolean {
  const { precision, alphaVerify, alphaRefute } = levels
  const own = report?.claims.find((one: ClaimReport) => one.name === name)?.evidence[place]
  return own?.kind === 'simulated' && own.verdict === 'verified' && ledger.id === name
    && ledger.draws === draws.length && ledger.perDraw === alphaRefute
    && draws.every(({ key, dimension }, k) => key.startsWith(
      `${JSON.stringify([name, dimension, k, 'search', precision, alphaVerify, alphaRefute]).slice(0, -1)},`))
}
