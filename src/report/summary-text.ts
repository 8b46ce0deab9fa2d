/** The last lines of a run: what came out, what did not, and how long it took. */
import { exitCode, standingOf } from '../suite/summary.js'
import type { SuiteReport } from '../suite/events.js'
import { count } from './count.js'
import { seconds } from './duration.js'
import type { Palette } from './palette.js'

const headlines = {
  0: 'every claim came out as expected',
  1: 'some claim did not come out as expected',
  2: 'a module is ill-stated',
  3: 'nothing contrary, but something is undecided',
} as const

/** Claims that need attention by name, then the counts, then the one sentence that the exit code says. */
export function summaryLines(report: SuiteReport, palette: Palette): string[] {
  const { summary, errors, run } = report
  const code = exitCode(report)
  const style = code === 0 ? palette.good : code === 3 ? palette.open : palette.bad
  const counts = (['proved', 'verified', 'refuted', 'undecided', 'invalid'] as const)
    .filter((verdict) => summary[verdict] > 0).map((verdict) => `${summary[verdict]} ${verdict}`)
  const { claims, theorems, asExpected } = summary
  return [
    ...attention(report).map((line) => style(line)),
    `${count(claims, 'claim')} of ${count(theorems, 'theorem')}, ${asExpected} as expected: ${counts.join(', ') || 'none'}`
      + `${errors.length ? `; ${errors.length} ill-stated` : ''} · ${seconds(summary.seconds)}`,
    run.interrupted ? palette.bad('interrupted: what had ended is reported') : style(headlines[code]),
  ]
}

const attention = ({ theorems }: SuiteReport): string[] => theorems.flatMap(({ id, claims }) => claims
  .filter((claim) => standingOf(claim) !== 'expected').map(({ name, verdict }) => `${id} › ${name}: ${verdict}`))
