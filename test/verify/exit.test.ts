/** The measure exit(x, from, below, above): its two readings, and what it refuses. */
import { expect, test } from 'vitest'
import {
  agrees, between, defineTheorem, gaussian, learningRate, measured, positive, recurrence, rademacher, scalar, simulated,
  standardNormal, vector, work, type Theorem,
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

const inVectors = (step: string, measure = 'exit(norm(u), 0, 0, s)', factor = '1'): Theorem => defineTheorem({
  id: 'exits/vectors', title: 'Vectors', source,
  symbols: {
    s: between(0.5, 2, 'deviation'), N: measured.scalar('steps to the distance'),
    Q: measured.scalar('the same in the unit of the deviation'),
  },
  process: recurrence({
    state: { u: vector, v: vector },
    noise: { xi: gaussian({ covariance: 's^2 * I' }), zeta: gaussian({ covariance: 'I' }) },
    step: [step as 'u = u / 2 + xi', 'v = v - (v + zeta) / 2'],
  }),
  measure: { N: measure as 'exit(norm(u), 0, 0, s)', Q: 'exit(norm(v), 0, 0, 1)' },
  claims: { same: `N == ${factor as '1'} * Q` },
  evidence: { same: [simulated({ precision: 0.1 })] },
}) as Theorem

test('distances of vectors in every dimension: samples at one noise against the equation at another', async () => {
  expect(await verdicts(inVectors('u = u - (u + xi) / 2'))).toEqual({ same: 'verified' })
  expect(await verdicts(inVectors('u = u - (u + xi) / 2', undefined, '1.25'))).toEqual({ same: 'refuted' })
  expect(await verdicts(inVectors('u = u - (u + xi) / 3'))).toEqual({ same: 'refuted' })
})

test('vectors that do not move alike in all directions have no exit of their distance', async () => {
  for (const [step, why] of [
    ['u = u / 2 + entry(u, 1) * xi', /entry|direction/],
    ["u = u / 2 + u * (u' * xi)", /direction/],
    ['u = u / 2 + v + xi', /moves with others/],
    ["u = u / 2 + xi * (xi' * xi)", /affine/],
  ] as const) await expect(judged(inVectors(step))).rejects.toThrow(why)
  await expect(judged(inVectors('u = u / 2 + xi', 'exit(norm(u), 1, 1 / 2, 2)'))).rejects.toThrow('no oracle')
})

test('a start that is never left is refused, in one weight and in many', async () => {
  await expect(judged(inVectors("u = u / 2 + sqrt(u' * u) * xi"))).rejects.toThrow('stays for ever')
  const still = { ...tries(agrees()), process: recurrence({ state: { w: scalar }, step: ['w = w / 2'] }) }
  await expect(judged(still as Theorem)).rejects.toThrow('stays for ever')
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
