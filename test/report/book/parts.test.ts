/** The small parts of the book, each by what it must keep. */
import fc from 'fast-check'
import { text } from '@observablehq/plot'
import { describe, expect, test } from 'vitest'
import { bibtexOf } from '../../../src/report/book/bibtex.js'
import { codeLines } from '../../../src/report/book/code-lines.js'
import { html } from '../../../src/report/book/html.js'
import { componentsOf, linksOf } from '../../../src/report/book/links.js'
import { displayMath } from '../../../src/report/book/math.js'
import { claimAnchor, relativeTo, theoremPath } from '../../../src/report/book/paths.js'
import { figure } from '../../../src/report/book/plots/draw.js'
import { searchEntries, searchScript } from '../../../src/report/book/search-index.js'
import { theoremLook } from '../../../src/report/book/standing.js'
import { entriesOf, numberOf } from '../../../src/report/book/values.js'
import { claimReport, refuted, suiteReport, theoremReport } from '../reports.js'
import { richRecord } from './records.js'

describe('paths', () => {
  test('of different ids differ and stay inside the book', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (a, b) => {
      expect(theoremPath(a) === theoremPath(b)).toBe(a === b)
      expect(theoremPath(a)).not.toMatch(/\.\.|\/\/|\\/)
      expect(claimAnchor(a)).not.toMatch(/[\s"'<>&#]/)
    }))
  })

  test('lead from any page to any other', () => {
    const path =
      fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 4 }).map((parts) => `${parts.join('/')}.html`)
    fc.assert(fc.property(path, path, (from, to) => {
      expect(new URL(relativeTo(from, to), `https://x.org/${from}`).pathname).toBe(`/${to}`)
    }))
  })
})

describe('values of a counterexample', () => {
  const rational =
    fc.tuple(fc.integer({ min: -99, max: 99 }), fc.integer({ min: 2, max: 99 })).map(([n, d]) => `${n}/${d}`)

  test('read back as the rows that were written', () => {
    const square = fc.integer({ min: 1, max: 4 })
      .chain((n) => fc.array(fc.array(rational, { minLength: n, maxLength: n }), { minLength: 1, maxLength: 4 }))
    fc.assert(fc.property(square, (rows) => {
      expect(entriesOf(`[${rows.map((row) => `[${row.join(', ')}]`).join(', ')}]`)).toEqual(rows)
      expect(entriesOf(`[${rows[0]!.join(', ')}]`)).toEqual(rows[0]!.map((entry) => [entry]))
      expect(entriesOf(rows[0]![0]!)).toEqual([[rows[0]![0]]])
    }))
  })

  test('have the value of the fraction', () => {
    fc.assert(fc.property(rational, (text) => {
      const [n, d] = text.split('/').map(Number)
      expect(numberOf(text)).toBe(n! / d!)
    }))
  })

  test.each(['true', 'K * C', '[[a]]', '[', ''])('%j is no number', (text) => expect(entriesOf(text)).toBe(null))
})

describe('links', () => {
  test('are those of corrections and of claims proved from others, and lead to claims that are there', () => {
    expect(linksOf(richRecord.theorems).map(({ kind, from, to }) => [kind, from.claim, to.theorem, to.claim])).toEqual([
      ['rests', 'closedForm', 'b/other', 'closedForm'], ['corrected', 'wrong', 'liu2021/covariance', 'closedForm'],
    ])
    expect(linksOf([theoremReport({ claims: [claimReport({ corrected: 'missing' })] })])).toEqual([])
  })

  test('join theorems into groups, which are disjoint', () => {
    const chain = (
      ids: string[], to: (i: number) => string,
    ) => ids.map((id, i) => theoremReport({ id, claims: [claimReport({
      evidence: [
        { kind: 'limit', verdict: 'proved', how: '', seconds: 0, restsOn: { theorem: to(i), claim: 'closedForm' } },
      ],
    })] }))
    const theorems = [...chain(['a', 'b', 'c'], (i) => 'bca'[i]!), ...chain(['d', 'e'], () => 'e')]
    expect(componentsOf(theorems, linksOf(theorems)).map((group) => group.map(({ id }) => id)))
      .toEqual([['a', 'b', 'c'], ['d', 'e']])
  })
})

test('a source is cited with its authors, its place and its number', () => {
  const work = {
    title: 'Noise & Fluctuation', authors: ['A. One', 'B. Two'], venue: 'International Conference on X', year: 2021,
  }
  const stated = { says: null, work, symbols: [], given: [], where: [], measure: [], process: null }
  const entry =
    bibtexOf(theoremReport({ stated, source: { key: 'k', at: 'Eq. 3', url: 'https://arxiv.org/abs/2012.03636' } }))!
  for (const part of [
    '@inproceedings{k,', 'title = {{Noise \\& Fluctuation}}', 'author = {A. One and B. Two}', 'eprint = {2012.03636}',
    'note = {Eq. 3}',
  ]) {
    expect(entry).toContain(part)
  }
  expect(bibtexOf(theoremReport())).toBe(null)
})

test('a theorem looks as the claim that needs attention most; an expected refutation needs none', () => {
  const looks = [
    [claimReport(), claimReport({ verdict: 'verified' }), refuted], [claimReport()],
    [claimReport({ verdict: 'undecided' }), claimReport()],
    [claimReport({ verdict: 'refuted' })], [claimReport({ expected: 'refuted', verdict: 'refuted' })],
    [claimReport({ asExpected: false })],
  ].map((claims) => theoremLook(theoremReport({
    claims: claims.map((claim) => (claim === refuted ? { ...claim, expected: 'refuted', asExpected: true } : claim)),
  })))
  expect(looks).toEqual(['verified', 'proved', 'undecided', 'contrary', 'refuted', 'contrary'])
})

test('a formula that the typesetter cannot read is shown as it was written', () => {
  expect(displayMath('\\frac{<').markup).toBe('<code class="untypeset">\\frac{&#60;</code>')
  expect(displayMath('\\frac{1}{2}').markup).toMatch(/^<math[^]*<mfrac>/)
})

test('code on one line becomes a line for each statement, and nothing else changes', () => {
  expect(codeLines('step(s,{a,b}){const x=f(";{",[1]);s.w-=x}'))
    .toBe('step(s,{a,b}) {\n  const x=f(";{",[1]);\n  s.w-=x\n}')
  fc.assert(fc.property(fc.stringMatching(/^[a-z(){}[\];'"`=]*$/), (code) => {
    expect(codeLines(code).replace(/\s/g, '')).toBe(code)
  }))
})

test('a plot shows its numbers in full, and rounds only places', () => {
  const { markup } = figure({ width: 100, x: { domain: [0, 3] }, marks: [text([[1, 0]], { text: ['0.00408'] })] }, {
    caption: html`x`, says: '1.23456',
  })
  expect(markup).toContain('>0.00408<')
  expect(markup).toContain('aria-label="1.23456"')
  expect(markup.replace(/aria-label="[^"]*"/, '')).not.toMatch(/="[^"]*\d\.\d{3}/)
})

test('the search knows every theorem and every claim, and its script is one statement whatever the texts are', () => {
  const report = suiteReport([theoremReport({ title: '</script><b>' })])
  expect(searchEntries(report)).toHaveLength(2)
  const found = {} as { assayIndex?: unknown }
  new Function('globalThis', searchScript(report))(found)
  expect(found.assayIndex).toEqual(searchEntries(report))
  expect(searchScript(report)).not.toContain('</script')
})
