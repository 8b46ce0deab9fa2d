/** The run as Markdown for the summary page of a CI job: what failed first, in full, then a table of every claim. */
import { appendFile } from 'node:fs/promises'
import type { RunReport } from '../verify/evidence.js'
import type { SuiteReport } from '../suite/events.js'
import { standingOf } from '../suite/summary.js'
import { claimLine } from './claim-text.js'
import { failureLines, failures } from './failure-text.js'
import { faultLine } from './fault-text.js'
import { claimLineIn } from './module-keys.js'
import { paletteFor } from './palette.js'
import type { Reporter, Target } from './reporter.js'
import { countLines } from './summary-text.js'

/** Appends to `file`, which is $GITHUB_STEP_SUMMARY on GitHub. */
export const jobSummaryReporter = ({ file }: Pick<Target, 'file'>): Reporter => ({
  onRunEnd: (report) => appendFile(file, `${jobSummary(report)}\n`),
})

/** GitHub cuts a step's summary at 1 MiB; the record has everything. */
const MOST_FAILURES = 25

/** The whole page. */
export function jobSummary(report: SuiteReport): string {
  const failed = failures(report)
  const blocks = failed.slice(0, MOST_FAILURES).map((failure) =>
    fenced(failureLines(failure, claimLineIn(failure.theorem.file, failure.claim.name))))
  const unshown = failed.length - blocks.length
  const faults = report.errors.map((fault) => `- ${inline(faultLine(fault))}`)
  return [
    ...countLines(report, paletteFor(false)), ...blocks, ...(unshown > 0 ? [`and ${unshown} more`] : []),
    ...(faults.length ? [faults.join('\n')] : []),
    details(`${report.summary.claims} claims`, summaryTable(report)),
  ].join('\n\n')
}

/** A Markdown table: theorem, claim with verdict and how. */
export function summaryTable({ theorems }: Pick<RunReport, 'theorems'>): string {
  const rows = theorems.flatMap(({ id, claims }) => claims.map((claim) =>
    [standingOf(claim) === 'expected' ? '' : '**!**', id, claimLine(claim)]))
  return ['| | theorem | claim |', '| --- | --- | --- |', ...rows.map((row) => `| ${row.map(inline).join(' | ')} |`)]
    .join('\n')
}

const inline = (text: string): string => text.replace(/[\\|`]/g, '\\$&').replace(/\s+/g, ' ').replace(/</g, '&lt;')

// a fence longer than any run of backticks inside
const fenced = (lines: readonly string[]): string => {
  const longest = Math.max(2, ...[...lines.join('\n').matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return [`${fence}text`, ...lines, fence].join('\n')
}

const details = (title: string, body: string): string => `<details><summary>${title}</summary>\n\n${body}\n\n</details>`
