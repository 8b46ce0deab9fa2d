/** Workflow commands end where they should, whatever the text between says. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { annotations, githubReporter, summaryTable } from '../../src/report/github.js'
import { writtenText } from '../../src/report/output.js'
import { claimReport, refuted, suiteReport, theoremReport } from './reports.js'

const anyText = fc.array(fc.integer({ min: 0, max: 0x10FFFF })).map((points) => String.fromCodePoint(...points))

test('each annotation is one line with one title, whatever a fault says', () => {
  fc.assert(fc.property(anyText, fc.string(), (message, claim) => {
    const [line = ''] = annotations({ theorems: [], errors: [{ file: 'x.ts', claim, code: 'X', message }] })
    expect(line).not.toMatch(/[\r\n]/)
    expect(line).toMatch(/^::error file=x\.ts,title=[^,:]*::/)
  }))
})

test('contrary claims are errors, open ones warnings, expected ones silent', () => {
  const claims = [claimReport(), refuted, claimReport({ name: 'open', verdict: 'undecided' })]
  const levels = annotations({ theorems: [theoremReport({ claims })], errors: [] }).map((line) => line.split(' ')[0])
  expect(levels).toEqual(['::error', '::warning'])
})

test('the table has a row per claim', () => {
  const table = summaryTable({ theorems: [theoremReport({ claims: [claimReport(), refuted] })] })
  expect(table.split('\n')).toHaveLength(4)
})

test('the summary of the job is appended to', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'assay-'))
  const reporter = githubReporter({ output: writtenText(), file: join(folder, 'summary.md') })
  await reporter.onRunEnd?.(suiteReport([theoremReport()]))
  await reporter.onRunEnd?.(suiteReport([theoremReport()]))
  expect((await readFile(join(folder, 'summary.md'), 'utf8')).match(/every claim came out as expected/g)).toHaveLength(2)
  await rm(folder, { recursive: true })
})
