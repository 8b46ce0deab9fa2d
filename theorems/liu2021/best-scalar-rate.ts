/**
 * The divergence of the stationary law from the Bayesian posterior, as a function of a scalar learning rate x and
 * here in two directions, is stationary where
 *
 *     N x / (1 - mu) (c1 u1^2 + c2 u2^2) = u1 + u2,      u_i = 1 / (2 - x k_i / (1 + mu)).
 *
 * Noise proportional to the Hessian makes the solution unique; in general there may be three.
 */
import {
  between, defineTheorem, gaussian, identity, learningRate, measured, moments, pointwise, positive, recurrence,
  scalar, simulated,
} from 'assay'
import { liu2021 } from '../sources.js'

export default defineTheorem({
  id: 'liu2021/best-scalar-rate',
  title: 'The scalar learning rate closest to the posterior',
  source: liu2021.at('Section 5'),

  symbols: {
    lambda: learningRate('learning rate'),
    mu: between(0, 1, 'momentum'),
    t: between(0, 1, 'fraction of the learning rate'),
    N: positive('inverse temperature of the posterior: the number of examples'),
    k1: positive('curvature in one direction'),
    k2: positive('curvature in the other'),
    c1: positive('variance of the noise in one direction'),
    c2: positive('variance of the noise in the other'),
    c: positive('ratio of noise and curvature'),
    S1: measured.scalar('stationary variance of one weight'),
    S2: measured.scalar('stationary variance of the other'),
  },
  given: { one: 'lambda * k1 < 2 * (1 + mu)', other: 'lambda * k2 < 2 * (1 + mu)' },
  where: {
    'V(x, k, s)': 'x * s / ((1 - mu) * k * (2 - x * k / (1 + mu)))',
    'energy(x)': 'N * (k1 * V(x, k1, c1) + k2 * V(x, k2, c2))',
    'KL(x)': '(energy(x) - 2 - log(N * k1 * V(x, k1, c1)) - log(N * k2 * V(x, k2, c2))) / 2',
    'u(x, k)': '1 / (2 - x * k / (1 + mu))',
    'slope(x)': 'N * x / (1 - mu) * (c1 * u(x, k1)^2 + c2 * u(x, k2)^2) - u(x, k1) - u(x, k2)',
    'ratio(x)': '(u(x, k1)^2 + u(x, k2)^2) / (u(x, k1) + u(x, k2))',
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
    variances: 'N * (k1 * S1 + k2 * S2) == energy(lambda)',
    stationary: {
      says: 'the slope of the divergence',
      then: 'lambda * diff(KL(lambda), lambda) == slope(lambda)',
    },
    proportional: {
      says: 'for noise proportional to the Hessian, u_i k_i x = (1 + mu) (2 u_i - 1)',
      when: 'c1 == c * k1 and c2 == c * k2',
      then: `slope(lambda) / (u(lambda, k1) + u(lambda, k2))
        == N * c * (1 + mu) / (1 - mu) * (2 * ratio(lambda) - 1) - 1`,
    },
    unique: {
      says: 'there the slope changes sign once, since this ratio rises with the learning rate',
      then: 'ratio(t * lambda) < ratio(lambda)',
    },
    alwaysUnique: {
      says: 'for any noise the divergence, once it rises, rises to the edge of stability',
      when: `k1 == 1 / 20 and k2 == 1 and c1 == 40 and c2 == 1 / 10000 and N == 1 and mu == 1 / 1000
        and lambda == 199 / 100 and t == 3 / 4`,
      then: 'slope(t * lambda) > 0 implies slope(lambda) > 0',
      expected: 'refuted',
      corrected: 'unique',
    },
  },

  evidence: {
    variances: [moments({ dimensions: [1] }), simulated({ precision: 0.05 })],
    stationary: [identity()],
    proportional: [identity()],
    unique: [pointwise({ dimensions: [1] })],
    alwaysUnique: [pointwise({ dimensions: [1], points: 2 })],
  },
})
