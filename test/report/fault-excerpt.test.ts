/** Carets stand under the very text that a message speaks about. */
import { expect, test } from 'vitest'
import { offenceIn } from '../../src/report/fault-excerpt.js'
import { checkTheorem } from '../../src/theorem/check.js'

const module = (change: (text: string) => string): string => change(`import { defineTheorem, learningRate } from 'assay'
export default defineTheorem({
  id: 'a/b', title: 'T', source: { key: 'k', at: 'Theorem 1', url: 'u' },
  symbols: {
    lambda: learningRate('learning rate'),
    K: positiveDefinite('Hessian of lamda'),
    C: positiveDefinite('noise'),
    Sigma: measured.covariance('covariance'),
  },
  given: { stability: 'posdef(2 * I - lambda * K)' },
  process: plainSgd({ hessian: 'K', noise: 'C', learningRate: 'lambda' }),
  measure: { Sigma: 'Cov(w)' },
  claims: {
    first: 'K * Sigma == Sigma * K',
    balance: {
      when: 'K * C == C * K',
      then: \`K * Sigma + Sigma * K
        - lambda * K * Sigma * K == lambda * C\`,
    },
  },
  evidence: { first: [moments()], balance: [moments()] },
})
`)

/** The text under the carets of the first fault, and its line. */
async function marked(change: (text: string) => string): Promise<[string, number]> {
  const text = module(change)
  const assay = await import('../../src/index.js')
  const body = /defineTheorem\(([^]*)\)\n$/.exec(text)![1]!
  const stated: unknown =
    assay.defineTheorem(Function(...Object.keys(assay), `return ${body}`)(...Object.values(assay)) as never)
  const [fault] = (await checkTheorem(stated)).faults
  const offence = offenceIn(text, fault!)!
  const [line = '', carets = ''] = offence.lines
  return [line.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1), offence.line]
}

test.each([
  ['a misspelt symbol of a claim, not the same word elsewhere', ["Sigma * K'", "Sigma * lamda'"], ['lamda', 14]],
  ['one in the second line of a claim', ['- lambda * K * Sigma', '- lamda * K * Sigma'], ['lamda', 18]],
  ['one in the condition of a claim', ["'K * C == C", "'K * X == C"], ['X', 16]],
  ['one in a hypothesis', ['2 * I - lambda', '2 * I - lamda'], ['lamda', 10]],
  ['a hidden product', ["Sigma * K'", "2Sigma'"], ['2Sigma', 14]],
  ['a symbol that nothing measures', ["{ Sigma: 'Cov(w)' }", "{ Sigma: 'Cov(v)' }"], ['v', 12]],
  ['a symbol without a domain', ["learningRate('learning rate')", '3'], ['lambda', 5]],
  ['evidence for an unknown claim', ['balance: [moments()]', "balance: [follows('frist')]"], ['frist', 21]],
  ['a whole claim whose shapes differ', ["first: 'K * Sigma == Sigma * K'", "first: 'K == lambda'"], ['first', 14]],
] as const)('%s', async (_, [from, to], [text, line]) => {
  expect(await marked((whole) => whole.replace(from, to))).toEqual([text, line])
})

test('where nothing of a message stands in the module there is no excerpt', () =>
  expect(offenceIn('export default 1', { claim: null, message: 'no default export; '
    + 'write "export default defineTheorem"' })).toBe(null))
