/** Whatever the texts of a record are, they are text in the book: no element, no attribute, no script comes of them. */
import fc from 'fast-check'
import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { bookFiles } from '../../../src/report/book/book.js'
import { escapeHtml, html } from '../../../src/report/book/html.js'
import { theoremPath } from '../../../src/report/book/paths.js'
import { readable } from '../../../src/report/book/readable.js'
import { claimReport, suiteReport, theoremReport } from '../reports.js'

const hostile = fc.stringMatching(/^[a-z<>&"'/= ]{1,30}$/)
const nasty = fc.oneof(hostile, fc.constantFrom('<script>alert(1)</script>', '"><img src=x onerror=alert(1)>',
  '</code></pre>', '&lt;b&gt;', "' onclick='x"))
const textOf = (markup: string): string => parseHTML(`<html><body>${markup}</body></html>`).document.body.textContent!

test('escaped text reads back as it was, in content and in attributes', () => {
  fc.assert(fc.property(fc.oneof(nasty, fc.string({ unit: 'binary' })), (text) => {
    const shown = textOf(html`<i title="${text}">${text}</i>`.markup)
    expect(escapeHtml(shown)).toBe(escapeHtml(escapeHtml(text) === text ? text : shown))
    const { document } = parseHTML(html`<html><body><i title="${text}"></i></body></html>`.markup)
    expect(document.querySelector('i')!.attributes.length).toBe(1)
  }))
  fc.assert(fc.property(nasty, (text) => { expect(textOf(html`<i>${text}</i>`.markup)).toBe(text) }))
})

test('prose of the record stays prose when it is made readable', () => {
  fc.assert(fc.property(nasty, (text) => {
    const { document } = parseHTML(`<html><body>${readable(text).markup}</body></html>`)
    expect([...document.body.querySelectorAll('*')].map(({ tagName }) => tagName).filter((name) => name !== 'SUP'))
      .toEqual([])
  }))
  expect(readable('error <= 2^-155, 1e-6 and 3.5e-7 as mu -> 0').markup).toBe(
    'error ≤ 2<sup>−155</sup>, 10<sup>−6</sup> and 3.5 × 10<sup>−7</sup> as mu → 0')
})

test('no text of a record becomes an element or a script', async () => {
  const plain = await shapeOf('x')
  await fc.assert(fc.asyncProperty(nasty, async (text) => { expect(await shapeOf(text)).toEqual(plain) }), {
    numRuns: 12,
  })
}, 30_000)

/** The elements that run or load something, by page, where every text of the record is the given one. */
async function shapeOf(text: string): Promise<unknown> {
  const claim = claimReport({
    name: text, statement: text, says: text, when: text, verdict: 'refuted', expected: 'refuted', corrected: text,
    replay: text,
    evidence: [{ kind: text, verdict: 'refuted', how: text, seconds: 0 }],
    misprints: { total: 1, killed: 0, equivalent: 0, survivors: [text], by: {}, tried: {} },
    counterexample: { parameters: { [text]: text }, left: text, right: text, note: text },
  })
  const report = suiteReport(
    [theoremReport({
      id: 'a/b', file: text, title: text, source: { key: text, at: text, url: `javascript:${text}` }, claims: [claim],
    })],
    [{ file: text, claim: text, code: text, message: text }])
  const files = await bookFiles(report)
  return ['index.html', 'graph.html', theoremPath('a/b')].map((path) => {
    const { document } = parseHTML(files.get(path)!)
    const all = [...document.querySelectorAll('*')]
    const handlers = all.flatMap(({ attributes }) =>
      [...attributes].filter(({ name, value }) => name.startsWith('on') || /^javascript:/i.test(value)))
    return [handlers.length, document.querySelectorAll('script').length,
      document.querySelectorAll('img, iframe, object, form').length]
  })
}
