/** A book takes the place of an older one, whole, and of nothing else. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeBook } from '../../../src/report/book/write-book.js'
import { run } from '../../cli/fake-shell.js'
import { jsonText } from '../../../src/report/json.js'
import { suiteReport, theoremReport } from '../reports.js'

let folder = ''
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'assay-')) })
afterAll(() => rm(folder, { recursive: true }))
const report = suiteReport([theoremReport()])

test('pages of theorems that are gone are gone', async () => {
  const place = join(folder, 'book')
  await writeBook(suiteReport([theoremReport({ id: 'old/one' })]), place)
  await writeBook(report, place)
  expect((await readdir(join(place, 'theorems'))).sort()).toEqual(['liu2021'])
  expect((await readdir(folder)).filter((name) => name.includes('part'))).toEqual([])
})

test('a folder with other files is refused and left as it is', async () => {
  const place = join(folder, 'mine')
  await mkdir(place)
  await writeFile(join(place, 'thesis.tex'), 'years of work')
  await expect(writeBook(report, place)).rejects.toThrow(
    /^cannot write a book to ".*mine", it has other files; name a new folder$/,
  )
  expect(await readdir(place)).toEqual(['thesis.tex'])
})

test('assay report writes the book of a record', async () => {
  await writeFile(join(folder, 'record.json'), jsonText(report))
  const { code, out } = await run(`report ${folder}/record.json --html ${folder}/site`)
  expect([code, out]).toEqual([0, `wrote ${folder}/site/index.html\n`])
  expect(await readFile(join(folder, 'site', 'index.html'), 'utf8')).toContain('Stationary covariance of SGD')
})

test('assay verify writes the book of the run', async () => {
  const { code } = await run(`verify fine --theorems test/cli/theorems --html ${folder}/run`)
  expect([code, await readdir(join(folder, 'run', 'theorems'))]).toEqual([0, ['fine.html']])
}, 20_000)

test.each([
  ['cut in half', (text: string) => text.slice(0, text.length / 2)],
  ['of another schema', (text: string) => text.replace('"schema": 1', '"schema": 2')],
  ['no record at all', () => '[]'],
])('a record %s is refused in one line, and no book is begun', async (_, spoil) => {
  await writeFile(join(folder, 'bad.json'), spoil(jsonText(report)))
  const { code, out, error } = await run(`report ${folder}/bad.json --html ${folder}/none`)
  expect([code, out, error.trim().split('\n').length]).toEqual([2, '', 1])
  expect(error).toMatch(/^assay: ".*bad\.json" /)
  expect(await readdir(folder)).not.toContain('none')
})
