/** The measure exit(x, from, below, above): its two readings, and what it refuses. */
import { expect, test } from 'vitest'
import {
  agrees, between, defineTheorem, gaussian, learningRate, measured, positive, recurrence, rademacher, scalar, simulated,
  standardNormal, work,
} from '../../src/index.js'
import { judged, verdicts } from './judged.js'

const source = work({
  key: 'exits', authors: ['nobody'], title: 'Exits', venue: 'nowhere', year: 2026, url: 'https://example.org',
}).at('page 1')

const tries = (evidence: ReturnType<typeof agrees | typeof simulated>) => defineTheorem({
  id: 'exits/tries', title: 'Independent tries', source,
  symbols: { s: positive('deviation'), N: measured.scalar('steps to the exit'), M: measured.scalar('from one side') },
  where: { 'inside(a, b)': '(erf(b / (s * sqrt(2))) - erf(a / (s * sqrt(2)))) / 2' },
  process: recurrence({ state: { w: scalar }, noise: { eta: gaussian({ variance: 's^2' }) }, step: ['w = eta'] }),
  measure: { N: 'exit(w, 0, -s, 2 * s)', M: 'exit(w, s / 2, 0, s)' },
  claims: {
    both: 'N == 1 / (1 - inside(-s, 2 * s))',
    half: 'M == 1 / (1 - inside(0, s))',
    shifted: { then: 'N == 1 / (1 - inside(-s, 2 * s)) - 1', expected: 'refuted' },
  },
  evidence: { both: [evidence], half: [evidence], shifted: [evidence] },
})

const found = { both: 'verified', half: 'verified', shifted: 'refuted' }

test('the integral equation and the simulation agree with independent tries, and find a step too few', async () => {
  expect(await verdicts(tries(agrees()))).toEqual(found)
  expect(await verdicts(tries(simulated({ dimension: 1, precision: 0.1 })))).toEqual(found)
})

test('real minibatches, Gaussian once the example is known: '
  + 'samples for one label noise against the equation for another', async () => {
    const minibatches = defineTheorem({
      id: 'exits/minibatches', title: 'Minibatches', source,
      symbols: {
        s: between(0.5, 2, 'deviation of the label noise'),
        N: measured.scalar('steps to the exit'), Q: measured.scalar('the same with label noise of variance one'),
      },
      process: recurrence({
        state: { w: scalar, v: scalar },
        noise: { x: standardNormal, eps: gaussian({ variance: 's^2' }), y: standardNormal, xi: standardNormal },
        step: ['w = w - x * (x * w - eps) / 5', 'v = v - y * (y * v - xi) / 5'],
      }),
      measure: { N: 'exit(w, 0, -s / 2, s / 2)', Q: 'exit(v, 0, -1 / 2, 1 / 2)' },
      claims: { same: 'N == Q', oneMore: { then: 'N == 5 / 4 * Q', expected: 'refuted' } },
      evidence: {
        same: [simulated({ dimension: 1, precision: 0.1 })], oneMore: [simulated({ dimension: 1, precision: 0.1 })],
      },
    })
    expect(await verdicts(minibatches)).toEqual({ same: 'verified', oneMore: 'refuted' })
})

test('steps that are not Gaussian have no oracle', async () => {
  const coin = defineTheorem({
    id: 'exits/coin', title: 'Coin', source,
    symbols: { lambda: learningRate('step'), N: measured.scalar('steps') },
    given: { range: 'lambda < 1' },
    process: recurrence({ state: { w: scalar }, noise: { coin: rademacher }, step: ['w = w / 2 + lambda * coin'] }),
    measure: { N: 'exit(w, 0, -1, 1)' },
    claims: { long: 'N == 1 / lambda' },
    evidence: { long: [agrees()] },
  })
  await expect(judged(coin)).rejects.toThrow('affine with Gaussian noise')
})
