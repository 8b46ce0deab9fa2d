/** A way of verifying that costs nothing: the statement of a claim says what becomes of it. */
import { verifyWith } from '../../../src/suite/jobs/verify-with.js'
import type { Verify } from '../../../src/suite/verification.js'
import type { VerifyOptions } from '../../../src/verify/options.js'
import type { ClaimReport, Verdict } from '../../../src/verify/evidence.js'

export const fakeVerify: Verify = async (theorem, options, progress) => {
  const names = Object.keys(theorem.claims).filter((name) => options.claims?.includes(name) ?? true)
  const claims = names.map((name) => fakeClaim(name, String(theorem.claims[name]), options))
  names.forEach((claim, i) => progress({ claim, done: i + 1, total: names.length }))
  await new Promise((resolve) => setTimeout(resolve, 60))
  return { claims, faults: [] }
}

export default verifyWith(fakeVerify)

function fakeClaim(name: string, statement: string, options: VerifyOptions): ClaimReport {
  const verdict = (statement.match(/^(verified|refuted|undecided|invalid)/)?.[0] ?? 'proved') as Verdict
  const counterexample = verdict === 'refuted' ? { parameters: { mu: '1/2' }, left: '1', right: '2', note: '' } : null
  const how = `seed ${options.seed}, alpha ${options.alphaRefute}`
  return {
    name, statement, tex: '', says: null, when: null, expected: 'holds', corrected: null, verdict, replay: null,
    asExpected: verdict === 'proved' || verdict === 'verified', misprints: null, counterexample,
    evidence: [{ kind: 'fake', verdict, how, seconds: 0, counterexample }],
  }
}
