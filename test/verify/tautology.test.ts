/** A misprint that is true of any process is no survivor; one that looks so in one dimension alone still is. */
import { beforeAll, expect, test } from 'vitest'
import {
  defineTheorem, measured, moments, plainSgd, positive, positiveDefinite, work,
} from '../../src/index.js'
import { loadParser } from '../../src/symbolic/parse.js'
import { compile, compileClaim } from '../../src/theorem/compile.js'
import { caseOf, type Case } from '../../src/verify/case.js'
import { isTautology } from '../../src/verify/tautology.js'
import { quick } from './judged.js'

const source = work({
  key: 'small', authors: ['nobody'], title: 'Small', venue: 'nowhere', year: 2026, url: 'https://example.org',
}).at('page 1')

const theorem = defineTheorem({
  id: 'small/loss', title: 'Loss', source,
  symbols: {
    lambda: positive('rate'), K: positiveDefinite('Hessian'), C: positiveDefinite('noise'),
    v: measured.scalar('loss'), u: measured.scalar('spread'), Sigma: measured.covariance('covariance'),
  },
  given: { stability: 'posdef(2 * I - lambda * K)' },
  process: plainSgd({ hessian: 'K', noise: 'C', learningRate: 'lambda' }),
  measure: { v: "E(w' * K * w) / 2", u: "E(w' * w)", Sigma: 'Cov(w)' },
  claims: { loss: 'v == Tr(K * Sigma) / 2' },
  evidence: { loss: [moments()] },
})

let at: Case
beforeAll(async () => {
  await loadParser()
  at = caseOf(await compile(theorem), quick)
})

const says = (then: string): boolean =>
  isTautology({ claim: compileClaim('loss', then), where: [], change: 'planted' }, at)

test.each(['v == v', 'v * Tr(K * C) == Tr(C * K) * v', 'lambda * u == u * lambda', 'v - v == u - u'])(
  '%s holds whatever is measured', (claim) => expect(says(claim)).toBe(true))

test.each(['v == u', 'v == lambda * v', 'v * Tr(K * C) == v * Tr(K) * Tr(C)', 'v == Tr(K * Sigma) / 2', 'v < v + 1'])(
  '%s says something', (claim) => expect(says(claim)).toBe(false))
