/** What is told of two records. */
import { expect, test } from 'vitest'
import { changesLines } from '../../src/report/changes-text.js'
import { paletteFor } from '../../src/report/palette.js'
import { changesBetween } from '../../src/suite/changes.js'
import type { ClaimReport } from '../../src/verify/evidence.js'
import { claimReport, suiteReport, theoremReport } from '../report/reports.js'

const record = (claims: Record<string, Partial<ClaimReport>>, seconds = 1) => suiteReport([theoremReport({
  id: 'a', seconds, claims: Object.entries(claims).map(([name, part]) => claimReport({ name, ...part })),
})])

test('the same record has no changes', () => {
  const one = record({ closedForm: {}, wrong: { verdict: 'refuted', expected: 'refuted' } })
  expect(changesBetween(one, one)).toEqual({ claims: [], paces: [] })
})

test('a claim that fell or went is a regression, one that came and holds or was mended is none', () => {
  const before = record({ falls: {}, goes: {}, mended: { verdict: 'undecided' }, weaker: {} })
  const after = record({ falls: { verdict: 'refuted' }, mended: {}, comes: {}, weaker: { verdict: 'verified' } })
  const regressions = changesBetween(before, after).claims.map(({ claim, regression }) => [claim, regression])
  expect(regressions).toEqual(
    [['a › comes', false], ['a › falls', true], ['a › goes', true], ['a › mended', false], ['a › weaker', false]],
  )
})

test('a claim that was expected to fall and does not any more is a regression', () => {
  const [change] = changesBetween(
    record({ wrong: { expected: 'refuted', verdict: 'refuted' } }), record({ wrong: { expected: 'refuted' } }),
  ).claims
  expect(change).toMatchObject({ before: 'refuted', after: 'proved (not as expected)', regression: true })
})

test('only a pace that changed by a factor of two and a second is told', () => {
  const paces = (a: number, b: number) => changesBetween(record({}, a), record({}, b)).paces.length
  expect([paces(1, 1.9), paces(0.1, 0.9), paces(1, 4), paces(4, 1)]).toEqual([0, 0, 1, 1])
})

test('regressions are told first, and the last line counts them', () => {
  const lines = changesLines(
    changesBetween(record({ a: { verdict: 'undecided' }, b: {} }), record({ a: {}, b: { verdict: 'refuted' } })),
    paletteFor(false),
  )
  expect(lines).toEqual(['✗ a › b: proved → refuted (not as expected)', '  a › a: undecided (not as expected) → proved',
    '1 claim worse than before'])
})
