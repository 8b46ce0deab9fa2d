import { expect, test } from 'vitest'
import { print } from '../../src/symbolic/print.js'
import { Q, rational } from '../../src/symbolic/rings/rational.js'
import { scalarOf, scalarValue } from '../../src/symbolic/value.js'
import { evaluate } from '../../src/symbolic/evaluate.js'
import { loadParser, parseFormula } from '../../src/symbolic/parse.js'
import { compile, compileClaim, parseLimit } from '../../src/theorem/compile.js'
import { parseHypothesis } from '../../src/theorem/conditions.js'
import { expand, parseDefinition, parseHead, restsOn, withDefinitions } from '../../src/theorem/definitions.js'
import { labelNoise, momentum } from './examples.js'

await loadParser()
const texts = { a: 'x + 1', 'f(t)': 'a * t^2', 'g(s, t)': 'f(s) - f(t)' }
const definitions = Object.entries(texts).map(([head, text]) => parseDefinition(head, text))

test('a theorem is parsed once', async () => {
  expect(await compile(momentum)).toBe(await compile(momentum))
})

test('every text of a theorem is found in its parsed form', async () => {
  const { given, where, claims, measure } = await compile(labelNoise)
  expect(given.map(({ name }) => name)).toEqual(['definite', 'finite'])
  expect(where.map(({ name }) => name)).toEqual(['G', 't', 'kappa'])
  expect([...claims.keys()]).toEqual(['covariance'])
  expect(print(measure.get('Sigma')!)).toBe('Cov(w)')
})

test('a claim holds unless it says otherwise, and keeps its own hypothesis and limit', () => {
  expect(compileClaim('c', 'a == b')).toMatchObject({ expected: 'holds', when: [], limit: null, says: null })
  const claim = compileClaim('c', { then: 'a == b', when: 'a > 0', limit: 'a -> 0', expected: 'refuted' })
  expect(claim).toMatchObject({ expected: 'refuted', whenText: 'a > 0', corrected: null, limit: { symbol: 'a' } })
  expect(claim.when).toHaveLength(1)
})

test('a hypothesis is one relation or several joined by and; posdef(X) stands alone', () => {
  const texts = (text: string) => parseHypothesis(text).map((c) => `${print(c.left)} ${c.relation} ${print(c.right)}`)
  expect(texts('posdef(G)')).toEqual(['posdef(G) > 0'])
  expect(texts('posdef(G) > 1 and a < b')).toEqual(['posdef(G) > 1', 'a < b'])
})

test('a limit names a symbol and where it goes', () => {
  expect(parseLimit('S -> infinity')).toMatchObject({ symbol: 'S', to: { kind: 'symbol', name: 'infinity' } })
  expect(() => parseLimit('0 -> S')).toThrow('"0 -> S" is not a limit; write "lambda -> 0"')
})

test('calls of definitions are written out, through each other, and have the same value', () => {
  const written = expand(parseFormula('g(3, x) / 2'), definitions)
  const env = new Map([['x', scalarValue(rational(2))]])
  const all = withDefinitions(env, definitions, Q)
  expect(scalarOf(all.get('a')!)).toEqual(rational(3))
  // a (9 - x^2) / 2 at a = 3, x = 2
  expect(scalarOf(evaluate(written, all, Q))).toEqual(rational(15, 2))
  expect(() => expand(parseFormula('g(3)'), definitions)).toThrow('g(s, t) is called with 1 operands')
})

test('a formula rests on all that its definitions rest on', () => {
  expect([...restsOn(parseFormula('g(1, 2)'), definitions)]).toEqual(expect.arrayContaining(['g', 'f', 'a', 'x']))
})

test('values that are given win over definitions', () => {
  const given = new Map([['x', scalarValue(rational(2))], ['a', scalarValue(rational(9))]])
  expect(scalarOf(withDefinitions(given, definitions, Q).get('a')!)).toEqual(rational(9))
})

test('the head of a definition is a name, with or without parameters', () => {
  expect(parseHead('L')).toEqual({ name: 'L', parameters: [] })
  expect(parseHead(' f( x , y_1 ) ')).toEqual({ name: 'f', parameters: ['x', 'y_1'] })
  expect(() => parseHead('f()')).toThrow('"f()" defines nothing')
})
