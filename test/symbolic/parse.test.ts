import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { StatementError } from '../../src/symbolic/errors.js'
import { sameTree } from '../../src/symbolic/expression.js'
import { DEEPEST, loadParser, LONGEST, parseClaim, parseFormula, parseStep } from '../../src/symbolic/parse.js'
import { print } from '../../src/symbolic/print.js'
import { parseStatement, printStatement } from '../../src/symbolic/statement.js'
import { allTrees } from './support/trees.js'

await loadParser()

const codeOf = (text: string): string => {
  try {
    return `parsed as ${print(parseFormula(text))}`
  } catch (error) {
    if (error instanceof StatementError) return error.code
    throw error
  }
}

describe('formulas', () => {
  it('print and parse back to the same tree', () => {
    fc.assert(fc.property(allTrees, (e) => {
      const back = parseFormula(print(e))
      expect(sameTree(back, e), `${print(e)} -> ${print(back)}`).toBe(true)
    }), { numRuns: 400 })
  })

  it('print without a pair of parentheses that could be left out, but for exponents and signs in a row', () => {
    fc.assert(fc.property(allTrees, (e) => {
      const text = print(e)
      for (const [k, c] of [...text].entries()) {
        if (c !== '(' || /[\w^]/.test(text[k - 1] ?? '')) continue
        const end = closing(text, k)
        const shorter = `${text.slice(0, k)}${text.slice(k + 1, end)}${text.slice(end + 1)}`
        if (/-\s*-/.test(shorter)) continue
        const isSame = !codeOf(shorter).match(/^[A-Z_]+$/) && sameTree(parseFormula(shorter), e)
        expect(isSame, `${text} could be ${shorter}`).toBe(false)
      }
    }), { numRuns: 200 })
  })

  it('keep every digit of a literal', () => {
    expect(parseFormula('12345678901234567890'))
      .toEqual({ kind: 'number', numerator: 12345678901234567890n, denominator: 1n })
    expect(parseFormula('0.1')).toEqual({ kind: 'number', numerator: 1n, denominator: 10n })
    expect(parseFormula('0.3333333333333333333333')).toMatchObject({ denominator: 10n ** 22n })
  })

  it.each([
    ['a - b - c', '(a - b) - c'], ['a / b / c', '(a / b) / c'], ['a / b * c', '(a / b) * c'], ['a^b^c', 'a^(b^c)'],
    ['-a^2', '-(a^2)'], ["a * b'", "a * (b')"], ['-a * b', '(-a) * b'], ['a + b * c', 'a + (b * c)'],
    ["w'^2", "(w')^2"],
    ['+a', 'a'], ['a - -b', 'a - (-b)'],
  ])('%s is %s', (text, grouped) => {
    expect(sameTree(parseFormula(text), parseFormula(grouped))).toBe(true)
  })

  it.each([
    ['', 'EMPTY'], ['2x', 'HIDDEN_PRODUCT'], ['2(1 - mu)', 'HIDDEN_PRODUCT'], ['2 x', 'HIDDEN_PRODUCT'],
    ['(a)(b)', 'HIDDEN_PRODUCT'],
    ['1e3', 'HIDDEN_PRODUCT'], ['x = 1', 'BAD_CHARACTER'], ['a; b', 'BAD_CHARACTER'], ['"text"', 'BAD_CHARACTER'],
    ['λ * k', 'BAD_CHARACTER'], ['a[1]', 'BAD_CHARACTER'], ['x!', 'BAD_CHARACTER'], ['5 % 2', 'BAD_CHARACTER'],
    ['n__0 + 1', 'BAD_NAME'], ['a.b', 'SYNTAX'], ['a + ', 'SYNTAX'], ['(a', 'SYNTAX'], ['a * * b', 'SYNTAX'],
    ["'a'", 'SYNTAX'],
    ['.5', 'SYNTAX'], ['5.', 'SYNTAX'], ['1.2.3', 'SYNTAX'], ['a.^b', 'SYNTAX'], ['a.*b', 'SYNTAX'],
    ['a mod b', 'SYNTAX'],
    ['f(x)(y)', 'HIDDEN_PRODUCT'], ['2 (a + b)', 'HIDDEN_PRODUCT'], ['true', 'SYNTAX'], ['a ? b', 'BAD_CHARACTER'],
    ['[1, 2]', 'BAD_CHARACTER'], ['a, b', 'SYNTAX'],
    ['a to b', 'SYNTAX'], ['not a', 'SYNTAX'], ['5 cm', 'HIDDEN_PRODUCT'], ['()', 'SYNTAX'], ['f()', 'SYNTAX'],
  ])('refuses %j with %s', (text, code) => {
    expect(codeOf(text)).toBe(code)
  })

  it('bounds length and nesting before anything is parsed', () => {
    expect(codeOf('x + '.repeat(LONGEST) + 'x')).toBe('TOO_LONG')
    expect(codeOf('('.repeat(DEEPEST + 1) + 'x' + ')'.repeat(DEEPEST + 1))).toBe('TOO_DEEP')
    expect(codeOf('x'.repeat(LONGEST - 1))).toMatch(/^parsed/)
    for (const deep of ['-'.repeat(DEEPEST + 1) + 'x', 'x' + "'".repeat(DEEPEST + 1), 'x^'.repeat(DEEPEST + 1) + 'x',
      'x^-'.repeat(DEEPEST / 2 + 1) + 'x', '(x)^'.repeat(DEEPEST + 1) + 'x']) expect(codeOf(deep)).toBe('TOO_DEEP')
    expect(codeOf('x+'.repeat(1001) + 'x')).toBe('TOO_LONG')
    expect(codeOf('x+'.repeat(1000) + 'x')).toMatch(/^parsed/)
    expect(codeOf('x^2+'.repeat(300) + 'x')).toMatch(/^parsed/)
  })
})

describe('claims and steps', () => {
  it('split at their one relation', () => {
    expect(parseClaim('a + b <= c')).toMatchObject({ relation: '<=', right: { name: 'c' } })
    expect(parseClaim(' Sigma\n == 2 * C ')).toMatchObject({ relation: '==', left: { name: 'Sigma' } })
  })

  it.each([
    ['a + b', 'states nothing'], ['a = b', 'write == for equality'], ['a < b < c', 'more than one relation'],
    ['a == ', 'a formula is empty'],
  ])('refuses %j: %s', (text, message) => {
    expect(() => parseClaim(text)).toThrow(message)
  })

  it('read a line of an algorithm', () => {
    expect(parseStep('w = w - lambda * m')).toMatchObject({ name: 'w', value: { operator: '-' } })
    for (const bad of ['w == m', '2 = w', 'w', 'w + m = 2', "w' = m"]) {
      expect(() => parseStep(bad), bad).toThrow('is not a step')
    }
  })

  it.each([
    'Sigma == lambda * C', 'exists(Sigma) iff lambda > 0 and lambda < 2', 'posdef(K) > 0 implies lambda < 2',
  ])('print back: %s', (text) => {
    expect(printStatement(parseStatement(text))).toBe(text)
  })

  it('refuse two connectives', () => {
    expect(() => parseStatement('a > 0 iff b > 0 implies c > 0')).toThrow('more than one connective')
  })
})

function closing(text: string, opening: number): number {
  let depth = 0
  for (let k = opening; k < text.length; k++) {
    if (text[k] === '(') depth++
    if (text[k] === ')' && --depth === 0) return k
  }
  throw new Error(`unbalanced: ${text}`)
}
