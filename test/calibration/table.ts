/** The table of what was counted: each test file leaves its rows, and the table is written when all have ended. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { clopperPearson } from '../statistics/proportion.js'

const folder = join(tmpdir(), 'assay-calibration')

/** `events` of `runs`, with exact 99 % bounds. */
export function countRow(what: string, events: number, runs: number, nominal: string): string {
  const { lower, upper } = clopperPearson(events, runs, 0.01)
  return `| ${what} | ${events} of ${runs} | [${lower.toPrecision(2)}, ${upper.toPrecision(2)}] | ${nominal} |`
}

/** Leaves the rows of one test file. */
export function leaveRows(name: string, rows: readonly string[]): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, name), rows.join('\n'))
}

export const setup = (): void => rmSync(folder, { recursive: true, force: true })

/** Writes table.md. */
export function teardown(): void {
  const rows = readdirSync(folder).sort().map((name) => readFileSync(join(folder, name), 'utf8'))
  const head = ['# False verdicts, counted', '',
    'Written by `npm run test:calibration`; bounds are Clopper-Pearson, 99 %.', '',
      '| what | events | bounds | nominal |', '|---|---|---|---|']
  writeFileSync(fileURLToPath(new URL('table.md', import.meta.url)), [...head, ...rows, ''].join('\n'))
}
