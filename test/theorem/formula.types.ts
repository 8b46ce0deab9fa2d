/** What the compiler must refuse. Every expected error is a slip that an author can make; `tsc` is the test runner. */
import {
  between, commutingWith, count, defineTheorem, follows, gaussian, learningRate, limit, measured, moments,
  positiveDefinite, recurrence, sgd, simulated,
} from '../../src/index.js'
import type { Formula, NamesIn } from '../../src/theorem/formula.js'
import { liu2021 } from '../../theorems/sources.js'

type Same<A, B> = [A] extends [B] ? [B] extends [A] ? true : false : false
const holds = <T extends true>(): T => true as T

holds<Same<NamesIn<'lambda / (1 - mu) * C^2'>, 'lambda' | 'mu' | 'C'>>()
holds<Same<NamesIn<"x' * A\n  * (x - 2K)">, 'x' | 'A' | '2K'>>()
holds<Same<NamesIn<'λ·x + 0.5'>, 'λ·x'>>()
holds<Same<Formula<'2 * K + 1.5', 'K'>, '2 * K + 1.5'>>()
holds<Same<Formula<'lamda * K', 'lambda' | 'K'>, '"lamda" is not a symbol of this theorem'>>()
holds<Same<Formula<'2K', 'K'>, 'write the product "2K" with *'>>()
holds<Same<Formula<'1e-3 * K', 'K'>, 'write powers of ten out, such as 10^(-3), not "1e"'>>()
holds<Same<Formula<'integral(x, 0, 1, x * K)', 'K'>, 'integral(x, 0, 1, x * K)'>>()
holds<Same<Formula<string, 'K'>, string>>()
holds<Same<Formula<`K + ${string}`, 'K'>, `K + ${string}`>>()

const about = { id: 'liu2021/example', title: 'An example', source: liu2021.at('Theorem 2') }
const symbols = {
  lambda: learningRate('learning rate'),
  mu: between(0, 1, 'momentum'),
  K: positiveDefinite('Hessian'),
  C: positiveDefinite('noise covariance'),
  Sigma: measured.covariance('covariance of the weights'),
}
const process = sgd({ hessian: 'K', noise: 'C', learningRate: 'lambda', momentum: 'mu' })
const rest = { symbols, process, measure: { Sigma: 'Cov(w)' } } as const
const evidence = { c: [moments()] } as const

// a claim over many lines, definitions, a limit, a reference: all as they should be
defineTheorem({
  ...about, ...rest,
  given: { stability: 'lambda * norm(K) < 2 * (1 + mu) and posdef(K)' },
  where: { G: '2 * I - lambda * K', 'L(x)': 'mu * x^2', Z: 'integral(y, 0, 1, L(y))' },
  claims: {
    c: `
      Sigma
        == lambda * C * inv(K * G)`,
    d: { when: 'K * C == C * K', then: 'Tr(Sigma) == L(2) * Z', says: 'in words', expected: 'refuted', corrected: 'c' },
    e: { limit: 'lambda -> 0', then: 'Sigma == 0 * I' },
  },
  evidence: { c: [moments(), simulated()], d: [follows('c')], e: [limit({ mu: 0 }, undefined, 'c')] },
})

// @ts-expect-error a misspelt symbol in a claim
defineTheorem({ ...about, ...rest, claims: { c: 'Sigma == lamda * C' }, evidence })
defineTheorem({
  ...about, ...rest,
  claims: {
    // @ts-expect-error a misspelt symbol in the third line of a claim
    c: `
      Sigma
        == lambda * CC`,
  },
  evidence,
})
// @ts-expect-error a hidden product
defineTheorem({ ...about, ...rest, claims: { c: 'Sigma == 2C' }, evidence })
// @ts-expect-error a Greek letter, where names are ASCII
defineTheorem({ ...about, ...rest, claims: { c: 'Sigma == λ * C' }, evidence })
// @ts-expect-error one = where == was meant
defineTheorem({ ...about, ...rest, claims: { c: 'Sigma = C' }, evidence })
// @ts-expect-error a claim that states nothing
defineTheorem({ ...about, ...rest, claims: { c: 'Sigma - C' }, evidence })
// @ts-expect-error a misspelt symbol in a hypothesis of the theorem
defineTheorem({ ...about, ...rest, given: { stable: 'lambda * norm(H) < 2' }, claims: { c: 'Sigma == C' }, evidence })
// @ts-expect-error a misspelt symbol in a hypothesis of a claim
defineTheorem({ ...about, ...rest, claims: { c: { when: 'K * D0 == D0 * K', then: 'Sigma == C' } }, evidence })
// @ts-expect-error a measured symbol in a hypothesis
defineTheorem({ ...about, ...rest, given: { small: 'norm(Sigma) < 1' }, claims: { c: 'Sigma == C' }, evidence })
// @ts-expect-error a misspelt symbol in a definition
defineTheorem({ ...about, ...rest, where: { G: '2 * I - lambda * KK' }, claims: { c: 'Sigma == G' }, evidence })
// @ts-expect-error a definition of a reserved name
defineTheorem({ ...about, ...rest, where: { 'exp(x)': 'x^2' }, claims: { c: 'Sigma == C' }, evidence })
// @ts-expect-error the parameter of one definition used in another
defineTheorem({ ...about, ...rest, where: { 'L(x)': 'x^2', M: 'x + 1' }, claims: { c: 'Sigma == C' }, evidence })
// @ts-expect-error a misspelt symbol in a limit
defineTheorem({ ...about, ...rest, claims: { c: { limit: 'lamda -> 0', then: 'Sigma == C' } }, evidence })
// @ts-expect-error a claim without its formula
defineTheorem({ ...about, ...rest, claims: { c: { when: 'K * C == C * K' } }, evidence })
// @ts-expect-error a field that no claim has
defineTheorem({ ...about, ...rest, claims: { c: { then: 'Sigma == C', expect: 'refuted' } }, evidence })
// @ts-expect-error an expectation that is none
defineTheorem({ ...about, ...rest, claims: { c: { then: 'Sigma == C', expected: 'false' } }, evidence })
// @ts-expect-error corrected by a claim that is not there
defineTheorem({ ...about, ...rest, claims: { c: { then: 'Sigma == C', corrected: 'd' } }, evidence })

