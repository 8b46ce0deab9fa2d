/**
 * The run as SARIF 2.1.0 (OASIS 2020), which code-scanning pages read: one result per claim that did not come out and
 * per fault, at its line, with a fingerprint that survives edits above it.
 */
import { failures, failureLines, type Failure } from './failure-text.js'
import { standingOf } from '../suite/summary.js'
import type { RunReport, StatementFault } from '../verify/evidence.js'
import { claimLineIn } from './module-keys.js'
import type { Reporter } from './reporter.js'
import { writeWhole } from './write-whole.js'

export const sarifReporter = (file: string): Reporter =>
  ({ onRunEnd: (report) => writeWhole(file, `${JSON.stringify(sarif(report), null, 2)}\n`) })

const rules = {
  refuted: 'A claim that should hold is refuted.',
  survivor: 'A plausible misprint of a claim would have come out the same.',
  'not-refuted': 'A claim that was expected to be refuted was not.',
  undecided: 'A claim was not decided within the effort.',
  invalid: 'A claim could not be computed.',
  'ill-stated': 'A module or a claim is ill-stated.',
} as const
type Rule = keyof typeof rules

/** The whole log. */
export function sarif(report: Pick<RunReport, 'theorems' | 'errors' | 'engine'>) {
  const driver = {
    name: 'assay', semanticVersion: report.engine.version,
    rules: Object.entries(rules).map(([id, text]) => ({ id, shortDescription: { text } })),
  }
  const results = [...report.errors.map(faultResult), ...failures(report).map(failureResult)]
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [{ tool: { driver }, results }],
  } as const
}

function failureResult(failure: Failure) {
  const { theorem: { file, id }, claim } = failure
  const line = claimLineIn(file, claim.name)
  const level = standingOf(claim) === 'contrary' ? 'error' : 'warning'
  return result(ruleOf(failure), level, failureLines(failure, line).join('\n'), {
    file, line, name: `${id}/${claim.name}`,
  })
}

const faultResult = ({ file, claim, code, message }: StatementFault) =>
  result('ill-stated', 'error', `${message} [${code}]`, {
    file, line: claimLineIn(file, claim), name: `${file}/${claim ?? ''}/${code}`,
  })

function ruleOf({ claim: { verdict, expected } }: Failure): Rule {
  if (expected === 'refuted') return 'not-refuted'
  return verdict === 'proved' || verdict === 'verified' ? 'survivor' : verdict
}

interface Place { readonly file: string; readonly line: number; readonly name: string }

const result = (ruleId: Rule, level: 'error' | 'warning', text: string, { file, line, name }: Place) => ({
  ruleId, level, message: { text },
  locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file) }, region: { startLine: line } } }],
  partialFingerprints: { 'assayClaim/v1': `${ruleId}:${name}` },
})

/** A relative path stays relative to the root of the repository; each part is written as an address is. */
const uriOf = (file: string): string =>
  (file.startsWith('/') ? 'file://' : '') + file.split('/').map(encodeURIComponent).join('/')
