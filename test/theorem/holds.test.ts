import { expect, test } from 'vitest'
import { loadParser } from '../../src/symbolic/parse.js'
import { scalarValue } from '../../src/symbolic/value.js'
import { compile } from '../../src/theorem/compile.js'
import { parseHypothesis } from '../../src/theorem/conditions.js'
import { allHold } from '../../src/theorem/holds.js'
import { momentum } from './examples.js'

await loadParser()
const theorem = await compile(momentum)
const holds = (text: string, mu: number) =>
  allHold(parseHypothesis(text), { theorem, dimension: 2, values: new Map([['mu', scalarValue(mu)]]) })

test('strict inequalities exclude their boundary, weak ones include it', () => {
  expect(['mu < 1', 'mu <= 1', 'mu > 1', 'mu >= 1'].map((text) => holds(text, 1))).toEqual([false, true, false, true])
  expect([holds('mu < 1', 0.5), holds('mu > 1', 0.5)]).toEqual([true, false])
})

test('all conditions must hold', () => {
  expect(holds('mu > 0 and mu < 1', 0.5)).toBe(true)
  expect(holds('mu > 0 and mu < 1', 2)).toBe(false)
})

test('nothing holds of what has no value: 0 / 0, NaN, a singular inverse', () => {
  expect(holds('(mu - 1) / (mu - 1) < 2', 1)).toBe(false)
  expect(holds('mu < 1', NaN)).toBe(false)
  expect(holds('Tr(inv((mu - 1) * I)) < 1', 1)).toBe(false)
})

test('dimension and identity are those of the draw', () => {
  expect(holds('Tr(I) <= D and D <= 2', 0)).toBe(true)
})
