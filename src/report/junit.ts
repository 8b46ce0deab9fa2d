/** The run as JUnit XML: a suite per theorem, a case per claim; undecided is a failure, for it is not green. */
import type { ClaimReport, RunReport, StatementFault, TheoremReport } from '../verify/evidence.js'
import { standingOf } from '../suite/summary.js'
import { claimLine, counterexampleLines, remarkLines, secondsOf } from './claim-text.js'
import { claimLineIn } from './module-keys.js'
import type { Reporter } from './reporter.js'
import { writeWhole } from './write-whole.js'

export const junitReporter = (file: string): Reporter => ({ onRunEnd: (report) => writeWhole(file, junitXml(report)) })

/** The whole document. */
export function junitXml({ theorems, errors, summary }: Pick<RunReport, 'theorems' | 'errors' | 'summary'>): string {
  const failures = theorems.flatMap(({ claims }) => claims).filter((claim) => standingOf(claim) !== 'expected').length
  const total = { name: 'assay', tests: summary.claims + errors.length, failures, errors: errors.length,
    time: summary.seconds.toFixed(3) }
  const suites = [...theorems.map(theoremSuite), ...(errors.length ? [faultSuite(errors)] : [])]
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', total, suites.join(''))}`
}

function theoremSuite({ id, file, claims, seconds }: TheoremReport): string {
  const failures = claims.filter((claim) => standingOf(claim) !== 'expected').length
  const cases = claims.map((claim) => element('testcase',
    { classname: id, name: claim.name, file, line: claimLineIn(file, claim.name), time: secondsOf(claim).toFixed(3) },
    failureOf(claim, claims)))
  const counts = { name: id, tests: claims.length, failures, errors: 0, time: seconds.toFixed(3) }
  return element('testsuite', counts, cases.join(''))
}

function failureOf(claim: ClaimReport, siblings: readonly ClaimReport[]): string {
  if (standingOf(claim) === 'expected') return ''
  const text = [claimLine(claim), ...remarkLines(claim, siblings), ...counterexampleLines(claim)].join('\n')
  const message = `${claim.verdict}, expected: ${claim.expected}`
  return element('failure', { type: claim.verdict, message }, escapeXml(text))
}

function faultSuite(faults: readonly StatementFault[]): string {
  const counts = { name: 'ill-stated', tests: faults.length, failures: 0, errors: faults.length, time: '0.000' }
  const cases = faults.map(({ file, claim, code, message }) => {
    const name = { classname: file, name: claim ?? 'module', file, line: claimLineIn(file, claim), time: '0.000' }
    return element('testcase', name, element('error', { type: code, message }, ''))
  })
  return element('testsuite', counts, cases.join(''))
}

function element(name: string, attributes: Record<string, string | number>, inside: string): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`).join('')
  return inside ? `<${name}${written}>${inside}</${name}>\n` : `<${name}${written}/>\n`
}

/** Text that is safe in attributes and content; characters that XML 1.0 cannot hold become U+FFFD. */
export const escapeXml = (text: string): string => text
  .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
  .replace(/[&<>"'\n\r\t]/g, (character) => `&#${character.charCodeAt(0)};`)
