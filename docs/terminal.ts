/**
 * Draws docs/terminal.svg from a record: `npm run picture -- RECORD` keeps the record's part that is shown as
 * docs/run.json.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { paletteFor } from '../src/report/palette.js'
import { summaryLines } from '../src/report/summary-text.js'
import { theoremLines } from '../src/report/terminal.js'
import { terminalSvg } from '../src/report/terminal-svg.js'
import type { SuiteReport } from '../src/suite/events.js'
import type { TheoremReport } from '../src/verify/evidence.js'

/** The picture of a record, as `assay verify` showed it. */
export function pictureOf(report: SuiteReport): string {
  const palette = paletteFor(true)
  const { patterns, effort } = report.run
  const command =
    `assay verify ${patterns.join(' ')}${effort === 1 ? '' : ` --effort ${effort === 0.1 ? 'quick' : effort}`}`
  const blocks = report.theorems.flatMap((theorem) => [...theoremLines(theorem, palette), ''])
  const lines = [`$ ${command}`, ...blocks, ...summaryLines(report, palette)]
  return terminalSvg(lines, { columns: 118, title: `${command}: ${report.summary.claims} claims with their verdicts` })
}

/** What a terminal shows of a theorem: the details of the evidence are left out. */
const shownOf = (theorem: TheoremReport): TheoremReport => ({
  ...theorem, coverage: null,
  claims: theorem.claims.map((claim) => ({ ...claim,
    evidence: claim.evidence.map(({ kind, verdict, how, seconds }) => ({ kind, verdict, how, seconds })) })),
})

const [, script = '', record] = process.argv
if (script.endsWith('docs/terminal.ts')) {
  const kept = new URL('run.json', import.meta.url)
  const report = JSON.parse(await readFile(record ?? kept, 'utf8')) as SuiteReport
  const shown = { ...report, theorems: report.theorems.map(shownOf).map((theorem) => ({ ...theorem, stated: null })) }
  await writeFile(kept, `${JSON.stringify(shown, null, 1)}\n`)
  await writeFile(new URL('terminal.svg', import.meta.url), pictureOf(shown))
}
