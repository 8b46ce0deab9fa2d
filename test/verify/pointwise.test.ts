/** Inequalities decided over Q at drawn parameters: what is verified, what is refuted, and what is left open. */
import { expect, test } from 'vitest'
import {
  defineTheorem, learningRate, measured, plainSgd, pointwise, positive, positiveDefinite, work,
} from '../../src/index.js'
import { judged } from './judged.js'

const source = work({
  key: 'points', authors: ['nobody'], title: 'Points', venue: 'nowhere', year: 2026, url: 'https://example.org',
}).at('page 1')

const orders = defineTheorem({
  id: 'points/orders', title: 'Orders', source,
  symbols: {
    lambda: learningRate('learning rate'), a: positive('a number'), b: positive('another'),
    K: positiveDefinite('Hessian'), C: positiveDefinite('noise covariance'), Sigma: measured.covariance('covariance'),
  },
  given: { stability: 'posdef(2 * I - lambda * K)' },
  process: plainSgd({ hessian: 'K', noise: 'C', learningRate: 'lambda' }),
  measure: { Sigma: 'Cov(w)' },
  claims: {
    larger: '2 * Tr(K * Sigma) > lambda * Tr(C)',
    smaller: { then: '2 * Tr(K * Sigma) < lambda * Tr(C)', expected: 'refuted' },
    means: 'a^2 + b^2 >= 2 * a * b',
    squares: 'a > b iff a^2 > b^2',
    cubes: { then: 'a > 1 iff a^3 > a^2 * b', expected: 'refuted' },
    vacuous: 'a < 0 implies a > b',
    oneSided: 'a > 0 iff a + b > 0',
  },
  evidence: {
    larger: [pointwise({ dimensions: [1, 2] })],
    smaller: [pointwise({ dimensions: [1] })],
    means: [pointwise({ dimensions: [1] })],
    squares: [pointwise({ dimensions: [1] })],
    cubes: [pointwise({ dimensions: [1] })],
    vacuous: [pointwise({ dimensions: [1] })],
    oneSided: [pointwise({ dimensions: [1] })],
  },
})

test('true orders are verified and false ones refuted', async () => {
  const verdicts = [...await judged(orders)].map(([name, { verdict }]) => [name, verdict])
  expect(Object.fromEntries(verdicts)).toEqual({
    larger: 'verified', smaller: 'refuted', means: 'verified', squares: 'verified', cubes: 'refuted',
    vacuous: 'undecided', oneSided: 'undecided',
  })
})

test('a refuted order comes with a point at which it is false', async () => {
  const { parameters, left, right } = (await judged(orders, { claims: ['cubes'] })).get('cubes')!.counterexample!
  const [a, b] = [parameters.a!, parameters.b!].map((text) => {
    const [n, d = '1'] = text.split('/')
    return Number(n) / Number(d)
  })
  expect([String(a! > 1), String(a! ** 3 > a! ** 2 * b!)]).toEqual([left, right])
  expect(left).not.toBe(right)
})

test('a weaker order than a true one is counted as true, a false one as killed', async () => {
  const { misprints } = (await judged(orders, { misprints: true, claims: ['means'] })).get('means')!
  expect(misprints!.survivors).toEqual([])
  expect(misprints!.killed).toBeGreaterThan(0)
  expect(misprints!.equivalent).toBeGreaterThan(0)
})
