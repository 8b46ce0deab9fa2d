import { describe, expect, test } from 'vitest'
import {
  anyFunction, diffusion, index, measured, moments, positive, positiveDefinite, real, recurrence,
} from '../../src/index.js'
import { checkTheorem } from '../../src/theorem/check.js'
import { momentum } from './examples.js'

const sound = {
  id: 'liu2021/texts',
  title: 'Every kind of text',
  source: momentum.source,
  symbols: {
    a: positive('a number'),
    x0: real('another'),
    K: positiveDefinite('a matrix'),
    X: measured.covariance('covariance of w'),
    W: measured.law('law of w'),
    R: measured.matrix('covariance one step apart'),
    i: index('row'),
    j: index('column'),
  },
  given: { small: 'a * norm(K) < 1 and posdef(K)' },
  where: { 'L(x)': 'a * x^2', Z: 'integral(x, 0, infinity, exp(-L(x)))', G: 'Tr(X) * I' },
  process: recurrence({ state: { w: 'vector' }, step: ['g = K * w', 'w = w - a * g'] }),
  measure: { X: 'Cov(w)', W: 'Law(w)', R: 'Cov(w, prev(w))' },
  claims: {
    c: 'X == G - R',
  },
  evidence: { c: [moments()] },
}
const messagesOf = async (fields: object): Promise<string> =>
  (await checkTheorem({ ...sound, ...fields })).faults.map(({ message }) => message).join('\n')

describe('a claim may be', () => {
  test.each([
    ['an entry', 'entry(X, i, j) == entry(K, j, i)'],
    ['a law', 'W == normal(X)'],
    ['a threshold', 'exists(X) iff posdef(I - a * K) > 0 and a < 1'],
    ['an integral', 'Z == 2 * integral(y, 0, 1, L(y) + y)'],
    ['a sum', 'a == sum(k, 1, D, 1 / k^2)'],
    ['a root', 'a == root(z, 0, 1, z^2 - a)'],
    ['a derivative', 'diff(L(x0), x0) == 2 * a * x0'],
    ['full of parentheses side by side', `a == ${Array.from({ length: 200 }, () => '(a)').join(' + ')}`],
  ])('%s', async (_, c) => {
    expect(await messagesOf({ claims: { c } })).toBe('')
  })
})

describe('a claim may not', () => {
  test.each([
    ['use the variable of an integral outside it', 'a == integral(y, 0, 1, y) + y', '"y" is not declared'],
    ['integrate between matrices', 'a == integral(y, 0, K, y)', 'a bound is no number'],
    ['integrate without a variable', 'a == integral(0, 1, 2, a)', 'needs a variable, two bounds and a formula'],
    ['take an entry of a number', 'entry(a, i, j) == 1', 'takes an entry of a number'],
    ['compare a law with a matrix', 'W == X', 'the left side is a law and the right side D x D'],
    ['differentiate a matrix', 'diff(K, a) == K', 'diff() takes a number, not D x D'],
    ['name a parameter of a definition', 'L(2) == x', '"x" is not a symbol of this theorem'],
    ['call a definition with too many operands', 'L(1, 2) == 1', 'L(x) is called with 2 operands'],
    ['call a parameter', 'a(2) == 1', '"a" is no function; write the product "a * (2)" with *'],
    ['name a state outside generator or current', "w' * w == 1", '"w" is not a symbol of this theorem'],
  ])('%s', async (_, c, message) => {
    expect(await messagesOf({ claims: { c } })).toContain(message)
  })
})

test('what rests on a measured symbol is no hypothesis', async () => {
  expect(await messagesOf({ given: { bad: 'Tr(G) < 1' } })).toContain('"G" is not a symbol of the given symbols')
})

test('the covariance of a matrix is refused', async () => {
  const process = recurrence({ state: { w: 'matrix' }, step: ['w = a * w'] })
  const message = await messagesOf({ process, measure: { ...sound.measure, X: 'Cov(w)' } })
  expect(message).toContain('Cov() takes vectors or numbers')
})

test('the generator acts on arbitrary functions of the states', async () => {
  const fields = {
    symbols: { a: sound.symbols.a, f: anyFunction('test function') },
    process: diffusion({ state: { x: 'scalar' }, drift: '-a * x', diffusion: '1' }),
    given: {}, where: {}, measure: {},
  }
  const claim = (c: string) => messagesOf({ ...fields, claims: { c } })
  expect(await claim('generator(f(x)) == diff(f(x), x, 2) / 2 - a * x * diff(f(x), x)')).toBe('')
  expect(await claim('generator(f(x, a)) == 0')).toContain('f() takes 1 operand, not 2')
  expect(await claim('generator(f(y)) == 0')).toContain('"y" is not a symbol of this theorem')
})

test('only an index may be called i', async () => {
  const message = await messagesOf({ symbols: { ...sound.symbols, i: positive('a number') } })
  expect(message).toContain('the name "i" is reserved')
})
