import { describe, expect, test } from 'vitest'
import {
  commutingWith, count, follows, gaussian, limit, measured, moments, positive, positiveDefinite, simulated,
} from '../../src/index.js'
import { checkTheorem, soundTheorem } from '../../src/theorem/check.js'
import { labelNoise, momentum } from './examples.js'

type Loose = Record<string, unknown>

/** The momentum theorem with some of its fields changed, as JavaScript would hand it over. */
const changed = (fields: Loose): Loose => ({ ...(momentum as unknown as Loose), ...fields })
const withClaim = (claim: unknown): Loose => changed({ claims: { c: claim }, evidence: { c: [moments()] } })
const messagesOf = async (stated: unknown): Promise<string[]> =>
  (await checkTheorem(stated)).faults.map(({ message }) => message)
const id = 'liu2021/momentum-covariance'

test.each([momentum, labelNoise])('a well-stated theorem has no faults: $id', async (theorem) => {
  expect(await checkTheorem(theorem)).toEqual({ theorem, faults: [] })
})

describe('a claim', () => {
  test.each<[string, unknown, string]>([
    ['misspelt symbol', 'Sigma == lamda * C', '"lamda" is not a symbol of this theorem; did you mean "lambda"?'],
    ['letters swapped', 'Sgima == C', '"Sgima" is not a symbol of this theorem; did you mean "Sigma"?'],
    ['wrong case', 'sigma == C', '"sigma" is not a symbol of this theorem; did you mean "Sigma"?'],
    ['a common word', 'trace(Sigma) == 1', '"trace" is not a symbol of this theorem; did you mean "Tr"?'],
    ['an undeclared unit', 'Sigma == N * C', '"N" is not a symbol of this theorem'],
    ['a Greek letter', 'Sigma == λ * C', '"λ" is not a symbol of this theorem'],
    ['number and symbol', 'Sigma == 2C', 'write the product "2C" with *: 2 * C'],
    ['scientific notation', 'Sigma == 1e-3 * C', 'write powers of ten out, such as 10^(-3), not "1e"'],
    ['a large literal', 'Sigma == 2.5E9 * C', 'not "2.5E9"'],
    ['parentheses and symbol', 'Sigma == (1 - mu) C', 'write the product "(1 - mu) C" with *'],
    ['symbol and parentheses', 'Sigma == lambda (1 - mu) * C',
      '"lambda" is no function; write the product "lambda * (1 - mu)" with *'],
    ['a blank between factors', 'Sigma == lambda C', 'with *'],
    ['one =', 'Sigma = C', 'write == for equality'],
    ['no relation', 'Sigma - C', '"Sigma - C" states nothing'],
    ['two relations', '0 < mu < 1', 'more than one relation'],
    ['an empty text', '  ', 'a formula is empty'],
    ['open parenthesis', 'Sigma == (C', 'does not parse'],
    ['shapes of the sides', 'Sigma == lambda', 'the left side is D x D and the right side a number'],
    ['shapes of a sum', 'Sigma == C + lambda', 'shapes D x D and 1 x 1 differ in "C + lambda"'],
    ['division by a matrix', 'Sigma == 1 / C', 'division by a D x D'],
    ['an inequality of matrices', 'Sigma < C', '"<" compares numbers, not D x D; write posdef(...)'],
    ['too many operands', 'Tr(Sigma, C) == 1', 'Tr() takes 1 operand, not 2'],
    ['not a number', NaN, "the claim is NaN; write 'left == right'"],
    ['no formula', { when: 'K * C == C * K' }, 'the claim is missing'],
    ['a hypothesis', { then: 'Sigma == C', when: 'lamda < 1' },
      '"lamda" is not a symbol of the given symbols; did you mean "lambda"?'],
    ['a measured hypothesis', { then: 'Sigma == C', when: 'norm(Sigma) < 1' },
      '"Sigma" is not a symbol of the given symbols'],
    ['a limit', { then: 'Sigma == C', limit: 'lambda = 0' }, '"lambda = 0" is not a limit; write "lambda -> 0"'],
    ['a correction', { then: 'Sigma == C', corrected: 'd' }, 'there is no claim "d"'],
    ['an unmeetable equality', { then: 'Sigma == C', when: 'K * C * K == C' },
      "cannot draw K, C with K * C * K == C; give C the domain commutingWith('K')"],
    ['an unsatisfiable hypothesis', { then: 'Sigma == C', when: 'mu > 1' }, 'out of 200 meets'],
  ])('with %s is refused with the way out', async (_, claim, message) => {
    const faults = await messagesOf(withClaim(claim))
    expect(faults).toHaveLength(1)
    expect(faults[0]).toContain(`${id} › c`)
    expect(faults[0]).toContain(message)
  })

  test('of 10,000 characters or 5,000 parentheses is refused before it is parsed', async () => {
    const long = `Sigma == ${Array.from({ length: 1700 }, () => 'C').join(' + ')} + C`
    const deep = `Sigma == ${'('.repeat(5000)}C${')'.repeat(5000)}`
    expect((await messagesOf(withClaim(long)))[0]).toContain('characters; at most')
    expect((await messagesOf(withClaim(deep)))[0]).toContain('characters; at most')
    const nested = `Sigma == ${'('.repeat(1000)}C${')'.repeat(1000)}`
    expect((await messagesOf(withClaim(nested)))[0]).toContain('parentheses')
  })

  test('that is ill-stated costs itself only', async () => {
    const stated = changed({
      claims: { bad: 'Sigma == lamda * C', good: 'Sigma == C', worse: 'Sigma == 2C' },
      evidence: { bad: [moments()], good: [moments()], worse: [simulated()] },
    })
    const { theorem, faults } = await checkTheorem(stated)
    expect(Object.keys(theorem!.claims)).toEqual(['good'])
    expect(faults.map(({ claim, code }) => [claim, code]))
      .toEqual([['bad', 'UNKNOWN_SYMBOL'], ['worse', 'HIDDEN_PRODUCT']])
  })
})

