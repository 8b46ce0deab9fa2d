/** The run on GitHub: an annotation at each file that needs attention, and a table in the job's summary. */
import { appendFile } from 'node:fs/promises'
import type { ClaimReport, RunReport, StatementFault, TheoremReport } from '../verify/evidence.js'
import { standingOf } from '../suite/summary.js'
import { claimLine, counterexampleLines, remarkLines } from './claim-text.js'
import { paletteFor } from './palette.js'
import type { Reporter, Target } from './reporter.js'
import { summaryLines } from './summary-text.js'

/** Annotations go to the log as workflow commands; `file` is $GITHUB_STEP_SUMMARY, '' where there is none. */
export const githubReporter = ({ output, file }: Target): Reporter => ({
  onRunEnd: async (report) => {
    for (const line of annotations(report)) output.write(`${line}\n`)
    const head = summaryLines(report, paletteFor(false)).slice(-2)
    if (file) await appendFile(file, `${head.join('\n\n')}\n\n${summaryTable(report)}\n`)
  },
})

/** One workflow command per claim that did not come out, and per fault. */
export const annotations = ({ theorems, errors }: Pick<RunReport, 'theorems' | 'errors'>): string[] =>
  [...errors.map(faultAnnotation), ...theorems.flatMap((report) => report.claims
    .filter((claim) => standingOf(claim) !== 'expected').map((claim) => claimAnnotation(report, claim)))]

const faultAnnotation = ({ file, claim, code, message }: StatementFault): string =>
  command('error', { file, title: `${claim ? `${claim}: ` : ''}${code}` }, message)

function claimAnnotation({ file, id, claims }: TheoremReport, claim: ClaimReport): string {
  const text = [claimLine(claim), ...remarkLines(claim, claims), ...counterexampleLines(claim)].join('\n')
  const level = standingOf(claim) === 'open' ? 'warning' : 'error'
  return command(level, { file, title: `${id} › ${claim.name}: ${claim.verdict}` }, text)
}

function command(level: string, properties: Record<string, string>, message: string): string {
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(value)}`)
  return `::${level} ${written.join(',')}::${escapeData(message)}`
}

const escapeData = (text: string): string => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A')
const escapeProperty = (text: string): string => escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C')

/** A Markdown table: theorem, claim, verdict, how. */
export function summaryTable({ theorems }: Pick<RunReport, 'theorems'>): string {
  const rows = theorems.flatMap(({ id, claims }) => claims.map((claim) => [id, claimLine(claim)]))
  const cell = (text: string): string => text.replace(/\|/g, '\\|').replace(/\s+/g, ' ').replace(/</g, '&lt;')
  return ['| theorem | claim |', '| --- | --- |', ...rows.map((row) => `| ${row.map(cell!).join(' | ')} |`)].join('\n')
}
