/** The run as one badge, in the form that shields.io reads from an address (its "endpoint" badge). */
import { exitCode } from '../suite/summary.js'
import type { RunReport } from '../verify/evidence.js'
import type { Reporter } from './reporter.js'
import { writeWhole } from './write-whole.js'

export const badgeReporter = (file: string): Reporter =>
  ({ onRunEnd: (report) => writeWhole(file, `${JSON.stringify(badge(report))}\n`) })

const colours = { 0: 'brightgreen', 1: 'red', 2: 'red', 3: 'yellow' } as const

/**
 * Claims as expected of all claims; the colour is that of the exit code, so that a badge is never greener than the run.
 */
export function badge(report: Pick<RunReport, 'theorems' | 'errors' | 'summary'>) {
  const { claims, asExpected } = report.summary
  const ill = report.errors.length ? `, ${report.errors.length} ill-stated` : ''
  return {
    schemaVersion: 1, label: 'theorems', message: `${asExpected}/${claims} claims as expected${ill}`,
    color: colours[exitCode(report)],
  } as const
}
