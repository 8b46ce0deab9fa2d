/** A limit carries what equalities set along: with k = 3 lambda, k goes to zero when lambda does. */
import { expect, test } from 'vitest'
import {
  agrees, between, defineTheorem, gaussian, learningRate, limit, measured, moments, positive, recurrence, scalar, work,
} from '../../src/index.js'
import type { Theorem } from '../../src/index.js'
import { verdicts } from './judged.js'

const source = work({
  key: 'limits', authors: ['nobody'], title: 'Limits', venue: 'nowhere', year: 2026, url: 'https://example.org',
}).at('page 1')

const process = recurrence({
  state: { w: scalar }, noise: { eta: gaussian({ variance: 'c' }) }, step: ['w = (1 - lambda) * w + lambda * k * eta'],
})
const symbols = {
  lambda: between(0, 1, 'learning rate'), k: positive('factor'), c: positive('noise'), v: measured.scalar('variance'),
}
/** Var w = lambda k^2 c / (2 - lambda). */
const target = defineTheorem({
  id: 'limits/target', title: 'The limit', source, symbols: { ...symbols, k: positive('factor') },
  process: recurrence({
    state: { w: scalar }, noise: { eta: gaussian({ variance: 'c' }) }, step: ['w = eta + 0 * k * lambda * w'],
  }),
  measure: { v: 'Cov(w)' }, claims: { noise: 'v == c' }, evidence: { noise: [moments()] },
})
const reduced = (k: string, to: number): Theorem => defineTheorem({
  id: 'limits/reduced', title: 'Reduces', source, symbols, given: { tied: `k == ${k}` as 'k == c' },
  process, measure: { v: 'Cov(w)' }, claims: { noise: 'v == lambda * k^2 * c / (2 - lambda)' },
  evidence: { noise: [limit({ lambda: to }, target)] },
})

test('a claim reduces where the symbol that an equality sets is carried to its own limit', async () => {
  // at lambda = 1, v = k^2 c, which is c where k = 2 - lambda has gone to one
  expect(await verdicts(reduced('2 - lambda', 1))).toEqual({ noise: 'proved' })
  expect(await verdicts(reduced('3 - lambda', 1))).toEqual({ noise: 'refuted' })
})

const asymptotic = (then: string, tied: string): Theorem => defineTheorem({
  id: 'limits/asymptotic', title: 'Leading order', source,
  symbols: { lambda: learningRate('rate'), k: positive('factor'), left: positive('unused') },
  given: { tied: tied as 'k == lambda', small: 'lambda < 1' },
  claims: { order: { then: then as 'k == lambda', limit: 'lambda -> 0' } },
  evidence: { order: [agrees()] },
})

test('both sides on the way to a limit see the symbol that follows it', async () => {
  expect(await verdicts(asymptotic('exp(k) - 1 == 3 * lambda', 'k == 3 * lambda'))).toEqual({ order: 'verified' })
  // with k left where it was drawn, exp(k) - 1 would be no multiple of lambda
  expect(await verdicts(asymptotic('exp(k) - 1 == 2 * lambda', 'k == 3 * lambda'))).toEqual({ order: 'refuted' })
})

test('what an equality sets cannot go to a limit of its own', async () => {
  await expect(verdicts(asymptotic('lambda == k / 3', 'lambda == k / 3'))).rejects.toThrow(
    /lambda goes to a limit, and the hypotheses set it to k \/ 3/,
  )
})
