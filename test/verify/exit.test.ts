/** The measure exit(x, from, below, above): its two readings, and what it refuses. */
import { expect, test } from 'vitest'
import {
  agrees, defineTheorem, gaussian, learningRate, measured, positive, recurrence, rademacher, scalar, simulated, work,
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
