/** The book as text: complete, closed in itself, and the same for the same record. */
import { posix } from 'node:path'
import { parseHTML } from 'linkedom'
import { beforeAll, describe, expect, test } from 'vitest'
import { bookFiles } from '../../../src/report/book/book.js'
import { claimAnchor, theoremPath } from '../../../src/report/book/paths.js'
import type { SuiteReport } from '../../../src/suite/events.js'
import { suiteReport, theoremReport } from '../reports.js'
import { richRecord, suiteRecord } from './records.js'

let suite: SuiteReport
let book: ReadonlyMap<string, string>
beforeAll(async () => {
  suite = await suiteRecord()
  book = await bookFiles(suite)
}, 60_000)

const pages = (files: ReadonlyMap<string, string>): [string, string][] =>
  [...files].filter(([path]) => path.endsWith('.html'))
const attributes = (text: string, name: string): string[] =>
  [...text.matchAll(new RegExp(`<(\\w+)[^<>]*?\\s${name}="([^"]*)"`, 'g'))].map(([, , value]) => value!)

/** Addresses that lead nowhere in the book. */
function brokenLinks(files: ReadonlyMap<string, string>): string[] {
  const ids = new Map(pages(files).map(([path, text]) => [path, new Set(attributes(text, 'id'))]))
  return pages(files).flatMap(([page, text]) => [...attributes(text, 'href'), ...attributes(text, 'src')]
    .filter((address) => !/^https?:/.test(address)).filter((address) => {
      const [file = '', anchor] = address.split('#')
      const target = file ? posix.join(posix.dirname(page), file) : page
      return !files.has(target) || (anchor !== undefined && !ids.get(target)?.has(anchor))
    }).map((address) => `${page}: ${address}`))
}

describe('the book of the suite', () => {
  test('has a page for every theorem, on which every claim has its place and its formula', () => {
    for (const { id, claims } of suite.theorems) {
      const { document } = parseHTML(book.get(theoremPath(id))!)
      const own = (name: string) =>
        [...document.getElementById(claimAnchor(name))!.children].filter(({ className }) => className === 'formula')
      const formulas = claims.map(({ name }) =>
        own(name).flatMap((formula) => [...formula.querySelectorAll('math[display="block"]')]).length)
      expect(formulas).toEqual(claims.map(() => 1))
    }
  })

  test('has every formula typeset', () => {
    expect(pages(book)
      .filter(([, text]) => /class="untypeset"|temml-error|\\[a-zA-Z]+\{/.test(text)).map(([path]) => path))
      .toEqual([])
  })

  test('lists every claim that fell, with what is true instead', () => {
    const fallen = suite.theorems.flatMap(({ claims }) => claims.filter(({ verdict }) => verdict === 'refuted'))
    const { document } = parseHTML(book.get('index.html')!)
    const cards = [...document.querySelectorAll('.card')]
    expect(cards.map((card) => card.querySelector('h3')!.textContent)).toEqual(fallen.map(({ name }) => name))
    expect(cards.map((card) => card.querySelectorAll('.formula.right math').length))
      .toEqual(fallen.map(({ corrected }) => (corrected ? 1 : 0)))
  })
})

describe.each(['suite', 'rich'])('the book of the %s record', (which) => {
  let files: ReadonlyMap<string, string>
  beforeAll(async () => { files = which === 'suite' ? book : await bookFiles(richRecord) })

  test('has no link that leads nowhere', () => expect(brokenLinks(files)).toEqual([]))

  test('has every id once on a page', () => {
    for (const [, text] of pages(files)) {
      expect(attributes(text, 'id').length).toBe(new Set(attributes(text, 'id')).size)
    }
  })

  test('asks no other computer for anything', () => {
    for (const [path, text] of files) {
      const loaded = [...text.matchAll(
        /<(?!a\b)\w+[^<>]*\s(?:href|src|srcset|data)="(https?:)?\/\/|url\(|@import|\bfetch\(|XMLHttpRequest/g,
      )]
      expect([path, loaded.map(([found]) => found)]).toEqual([path, []])
    }
  })
})

test('a link that leads nowhere is found', () => {
  expect(brokenLinks(new Map([['a/b.html', '<a href="c.html">x</a><a href="#y">y</a><p id="z"></p><a '
    + 'href="b.html#z">z</a>']]))).toEqual(
      ['a/b.html: c.html', 'a/b.html: #y'])
})

test('the same record gives the same bytes', async () => expect([...await bookFiles(suite)]).toEqual([...book]))

test('a page has what its record knows: plots with words for who cannot see them, survivors, links, faults',
  async () => {
    const files = await bookFiles(richRecord)
    const { document } = parseHTML(files.get(theoremPath('liu2021/covariance'))!)
    const plots = [...document.querySelectorAll('figure.plot svg')]
    expect(plots.map((plot) => [plot.getAttribute('role'), Boolean(plot.getAttribute('aria-label'))]))
      .toEqual(plots.map(() => ['img', true]))
    // of the simulation three, of the agreement one, of the counterexample, the misprints and the coverage one each
    expect(plots).toHaveLength(7)
    expect(plots.every((plot) => !/NaN|Infinity|undefined/.test(plot.outerHTML))).toBe(true)
    const text = document.body.textContent!
    for (const part of [
      '2 * C read as C', 'a batch of one more', 'assay replay liu2021/covariance:wrong', 'b/other › closedForm',
      '± two standard errors', '15,000 samples together',
    ]) {
      expect(text).toContain(part)
    }
    expect(files.get('index.html')).toContain('exports no theorem')
})

test('what rests on a theorem that the record does not have is told, and leads nowhere', async () => {
  const files = await bookFiles({ ...richRecord, theorems: richRecord.theorems.slice(0, 1) })
  expect(brokenLinks(files)).toEqual([])
  expect(files.get(theoremPath('liu2021/covariance'))).toContain('reduces')
})

test('a record of an older run, which says little, has a book too', async () => {
  const files = await bookFiles(suiteReport([theoremReport()]))
  expect(brokenLinks(files)).toEqual([])
  expect(files.get(theoremPath('liu2021/covariance'))).toContain('<math')
})
