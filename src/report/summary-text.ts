/** The last lines of a run: what did not come out and why that is no accident, what came out, and how long it took. */
import { exitCode } from '../suite/summary.js'
import type { SuiteReport } from '../suite/events.js'
import { count } from './count.js'
import { seconds } from './duration.js'
import { failureLines, failures } from './failure-text.js'
import { faultLine } from './fault-text.js'
import { claimLineIn } from './module-keys.js'
import type { Palette } from './palette.js'

const headlines = {
  0: 'every claim came out as expected',
  1: 'some claim did not come out as expected',
  2: 'a module is ill-stated',
  3: 'nothing contrary, but something is undecided or invalid',
} as const

/** Failures that are told in full at the end; the others by name, so that the last screen holds them. */
const IN_FULL = 3

/** Claims that need attention, then the counts, then the one sentence that the exit code says. */
export const summaryLines = (report: SuiteReport, palette: Palette): string[] =>
  [...attention(report, palette), ...countLines(report, palette)]

/** The counts, and the sentence of the exit code. */
export function countLines(report: SuiteReport, palette: Palette): string[] {
  const { summary, errors, run } = report
  const code = exitCode(report)
  const style = code === 0 ? palette.good : code === 3 ? palette.open : palette.bad
  const counts = (['proved', 'verified', 'refuted', 'undecided', 'invalid'] as const)
    .filter((verdict) => summary[verdict] > 0).map((verdict) => `${summary[verdict]} ${verdict}`)
  const { claims, theorems, asExpected } = summary
  return [
    ...alarmLines(report),
    `${count(claims, 'claim')} of ${count(theorems, 'theorem')}, ${asExpected} as expected: `
    + `${counts.join(', ') || 'none'}`
      + `${errors.length ? `; ${errors.length} ill-stated` : ''} · ${seconds(summary.seconds)}`,
    run.interrupted ? palette.bad('interrupted: what had ended is reported') : style(headlines[code]),
  ]
}

function attention(report: SuiteReport, palette: Palette): string[] {
  const failed = failures(report)
  const faults = report.errors.map((fault) => palette.bad(`ill-stated: ${faultLine(fault).split('\n', 1)[0]}`))
  return [...faults, ...failed.flatMap((failure, i) => {
    const [head = '', ...below] = failureLines(failure, claimLineIn(failure.theorem.file, failure.claim.name))
    return i < IN_FULL ? [palette.bad(head), ...below, ''] : [palette.bad(head)]
  })]
}

/** `false alarms: at most 8.2e-7 of 1e-6 spent by 51 simulations`; nothing where nothing was simulated. */
function alarmLines({ budget: { suiteAlpha, alarms } }: SuiteReport): string[] {
  if (!alarms?.simulations) return []
  const { spent, simulations } = alarms
  return [`false alarms: at most ${Number(spent.toPrecision(2))} of ${suiteAlpha} spent by `
    + `${count(simulations, 'simulation')}`]
}
