/** The Markdown page of a CI job: what failed comes first, and no text of a claim escapes from its cell or block. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jobSummary, jobSummaryReporter, summaryTable } from '../../src/report/job-summary.js'
import { claimReport, refuted, suiteReport, theoremReport } from './reports.js'

test('the table has a row per claim, each with as many cells as its head, whatever a claim is called', () => {
  fc.assert(fc.property(fc.string(), (name) => {
    const rows = summaryTable({ theorems: [theoremReport({ claims: [claimReport({ name }), refuted] })] }).split('\n')
    expect(rows).toHaveLength(4)
    for (const row of rows) expect(row.match(/(?<!\\)(\\\\)*\|/g)).toHaveLength(4)
  }))
})

test('what failed stands above the table, with why it is not noise and how to replay it', () => {
  const page = jobSummary(suiteReport([theoremReport({ claims: [claimReport(), refuted] })]))
  const table = page.indexOf('| theorem |')
  for (const part of ['liu2021/covariance › wrong: refuted', 'not noise: ', 'assay replay liu2021/covariance:wrong']) {
    expect(page.indexOf(part)).toBeGreaterThan(-1)
    expect(page.indexOf(part)).toBeLessThan(table)
  }
})

test('a block ends where its fence does, whatever stands inside', () => {
  const claims = [{ ...refuted, statement: '````` == 1' }]
  const fences = jobSummary(suiteReport([theoremReport({ claims })])).split('\n').filter((line) => /^`{3,}/.test(line))
  expect(fences).toEqual(['``````text', '``````'])
})

test('pages of several steps follow one another', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'assay-'))
  const file = join(folder, 'summary.md')
  for (let step = 0; step < 2; step++) await jobSummaryReporter({ file }).onRunEnd?.(suiteReport([theoremReport()]))
  expect((await readFile(file, 'utf8')).match(/every claim came out as expected/g)).toHaveLength(2)
  await rm(folder, { recursive: true })
})
