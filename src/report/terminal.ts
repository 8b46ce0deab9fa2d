/** The run on a screen: a block per theorem as it ends, one line per claim, and a summary. */
import type { ClaimReport, StatementFault, TheoremReport } from '../verify/evidence.js'
import type { SuiteReport } from '../suite/events.js'
import { algorithmLines } from './algorithm-text.js'
import { claimLine, counterexampleLines, remarkLines, type Widths, widthsOf } from './claim-text.js'
import { excerptLines } from './fault-excerpt.js'
import { faultLine } from './fault-text.js'
import { folded } from './fitted.js'
import { count } from './count.js'
import { liveProgress } from './live-progress.js'
import type { Output } from './output.js'
import { type Palette, paletteFor } from './palette.js'
import type { Reporter } from './reporter.js'
import { summaryLines } from './summary-text.js'

/** Columns by which the rest of a folded line is indented. */
const HANGING = 8

/** Plain lines where lines cannot be redrawn; a progress line with the time left where they can. */
export function terminalReporter(output: Output): Reporter {
  const palette = paletteFor(output.colour)
  const progress = liveProgress(output)
  const print = (lines: readonly string[]): void =>
    progress.above(lines.flatMap((line) => folded(line, output.columns, HANGING)).map((line) => `${line}\n`).join(''))
  return {
    onRunStart: (start) => {
      const kept = start.kept ? `, ${start.kept} kept from the ledger` : ''
      print([`seed ${start.seed}, ${count(start.theorems.length, 'theorem')} on `
        + `${count(start.threads, 'thread')}${kept}`, ''])
      progress.start(start)
    },
    onProgress: (theorem, step) => progress.step(theorem.id, step),
    onTheoremDone: (report, printed) =>
      print([...theoremLines(report, palette), ...printedLines(printed, palette), '']),
    onTheoremEnd: (theorem) => progress.finish(theorem.id),
    onFault: (fault) => print(faultLines(fault, palette)),
    onRunEnd: (report: SuiteReport) => {
      progress.stop()
      print(summaryLines(report, palette))
    },
  }
}

/** One theorem with all its claims. */
export function theoremLines(report: TheoremReport, palette: Palette): string[] {
  const { id, title, source, claims } = report
  const widths = widthsOf(claims)
  const head = `${palette.strong(id)}  ${title} ${palette.faint(`(${source.key}, ${source.at})`)}`
  return [head, ...claims.flatMap((claim) => claimLines(claim, claims, widths, palette)), ...algorithmLines(report)]
}

function claimLines(
  claim: ClaimReport, siblings: readonly ClaimReport[], widths: Widths, palette: Palette,
): string[] {
  const below = [...remarkLines(claim, siblings), ...counterexampleLines(claim)]
  return [`  ${claimLine(claim, widths, palette)}`, ...below.map((line) => `      ${line}`)]
}

/** A fault, and where it stands in its module. */
export const faultLines = (fault: StatementFault, palette: Palette): string[] =>
  [`${palette.bad('✗')} ${faultLine(fault)}`, ...excerptLines(fault).map((line) => `    ${line}`)]

const printedLines = (printed: string, palette: Palette): string[] =>
  printed.trimEnd().split('\n').slice(0, 20).filter(Boolean).map((line) => palette.faint(`      printed: ${line}`))