// @ts-expect-error a reserved name
defineTheorem({ ...about, ...rest, symbols: { ...symbols, e: count('epochs') }, claims: { c: 'Sigma == C' }, evidence })
// @ts-expect-error no source
defineTheorem({ id: about.id, title: about.title, ...rest, claims: { c: 'Sigma == C' }, evidence })
// @ts-expect-error no evidence for a claim
defineTheorem({ ...about, ...rest, claims: { c: 'Sigma == C', d: 'Sigma == K' }, evidence })
// @ts-expect-error an empty list of evidence
defineTheorem({ ...about, ...rest, claims: { c: 'Sigma == C' }, evidence: { c: [] } })
// @ts-expect-error evidence for a claim that is not there
defineTheorem({ ...about, ...rest, claims: { c: 'Sigma == C' }, evidence: { c: [moments()], d: [moments()] } })
// @ts-expect-error following from a claim that is not there
defineTheorem({ ...about, ...rest, claims: { c: 'Sigma == C' }, evidence: { c: [follows('balance')] } })
// @ts-expect-error a limit of a symbol that is not there
defineTheorem({ ...about, ...rest, claims: { c: 'Sigma == C' }, evidence: { c: [limit({ nu: 0 })] } })

// @ts-expect-error a measured symbol without its measure
defineTheorem({ ...about, symbols, process, measure: {}, claims: { c: 'Sigma == C' }, evidence })
// @ts-expect-error no measures at all
defineTheorem({ ...about, symbols, process, claims: { c: 'Sigma == C' }, evidence })
// @ts-expect-error a measure of a state that the process has not
defineTheorem({ ...about, symbols, process, measure: { Sigma: 'Cov(v)' }, claims: { c: 'Sigma == C' }, evidence })
const measuring = { symbols, measure: { Sigma: 'Cov(w)' }, claims: { c: 'Sigma == C' }, evidence } as const
const unknown = sgd({ hessian: 'H', noise: 'C', learningRate: 'lambda', momentum: 'mu' })
// @ts-expect-error a misspelt symbol in a library process
defineTheorem({ ...about, ...measuring, process: unknown })
const circular = sgd({ hessian: 'K', noise: 'Sigma', learningRate: 'lambda', momentum: 'mu' })
// @ts-expect-error a measured symbol in a process
defineTheorem({ ...about, ...measuring, process: circular })
const state = { w: 'vector' } as const
defineTheorem({
  ...about, ...measuring,
  // @ts-expect-error a misspelt symbol in a line of a process
  process: recurrence({ state, noise: { eta: gaussian({ covariance: 'C' }) }, step: ['w = w - lamda * eta'] }),
})
defineTheorem({
  ...about, ...measuring,
  // @ts-expect-error a misspelt symbol in a law of noise
  process: recurrence({ state, noise: { eta: gaussian({ covariance: 'CC' }) }, step: ['w = w - lambda * eta'] }),
})
defineTheorem({
  ...about, ...measuring,
  process: recurrence({ state, noise: { eta: gaussian({ covariance: 'C' }) }, step: ['g = K * eta', 'w = w - g'] }),
})

// a text that is no literal is left to the loader
const text: string = 'Sigma == anything'
defineTheorem({ ...about, ...rest, claims: { c: text }, evidence })
// a theorem without a process needs no measure
defineTheorem({ ...about, symbols: { K: symbols.K, M: commutingWith('K') }, claims: { c: 'K * M == M * K' }, evidence })
