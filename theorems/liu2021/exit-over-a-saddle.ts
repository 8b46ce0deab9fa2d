/**
 * Over a smooth saddle, here of L = w^2 / 2 - w^3 / 3 with a barrier of 1/6 at w = 1, a finite learning rate hardly
 * changes the exponent of the escape: the correction of first order vanishes,
 *
 *     log N  ~  2 / (lambda c) (1/6 - lambda^2 / 6 int_0^1 L' L''^2 dw) = (1 - lambda^2 / 30) / (3 lambda c),
 *
 * while the effective temperature of the harmonic basin, T = lambda c / (2 - lambda), would make it (2 - lambda) /
 * (6 lambda c). The exponent is read off two noises, whose exits differ by its difference.
 */
import { agrees, between, defineTheorem, gaussian, measured, moments, real, recurrence, scalar } from 'assay'
import { liu2021 } from '../sources.js'

export default defineTheorem({
  id: 'liu2021/exit-over-a-saddle',
  title: 'Exit over a smooth saddle',
  source: liu2021.at('Section 4.4'),
  says: 'The effective temperature of a basin does not govern the escape over a saddle: '
    + 'it is hot where it curves up only.',

  symbols: {
    lambda: between(0.3, 0.7, 'learning rate'),
    a: between(5, 6, 'exponent of continuous time at the stronger noise'),
    b: between(9, 10, 'exponent of continuous time at the weaker noise'),
    p: real('weight before a step'),
    E1: measured.scalar('mean weight after the step at the stronger noise'),
    E2: measured.scalar('mean weight after the step at the weaker noise'),
    V1: measured.scalar('variance of the weight after the step at the stronger noise'),
    V2: measured.scalar('variance of the weight after the step at the weaker noise'),
    N1: measured.scalar('mean number of steps to the exit at the stronger noise'),
    N2: measured.scalar('mean number of steps to the exit at the weaker noise'),
  },
  where: {
    'L(x)': 'x^2 / 2 - x^3 / 3',
    barrier: 'L(1)',
    c1: '2 * barrier / (lambda * a)',
    c2: '2 * barrier / (lambda * b)',
    bent: 'integral(x, 0, 1, (x - x^2) * (1 - 2 * x)^2)',
  },
  process: recurrence({
    state: { w: scalar, v: scalar },
    noise: { eta: gaussian({ variance: 'c1' }), zeta: gaussian({ variance: 'c2' }) },
    step: ['w = w - lambda * (w - w^2 + eta)', 'v = v - lambda * (v - v^2 + zeta)'],
  }),
  measure: {
    E1: 'given(E(w), w, p)', E2: 'given(E(v), v, p)', V1: 'given(Cov(w), w, p)', V2: 'given(Cov(v), v, p)',
    N1: 'exit(w, 0, -1, 2)', N2: 'exit(v, 0, -1, 2)',
  },

  claims: {
    descent: {
      says: 'a step descends the loss',
      then: 'E1 == p - lambda * (p - p^2)',
    },
    sameDescent: 'E2 == E1',
    temperature: {
      says: 'barrier / a is the temperature lambda c / 2 of continuous time',
      then: 'V1 == 2 * lambda * barrier / a',
    },
    otherTemperature: 'V2 == 2 * lambda * barrier / b',
    exponent: {
      says: 'to the second order in the learning rate; the rest is the width of basin and of saddle at finite noise',
      then: `log(N2) - log(N1) == (1 - lambda^2 / 30) * (b - a) + log(b) - log(a)
        + 2 * log(integral(x, -infinity, 1, exp(-6 * b * L(x))) / integral(x, -infinity, 1, exp(-6 * a * L(x))))`,
    },
    correction: {
      says: 'where the correction comes from',
      then: 'lambda^2 / 6 * bent / barrier == lambda^2 / 30',
    },
    harmonic: {
      says: 'the exponent of the harmonic basin, with its effective temperature',
      then: 'log(N2) - log(N1) == (2 - lambda) / 2 * (b - a)',
      expected: 'refuted',
      corrected: 'exponent',
    },
  },

  evidence: {
    descent: [moments({ dimensions: [1] })],
    sameDescent: [moments({ dimensions: [1] })],
    temperature: [moments({ dimensions: [1] })],
    otherTemperature: [moments({ dimensions: [1] })],
    exponent: [agrees({ precision: 0.001, draws: 10 })],
    correction: [agrees()],
    harmonic: [agrees({ precision: 0.05, draws: 10 })],
  },
})
