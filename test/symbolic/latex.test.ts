import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { evaluate } from '../../src/symbolic/evaluate.js'
import { add, call, namesIn, number, power, rewrite, type Expression } from '../../src/symbolic/expression.js'
import { latex, latexStatement } from '../../src/symbolic/latex.js'
import { loadParser, parseFormula } from '../../src/symbolic/parse.js'
import { Pole } from '../../src/symbolic/ring.js'
import { primeField } from '../../src/symbolic/rings/prime-field.js'
import { parseStatement } from '../../src/symbolic/statement.js'
import { scalarOf, scalarValue } from '../../src/symbolic/value.js'
import { readLatex } from './support/read-latex.js'
import { typesetTrees, withDistinctLeaves } from './support/trees.js'

beforeAll(loadParser)

const field = primeField((1n << 61n) - 1n)

/** Value with superscripts read as generic functions, through which no sign can move unseen. */
function valueOf(e: Expression): bigint | 'pole' {
  const odd = (x: Expression, shift: number, n: number): Expression => power(add(x, number(shift)), number(n))
  const even = rewrite(e, (node) => {
    if (node.kind === 'call' && node.name === 'inv') return odd(node.operands[0]!, 1, -3)
    if (node.kind === 'operator' && node.operator === '^') return odd(node.operands[0]!, 2, 3)
    return node.kind === 'operator' && node.operator === 'transpose' ? odd(node.operands[0]!, 3, 3) : node
  })
  const env = new Map([...namesIn(even)]
    .map((n) => [n, scalarValue([...n].reduce((v, c) => v * 257n + BigInt(c.charCodeAt(0)) ** 3n, 1n) % field.p)]))
  try {
    return scalarOf(evaluate(even, env, field))
  } catch (error) {
    if (error instanceof Pole) return 'pole'
    throw error
  }
}

