/** What an author sees of a formula is the formula: read back it has the same value, and nothing is lost on the way. */
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { unicodeFormula, unicodeStatement } from '../../src/report/unicode-formula.js'
import { unicodeName } from '../../src/report/unicode-name.js'
import { compareFormulas, scalars } from '../../src/symbolic/identity.js'
import { type Expression, namesIn } from '../../src/symbolic/expression.js'
import { loadParser, parseFormula } from '../../src/symbolic/parse.js'
import { randomBits } from '../../src/symbolic/random.js'
import { Pole } from '../../src/symbolic/ring.js'
import { parseStatement } from '../../src/symbolic/statement.js'
import { rationalTrees } from '../symbolic/support/trees.js'
import { theoremModules } from '../modules.js'

beforeAll(loadParser)

/** The ASCII formula that a reader would take the line for: neighbours are factors, superscripts are powers. */
function readBack(line: string): string {
  const digits = (text: string, from: string): string =>
    [...text].map((c) => '0123456789'[[...from].indexOf(c)] ?? '-').join('')
  return line
    .replace(/[₀-₉]+/g, (text) => `_${digits(text, '₀₁₂₃₄₅₆₇₈₉')}`)
    .replace(/[⁰¹²³⁴-⁹⁻]+/g, (text) => `^(${digits(text, '⁰¹²³⁴⁵⁶⁷⁸⁹')})`)
    .replaceAll('−', '-').replaceAll('μ', 'mu').replaceAll(' · ', ' * ')
    .replace(/(?<=[\w)]) (?=[\w(])/g, ' * ')
}

function isDifferent(a: Expression, b: Expression, names: ReadonlySet<string>): boolean {
  try {
    return compareFormulas(a, b, scalars(names, names), { random: randomBits('unicode') }).identical === false
  } catch (error) {
    // what divides by zero everywhere has no value to compare
    if (error instanceof Pole) return false
    throw error
  }
}

test('a line reads back as a formula of the same value', () => {
  fc.assert(fc.property(rationalTrees, (e) => {
    const back = parseFormula(readBack(unicodeFormula(e)))
    const names = new Set([...namesIn(e), ...namesIn(back)])
    expect(isDifferent(e, back, names), `${unicodeFormula(e)} reads ${readBack(unicodeFormula(e))}`).toBe(false)
  }), { numRuns: 200 })
})

test('statements of a theorem', () => {
  const line = (text: string): string => unicodeStatement(parseStatement(text))
  expect(line('Sigma == lambda / (1 - mu) * C * inv(K * (2 * I - lambda / (1 + mu) * K))'))
    .toBe('Σ = (λ/(1 − μ)) C (K (2 I − (λ/(1 + μ)) K))⁻¹')
  expect(line("exists(Sigma) iff posdef(2 * I - lambda * K) > 0 and K' <= x_1"))
    .toBe('Σ exists  ⟺  2 I − λ K ≻ 0 and Kᵀ ≤ x₁')
})

test('different names stay different', () => {
  const names = ['sigma', 'Sigma', 'k1', 'k_1', 'k_i', 'K', 'T_eff', 'lambda_max']
  expect(names.map(unicodeName)).toEqual(['σ', 'Σ', 'k₁', 'k₁', 'kᵢ', 'K', 'T_eff', 'λ_max'])
})

test('every claim of every theorem has a line without ASCII operators', async () => {
  for (const { path, theorem } of await theoremModules()) {
    for (const claim of Object.values(theorem.claims)) {
      const line = unicodeStatement(parseStatement(typeof claim === 'string' ? claim : claim.then))
      expect(line, path).not.toMatch(/[*]|==|-|undefined/)
    }
  }
})
