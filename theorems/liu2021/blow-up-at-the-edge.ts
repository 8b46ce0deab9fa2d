/**
 * At the edge of stability, delta = 2 (1 + mu) / k - lambda -> 0, the fluctuation along the curvature k has a simple
 * pole:
 *
 *     Sigma = 2 (1 + mu)^2 c / ((1 - mu) k^3 delta),
 *
 * where continuous time predicts nothing but lambda c / (2 (1 - mu) k).
 */
import { between, defineTheorem, measured, moments, positive, recurrence, scalar, gaussian, simulated } from 'assay'
import { liu2021 } from '../sources.js'

export default defineTheorem({
  id: 'liu2021/blow-up-at-the-edge',
  title: 'The fluctuation diverges at the edge of stability',
  source: liu2021.at('Section 4.2'),
  says: 'Along the largest curvature the fluctuation diverges as the inverse distance from the edge.',

  symbols: {
    mu: between(0, 1, 'momentum'),
    k: positive('largest curvature of the loss'),
    c: positive('variance of the gradient noise along it'),
    delta: positive('distance of the learning rate from the edge of stability', { scaled: true }),
    Sigma: measured.scalar('stationary variance of the weight'),
    R: measured.scalar('covariance of the weight one step apart'),
  },
  given: { stability: 'lambda > 0' },
  where: {
    lambda: '2 * (1 + mu) / k - delta',
    predicted: 'lambda * c / (2 * (1 - mu) * k)',
  },
  process: recurrence({
    state: { m: scalar, w: scalar },
    noise: { eta: gaussian({ variance: 'c' }) },
    step: ['m = mu * m + k * w + eta', 'w = w - lambda * m'],
  }),
  measure: { Sigma: 'E(w^2)', R: 'E(w * prev(w))' },

  claims: {
    exact: 'Sigma * delta == (1 + mu) * lambda * c / ((1 - mu) * k^2)',
    pole: {
      limit: 'delta -> 0',
      then: 'Sigma == 2 * (1 + mu)^2 * c / ((1 - mu) * k^3 * delta)',
    },
    correction: {
      says: 'the next order is small with the distance',
      limit: 'delta -> 0',
      then: '1 - Sigma * (1 - mu) * k^3 * delta / (2 * (1 + mu)^2 * c) == delta * k / (2 * (1 + mu))',
    },
    alternation: {
      says: 'close to the edge successive weights are opposite',
      limit: 'delta -> 0',
      then: 'R == -Sigma',
    },
    excess: {
      says: 'the factor by which continuous time falls short',
      then: 'Sigma == predicted * 2 * (1 + mu) / (delta * k)',
    },
    finite: {
      says: 'the continuous-time prediction at the edge',
      limit: 'delta -> 0',
      then: 'Sigma == predicted',
      expected: 'refuted',
      corrected: 'pole',
    },
  },

  evidence: {
    exact: [moments(), simulated({ precision: 0.05 })],
    pole: [moments()],
    correction: [moments()],
    alternation: [moments()],
    excess: [moments()],
    finite: [moments()],
  },
})
