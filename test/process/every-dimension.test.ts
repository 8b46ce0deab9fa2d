/** Matrix equations proved for every D at once, and their false variants not. */
import { beforeAll, describe, expect, it } from 'vitest'
import { plainSgd } from '../../src/process/library/sgd.js'
import { proveEveryDimension, type EveryDimensionQuestion } from '../../src/process/every-dimension/prove.js'
import type { LetterKind } from '../../src/process/every-dimension/letters.js'
import { loadParser, parseClaim, parseFormula } from '../../src/symbolic/parse.js'
import { gaussian, iid, laplace } from '../../src/process/laws.js'
import { recurrence, vector } from '../../src/process/text.js'
import { parsed } from './check.js'
import { entries, field } from './points.js'
import { heavyBall, matrixRate, vanilla } from './statements/quadratic.js'
import { labelNoiseAnyRate } from './statements/regression.js'
import type { Statement } from './statements/statement.js'

beforeAll(loadParser)

const kindsOf = (s: Statement): Map<string, LetterKind> =>
  new Map(Object.entries(s.kinds).map(([name, kind]) => [name, kind === 'size' ? 'scalar' : (kind as LetterKind)]))

const ask = (s: Statement, claim: string, more: Partial<EveryDimensionQuestion<bigint>> = {}) => proveEveryDimension({
  process: s.process, kinds: kindsOf(s), ring: field, random: entries(field, claim), measures: parsed(s.measure),
  where: Object.entries(s.where ?? {}).map(([name, text]) => [name, parseFormula(text)] as const),
  claim: parseClaim(claim), ...more,
})

describe.each(Object.entries({ vanilla, heavyBall, matrixRate, labelNoiseAnyRate }))('%s', (_, s) => {
  const matrixClaims = Object.entries(s.claims).filter(([name]) => name !== 'excessLoss')
  it.each(matrixClaims)('%s follows for every D', (__, claim) => {
    expect(ask(s, claim)).toMatchObject({ proved: true })
  })

  it.each(Object.entries({ ...s.wrong, ...s.wrongFromTwo }))('the false %s does not', (__, claim) => {
    expect(ask(s, claim)?.proved ?? false).toBe(false)
  })
})

describe('multiples of an equation', () => {
  it('follow too, by whatever word they are multiplied', () => {
    const claim = 'K * M * K == K * (K*Sigma+Sigma*K) * K / (lambda*(1+mu))'
    expect(ask(heavyBall, claim)).toMatchObject({ proved: true })
  })
})

describe('what words cannot say', () => {
  it('is left to single dimensions: inverses, laws that are not Gaussian', () => {
    expect(ask(heavyBall, heavyBall.claims['excessLoss']!)).toBeNull()
    const heavy =
      recurrence({ state: { w: vector }, noise: { xi: iid(laplace({ scale: 'lambda' })) }, step: ['w = K * w + xi'] })
    expect(ask({ ...vanilla, process: heavy }, 'Sigma == K * Sigma * K + lambda * I')).toBeNull()
  })
})

describe('hypotheses', () => {
  it('that are formulas equal to zero are used: K * C == C * K', () => {
    const claim = 'K * (K * C) == (K * C) * K'
    expect(ask(vanilla, claim)).toMatchObject({ proved: false })
    expect(ask(vanilla, claim, { zero: [parseFormula('K * K * C - K * C * K')] })).toMatchObject({ proved: true })
  })
})

describe('covariances that are formulas', () => {
  it('stand for themselves', () => {
    const process = plainSgd({ hessian: 'K', noise: "mu * I + B * B'", learningRate: 'lambda' })
    const kinds =
      new Map<string, LetterKind>([['K', 'symmetric'], ['B', 'matrix'], ['lambda', 'scalar'], ['mu', 'scalar']])
    const claim = (noise: string) => `K*Sigma + Sigma*K - lambda*K*Sigma*K == lambda*(${noise})`
    expect(ask({ ...vanilla, process }, claim("mu * I + B * B'"), { kinds })).toMatchObject({ proved: true })
    expect(ask({ ...vanilla, process }, claim("mu * I + B' * B"), { kinds })).toMatchObject({ proved: false })
  })
})

describe('chains that are walked backwards', () => {
  it('turn their letters: E[x x\' B G x x\'] has C (B G)\' C beside C B G C', () => {
    const process = recurrence({
      state: { w: vector, v: vector },
      noise: { x: gaussian({ covariance: 'C' }) },
      step: ["v0 = v", "v = x * (x' * v0)", "w = x * (x' * (B * w))"],
    })
    const kinds = new Map<string, LetterKind>([['B', 'matrix'], ['C', 'symmetric']])
    const claim = (turned: string) => `G == C * B * G * C + C * ${turned} * C + Tr(B * G * C) * C`
    const measures = parsed({ G: 'Cov(w, v)' })
    expect(ask({ ...vanilla, process }, claim("G' * B'"), { kinds, measures })).toMatchObject({ proved: true })
    expect(ask({ ...vanilla, process }, claim('B * G'), { kinds, measures })).toMatchObject({ proved: false })
  })
})

describe('traces', () => {
  it('of the matrix equation follow for every D', () => {
    expect(ask(vanilla, '2 * Tr(K*Sigma) - lambda*Tr(K*Sigma*K) == lambda*Tr(C)')).toMatchObject({ proved: true })
    expect(ask(vanilla, '2 * Tr(K*Sigma) + lambda*Tr(K*Sigma*K) == lambda*Tr(C)')).toMatchObject({ proved: false })
  })
})
