/** The run on GitHub: an annotation at the line of each claim that needs attention, as workflow commands in the log. */
import type { ClaimReport, RunReport, StatementFault, TheoremReport } from '../verify/evidence.js'
import { standingOf } from '../suite/summary.js'
import { claimLine, counterexampleLines, remarkLines } from './claim-text.js'
import { claimLineIn } from './module-keys.js'
import type { Reporter, Target } from './reporter.js'

/** Writes the annotations when the run ends. */
export const githubReporter = ({ output }: Pick<Target, 'output'>): Reporter => ({
  onRunEnd: (report) => annotations(report).forEach((line) => output.write(`${line}\n`)),
})

/** One workflow command per claim that did not come out, and per fault. */
export const annotations = ({ theorems, errors }: Pick<RunReport, 'theorems' | 'errors'>): string[] =>
  [...errors.map(faultAnnotation), ...theorems.flatMap((report) => report.claims
    .filter((claim) => standingOf(claim) !== 'expected').map((claim) => claimAnnotation(report, claim)))]

const faultAnnotation = ({ file, claim, code, message }: StatementFault): string =>
  command('error', { file, line: claimLineIn(file, claim), title: `${claim ? `${claim}: ` : ''}${code}` }, message)

function claimAnnotation({ file, id, claims }: TheoremReport, claim: ClaimReport): string {
  const text = [claimLine(claim), ...remarkLines(claim, claims), ...counterexampleLines(claim)].join('\n')
  const level = standingOf(claim) === 'open' ? 'warning' : 'error'
  const title = `${id} › ${claim.name}: ${claim.verdict}`
  return command(level, { file, line: claimLineIn(file, claim.name), title }, text)
}

function command(level: string, properties: Record<string, string | number>, message: string): string {
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
  return `::${level} ${written.join(',')}::${escapeData(message)}`
}

const escapeData = (text: string): string => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A')
const escapeProperty = (text: string): string => escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C')