describe('evidence', () => {
  const claims = { a: 'Sigma == C', b: 'Sigma == K' }
  test.each<[string, Loose, string]>([
    ['missing', { a: [moments()] }, 'b › evidence: no evidence; write evidence: { b: [moments(), simulated()] }'],
    ['for no claim', { a: [moments()], b: [moments()], bb: [moments()] }, 'there is no claim "bb"; did you mean "b"?'],
    ['of no kind', { a: [{ kind: 'hope' }], b: [moments()] }, '"hope" is no evidence; use moments()'],
    ['that follows from nothing', { a: [follows('balance')], b: [moments()] },
      'there is no claim "balance"; the claims are a, b'],
    ['that goes round', { a: [follows('b')], b: [moments(), follows('a')] }, 'goes round in a circle'],
    ['with a limit at no symbol', { a: [limit({ lamda: 0 }, momentum, 'balance')], b: [moments()] },
      'did you mean "lambda"?'],
    ['with a limit at no number', { a: [limit({ mu: NaN }, momentum, 'balance')], b: [moments()] },
      'mu goes to NaN; give a number'],
    ['with a limit to one of many', { a: [limit({ mu: 0 }, momentum)], b: [moments()] }, 'limit() leads to no claim'],
    ['with a limit to no claim', { a: [limit({ mu: 0 }, momentum, 'blance')], b: [moments()] },
      'there is no claim "blance"; did you mean "balance"?'],
    ['with a precision of zero', { a: [simulated({ precision: 0 })], b: [moments()] },
      'precision is 0; give a positive number'],
  ])('%s is refused', async (_, evidence, message) => {
    expect((await messagesOf(changed({ claims, evidence }))).join('\n')).toContain(message)
  })

  test.each<[string, Loose]>([
    ['the claim of the same name', limit({ mu: 0 }, momentum) as unknown as Loose],
    ['the claim that is named', limit({ mu: 0 }, momentum, 'closedForm') as unknown as Loose],
    ['the only claim', limit({ mu: 0 }, labelNoise) as unknown as Loose],
  ])('with a limit leads to %s', async (_, support) => {
    const stated = changed({ id: 'liu2021/other', claims: { balance: 'Sigma == C' }, evidence: { balance: [support] } })
    expect(await messagesOf(stated)).toEqual([])
  })

  test('that goes round through another theorem is refused', async () => {
    const one = changed({ id: 'liu2021/one', claims: { a: 'Sigma == C' } })
    const back = [limit({ mu: 0 }, one as never)]
    const two = changed({ id: 'liu2021/two', claims: { a: 'Sigma == C' }, evidence: { a: back } })
    one.evidence = { a: [limit({ mu: 0 }, two as never)] }
    expect((await messagesOf(one))[0]).toContain('circle: liu2021/one › a -> liu2021/two › a -> liu2021/one › a')
  })
})

