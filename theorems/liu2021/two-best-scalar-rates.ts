/**
 * The divergence of SGD from the posterior as a function of one learning rate x for two directions,
 *
 *     x KL'(x) = N x / (1 - mu) (c1 u1^2 + c2 u2^2) - u1 - u2,      u_i = 1 / (2 - x k_i / (1 + mu)),
 *
 * may have two minima: where the noise is strong along the flat direction and weak along the steep one, the learning
 * rate that suits the flat one is left behind, and the steep one comes to its own at the edge of stability.
 */
import {
  between, defineTheorem, gaussian, identity, learningRate, measured, moments, pointwise, positive, recurrence, scalar,
  simulated,
} from 'assay'
import { liu2021 } from '../sources.js'

export default defineTheorem({
  id: 'liu2021/two-best-scalar-rates',
  title: 'Two learning rates that are best',
  source: liu2021.at('Section 5'),
  says: 'The scalar learning rate closest to the posterior need not be unique: '
    + 'two minima and the maximum between them.',

  symbols: {
    lambda: learningRate('learning rate'),
    mu: between(-1, 1, 'momentum'),
    N: positive('inverse temperature of the posterior: the number of examples'),
    k1: positive('curvature in the flat direction'),
    k2: positive('curvature in the steep one'),
    c1: positive('variance of the noise in the flat direction'),
    c2: positive('variance of the noise in the steep one'),
    S1: measured.scalar('stationary variance of the weight in the flat direction'),
    S2: measured.scalar('stationary variance of the weight in the steep one'),
  },
  given: { one: 'lambda * k1 < 2 * (1 + mu)', other: 'lambda * k2 < 2 * (1 + mu)' },
  where: {
    'y(x, k, c)': 'N * x * c / ((1 - mu) * (2 - x * k / (1 + mu)))',
    'KL(x)': '(y(x, k1, c1) - 1 - log(y(x, k1, c1)) + y(x, k2, c2) - 1 - log(y(x, k2, c2))) / 2',
    'u(x, k)': '1 / (2 - x * k / (1 + mu))',
    'slope(x)': 'N * x / (1 - mu) * (c1 * u(x, k1)^2 + c2 * u(x, k2)^2) - u(x, k1) - u(x, k2)',
  },
  process: recurrence({
    state: { m: scalar, w: scalar, n: scalar, v: scalar },
    noise: { eta: gaussian({ variance: 'c1' }), zeta: gaussian({ variance: 'c2' }) },
    step: [
      'm = mu * m + k1 * w + eta', 'w = w - lambda * m',
      'n = mu * n + k2 * v + zeta', 'v = v - lambda * n',
    ],
  }),
  measure: { S1: 'E(w^2)', S2: 'E(v^2)' },

  claims: {
    flat: 'N * k1 * S1 == y(lambda, k1, c1)',
    steep: 'N * k2 * S2 == y(lambda, k2, c2)',
    slope: 'lambda * diff(KL(lambda), lambda) == slope(lambda)',
    firstMinimum: {
      says: 'near 0.1023',
      when: 'k1 == 1 / 20 and k2 == 1 and c1 == 40 and c2 == 1 / 10000 and N == 1 and mu == 0 '
        + 'and lambda == 1023 / 10000',
      then: 'lambda > 0 implies slope(lambda - 1 / 10000) < 0 and slope(lambda + 1 / 10000) > 0',
    },
    maximum: {
      says: 'near 1.953',
      when: 'k1 == 1 / 20 and k2 == 1 and c1 == 40 and c2 == 1 / 10000 and N == 1 and mu == 0 '
        + 'and lambda == 1953 / 1000',
      then: 'lambda > 0 implies slope(lambda - 1 / 1000) > 0 and slope(lambda + 1 / 1000) < 0',
    },
    secondMinimum: {
      says: 'near 1.9998, a breath below the edge of stability',
      when: 'k1 == 1 / 20 and k2 == 1 and c1 == 40 and c2 == 1 / 10000 and N == 1 and mu == 0 '
        + 'and lambda == 19998 / 10000',
      then: 'lambda > 0 implies slope(lambda - 1 / 10000) < 0 and slope(lambda + 1 / 10000) > 0',
    },
    oneMinimum: {
      says: 'whatever the noise, the divergence rises from its minimum to the edge of stability',
      when: 'k1 == 1 / 20 and k2 == 1 and c1 == 40 and c2 == 1 / 10000 and N == 1 and mu == 0 '
        + 'and lambda == 1023 / 10000',
      then: 'lambda > 0 implies slope(19 * lambda) > 0 and slope(193 / 10 * lambda) > 0',
      expected: 'refuted',
      corrected: 'maximum',
    },
  },

  evidence: {
    flat: [moments({ dimensions: [1] }), simulated({ precision: 0.1, dimension: 1, reach: 0.8 })],
    steep: [moments({ dimensions: [1] })],
    slope: [identity()],
    firstMinimum: [pointwise({ dimensions: [1], points: 2 })],
    maximum: [pointwise({ dimensions: [1], points: 2 })],
    secondMinimum: [pointwise({ dimensions: [1], points: 2 })],
    oneMinimum: [pointwise({ dimensions: [1], points: 2 })],
  },
})