/** The text without its k-th pair of parentheses. */
function withoutPair(text: string, k: number): string {
  const opening = [...text.matchAll(/\\left\(/g)][k]!.index
  let depth = 0
  for (const match of text.slice(opening).matchAll(/\\left\(|\\right\)/g)) {
    depth += match[0] === '\\left(' ? 1 : -1
    if (depth > 0) continue
    const closing = opening + match.index
    return `${text.slice(0, opening)}${text.slice(opening + 6, closing)} ${text.slice(closing + 7)}`
  }
  throw new Error(`unbalanced: ${text}`)
}

describe('LaTeX', () => {
  it('reads back to the same value: no parenthesis is missing', () => {
    fc.assert(fc.property(typesetTrees, (e) => {
      expect(valueOf(readLatex(latex(e))), latex(e)).toBe(valueOf(e))
    }), { numRuns: 300 })
  })

  it('reads back to another value, or not at all, without any one of its parentheses', () => {
    fc.assert(fc.property(typesetTrees.map(withDistinctLeaves), (e) => {
      const text = latex(e)
      const value = valueOf(e)
      fc.pre(value !== 'pole' && value !== 0n)
      for (let k = 0; k < text.split('\\left(').length - 1; k++) {
        const shorter = withoutPair(text, k)
        let read: bigint | string | null = null
        try {
          read = valueOf(readLatex(shorter))
        } catch {}
        expect(read, `${text} -> ${shorter}`).not.toBe(value)
      }
    }), { numRuns: 300 })
  })

  it.each([
    ['sigma^2 * lambda / (2 * (1 - mu))', '\\frac{\\sigma^{2} \\lambda}{2 \\left(1 - \\mu\\right)}'],
    ['Sigma_ij', '\\Sigma_{ij}'],
    ['k1 * k_2', 'k_{1} k_{2}'],
    ['T_eff^2', 'T_{\\mathrm{eff}}^{2}'],
    ['lambda_star * S', '\\lambda_{\\star} S'],
    ['Ls + k_mu', '\\mathrm{Ls} + k_{\\mu}'],
    ['(1 - mu) * (K * Sigma + Sigma * K)', '\\left(1 - \\mu\\right) \\left(K \\Sigma + \\Sigma K\\right)'],
    ['(1 + mu^2) / (1 - mu^2) * lambda * K * Sigma * K', '\\frac{1 + \\mu^{2}}{1 - \\mu^{2}} \\lambda K \\Sigma K'],
    ['Tr(K * Sigma)', '\\operatorname{Tr}\\left[K \\Sigma\\right]'],
    ['2 * 3 * x', '2 \\cdot 3 x'],
    ['a - (b - c)', 'a - \\left(b - c\\right)'],
    ['a - (b + c)', 'a - \\left(b + c\\right)'],
    ['a + (b - c)', 'a + b - c'],
    ['(-x)^2', '\\left(-x\\right)^{2}'],
    ['-x^2', '-x^{2}'],
    ['a / b / c', '\\frac{\\frac{a}{b}}{c}'],
    ['a * (b * c)', 'a b c'],
    ['a * (-b)', 'a \\left(-b\\right)'],
    ['x * (-a / b)', 'x \\left(-\\frac{a}{b}\\right)'],
    ['-(a + b)', '-\\left(a + b\\right)'],
    ['x^(-1)', 'x^{-1}'],
    ['(a * b)^2', '\\left(a b\\right)^{2}'],
    ['exp(-beta * L)', 'e^{-\\beta L}'],
    ['exp(-x / T)', '\\exp\\left(-\\frac{x}{T}\\right)'],
    ['exp(x)^2', '\\left(e^{x}\\right)^{2}'],
    ['2^(a + b)', '2^{a + b}'],
    ['x^(1 / 2)', 'x^{1/2}'],
    ['(x^2)^3', '\\left(x^{2}\\right)^{3}'],
    ['(1 / 2)^n', '\\left(\\frac{1}{2}\\right)^{n}'],
    ["A' * inv(K)", 'A^{\\top} K^{-1}'],
    ["(A * B)'", '\\left(A B\\right)^{\\top}'],
    ["inv(K)'", '\\left(K^{-1}\\right)^{\\top}'],
    ['C * inv(K * (2 * I - lambda / (1 + mu) * K))',
      'C \\left(K \\left(2 I - \\frac{\\lambda}{1 + \\mu} K\\right)\\right)^{-1}'],
    ["E(w * prev(w)')", '\\mathbb{E}\\left[w w_{t-1}^{\\top}\\right]'],
    ['Cov(w)', '\\operatorname{Cov}\\left[w\\right]'],
    ['norm(K)', '\\left\\lVert K \\right\\rVert'],
    ['log(det(X)) / sqrt(2 * pi)', '\\frac{\\ln\\left(\\det\\left(X\\right)\\right)}{\\sqrt{2 \\pi}}'],
    ['0.25 * x', '0.25 x'],
    ['integral(x, -infinity, infinity, exp(-L(x)))',
      '\\int_{-\\infty}^{\\infty} e^{-L\\left(x\\right)} \\,\\mathrm{d} x'],
    ['sum(k, 1, n, a + k) * b', '\\left(\\sum_{k=1}^{n} \\left(a + k\\right)\\right) b'],
    ['a * sum(k, 1, n, k)', 'a \\sum_{k=1}^{n} k'],
    ['diff(L, x) + diff(L(x), x, 2)',
      '\\frac{\\mathrm{d} L}{\\mathrm{d} x} + \\frac{\\mathrm{d}^{2}}{\\mathrm{d} x^{2}} L\\left(x\\right)'],
    ['entry(Sigma, i, j)', '\\Sigma_{ij}'],
  ])('sets %s as %s', (text, expected) => {
    expect(latex(parseFormula(text))).toBe(expected)
  })

  it('uses the author\'s names, and protects those that carry a superscript', () => {
    const names = new Map([['lambda', '\\lambda^{*}'], ['r', '\\rho']])
    expect(latex(parseFormula('lambda^2 * r^2'), names)).toBe('\\left(\\lambda^{*}\\right)^{2} \\rho^{2}')
  })

  it.each([
    ['lambda * norm(K) <= 2', '\\lambda \\left\\lVert K \\right\\rVert \\le 2'],
    ['posdef(2 * I - K) > 0', '2 I - K \\succ 0'],
    ['Sigma == C', '\\Sigma = C'],
    ['exists(Sigma) iff lambda > 0 and lambda < 2',
      '\\Sigma \\text{ exists} \\iff \\lambda > 0 \\text{ and } \\lambda < 2'],
    ['a > 0 implies b > 0', 'a > 0 \\implies b > 0'],
  ])('states %s', (text, expected) => {
    expect(latexStatement(parseStatement(text))).toBe(expected)
  })

  it('sets unknown functions by name', () => {
    expect(latex(call('kappa', number(2)))).toBe('\\kappa\\left(2\\right)')
  })
})