describe('a theorem', () => {
  const symbols = momentum.symbols
  const one = { claims: { c: 'mu == mu' }, evidence: { c: [moments()] } }
  test.each<[string, unknown, string]>([
    ['that is not there', undefined, 'no default export'],
    ['that is a number', 7, 'the default export is 7; wrap it in defineTheorem'],
    ['without a source', changed({ source: undefined }), 'no source; write source: work'],
    ['without a claim', changed({ claims: {} }), 'no claim'],
    ['with symbols in a list', changed({ symbols: [] }), 'symbols is a list; give an object'],
    ['with a symbol __proto__ in a literal', changed({ symbols: { __proto__: positive('a') } }),
      '"__proto__" cannot be a name in symbols'],
    ['with an own symbol __proto__', changed({ symbols: { ...symbols, ['__proto__']: positive('a') } }),
      '"__proto__" cannot name a symbol'],
    ['with a symbol named e', changed({ symbols: { ...symbols, e: positive('a') } }),
      'the name "e" is reserved; choose another'],
    ['with a symbol named like a unit', changed({ symbols: { ...symbols, cm: positive('a') } }),
      'the name "cm" is reserved'],
    ['with a symbol named like a function', changed({ symbols: { ...symbols, inv: positive('a') } }),
      'the name "inv" is reserved'],
    ['with a Greek symbol', changed({ symbols: { ...symbols, λ: positive('a') } }), '"λ" cannot name a symbol'],
    ['with a symbol without a domain', changed({ symbols: { ...symbols, a: 3 } }), '"a" is 3; give it a domain'],
    ['with a symbol that is null', changed({ symbols: { ...symbols, a: null } }), '"a" is null; give it a domain'],
    ['with a symbol that commutes with nothing', changed({ symbols: { ...symbols, P: commutingWith('KK') } }),
      'which is no given matrix of this theorem; did you mean "K"?'],
    ['with a hypothesis misspelt', changed({ given: { stable: 'lamda < 1' } }),
      'given stable: "lamda" is not a symbol of the given symbols'],
    ['with a hypothesis that nothing meets', changed({ given: { stable: 'mu > 1' } }),
      'given: no draw of lambda, mu, K, C out of 200 meets "mu > 1"'],
    ['with a definition out of order', changed({ where: { A: '2 * B', B: 'mu' } }),
      'where A: "B" is not a symbol of this theorem before "A"'],
    ['with a definition of itself', changed({ where: { A: '2 * A' } }),
      '"A" is not a symbol of this theorem before "A"'],
    ['with a definition twice', changed({ where: { mu: '2' } }), '"mu" is declared twice'],
    ['with a definition of a reserved name', changed({ where: { exp: '2' } }), 'the name "exp" is reserved'],
    ['with a bad head of a definition', changed({ where: { 'L(x': 'x' } }), '"L(x" defines nothing'],
    ['with an unmeasured symbol', changed({ measure: {} }), '"Sigma" is measured, but how?'],
    ['with a measure of nothing', changed({ measure: { Sigma: 'Cov(w)', Sgima: 'Cov(w)' } }),
      '"Sgima" is no measured symbol of this theorem; did you mean "Sigma"?'],
    ['with a measure of another shape', changed({ measure: { Sigma: 'E(w)' } }),
      '"Sigma" is declared as D x D and measured as D x 1'],
    ['without a process', changed({ process: undefined }), '"Sigma" is measured, but there is no process'],
  ])('%s is refused', async (_, stated, message) => {
    const { theorem, faults } = await checkTheorem(stated)
    expect(faults.map((fault) => fault.message).join('\n')).toContain(message)
    expect(theorem).toBeNull()
  })

  test.each<[string, Loose, string]>([
    ['a misspelt symbol', { step: ['w = w - lamda * eta'] },
      'step 1: "lamda" is not a symbol of this process; did you mean "lambda"?'],
    ['a measured symbol', { step: ['w = w - Sigma * eta'] }, 'step 1: "Sigma" is not a symbol of this process'],
    ['a local used too early', { step: ['w = w - g', 'g = eta'] }, 'step 1: "g" is not a symbol of this process'],
    ['no assignment', { step: ['w - eta'] }, '"w - eta" is not a step'],
    ['shapes that differ', { step: ['w = w - lambda'] }, 'shapes D x 1 and 1 x 1 differ'],
    ['a state of another shape', { step: ["w = w' * eta"] }, '"w" is D x 1 and is set to 1 x 1'],
    ['a symbol that is set', { step: ['K = K', 'w = eta'] }, '"K" is a symbol of the theorem and cannot be set'],
    ['a law of an unknown covariance', { noise: { eta: gaussian({ covariance: 'CC' }) } },
      'noise eta: "CC" is not a symbol of the given symbols'],
    ['a law that is none', { noise: { eta: { covariance: 'C' } } }, 'noise eta: no law of noise'],
    ['a state named like a symbol', { state: { w: 'vector', K: 'vector' } }, '"K" is declared twice'],
    ['a state without a shape', { state: { w: 'Vector' } }, '"Vector" is no shape of a state'],
    ['a batch of a matrix', { batch: { size: 'K', sample: {} } }, 'a batch size is a number, not D x D'],
  ])('whose process has %s is refused', async (_, fields, message) => {
    const noise = { eta: gaussian({ covariance: 'C' }) }
    const process = { state: { w: 'vector' }, noise, step: ['w = w - lambda * eta'], ...fields }
    const stated = changed({ symbols: { ...symbols, S: count('batch') }, process, ...one })
    expect((await messagesOf(stated)).join('\n')).toContain(message)
  })

  test('with many slips reports each of them', async () => {
    const stated = changed({
      given: { a: 'lamda < 1' }, where: { G: 'KK' }, measure: {}, claims: { c: 'Sigma == 2C' }, evidence: {},
    })
    expect((await messagesOf(stated)).length).toBe(5)
  })

  test('may use names that objects inherit', async () => {
    const stated = {
      ...changed({}), symbols: { toString: positiveDefinite('a'), valueOf: positive('b'), X: measured.covariance('c') },
      given: {}, where: {}, measure: { X: 'Cov(w)' }, claims: { hasOwnProperty: 'X == valueOf * toString' },
      evidence: { hasOwnProperty: [moments()] },
      process: { state: { w: 'vector' }, noise: { eta: gaussian({ covariance: 'toString' }) }, step: ['w = eta'] },
    }
    expect(await messagesOf(stated)).toEqual([])
  })
})

test('an unsound theorem is an error where one is asked for', async () => {
  await expect(soundTheorem(withClaim('Sigma == 2C')))
    .rejects.toMatchObject({ name: 'StatementError', code: 'HIDDEN_PRODUCT' })
  expect(await soundTheorem(momentum)).toBe(momentum)
})
