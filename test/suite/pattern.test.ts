/** Patterns of ids. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matches, matchesAny } from '../../src/suite/pattern.js'

const word = fc.stringMatching(/^[a-z0-9.+-]{1,8}$/)

test('every part of an id matches it', () => {
  fc.assert(fc.property(word, word, fc.nat(), fc.nat(), (a, b, i, j) => {
    const id = `${a}/${b}`
    const [from, to] = [i % id.length, j % (id.length + 1)]
    expect(matches(id, id.slice(Math.min(from, to), Math.max(from, to) || undefined))).toBe(true)
  }))
})

test('a glob must match the whole id, and its other characters stand for themselves', () => {
  fc.assert(fc.property(word, word, (a, b) => {
    expect(matches(`${a}/${b}`, `${a}/*`)).toBe(true)
    expect(matches(`x${a}/${b}`, `${a}/*`)).toBe(a.startsWith('x') && `x${a}` === a)
    expect(matches(`${a}/${b}`, `**/${b}`)).toBe(true)
  }))
})

test.each([
  ['liu2021/momentum-covariance', 'liu2021/*', true], ['liu2021/deep/one', 'liu2021/*', false],
  ['liu2021/deep/one', 'liu2021/**', true], ['one', '**/one', true], ['a/one', '?/one', true],
  ['ab/one', '?/one', false],
  ['axb', 'a.b', false], ['axb', 'a.b*', false],
])('%s against %s: %s', (id, pattern, expected) => expect(matches(id, pattern)).toBe(expected))

test('no pattern matches everything', () => expect(matchesAny('anything', [])).toBe(true))
