/**
 * Batch and learning rate raised together, (lambda, S) -> (a lambda, a S), are said to leave SGD as it was. Here both
 * runs are made side by side, with noise proportional to the Hessian; along the curvature k their fluctuations differ
 * by
 *
 *     (2 - lambda k / (1 + mu)) / (2 - a lambda k / (1 + mu))     exactly.
 */
import {
  between, count, defineTheorem, gaussian, learningRate, measured, moments, positive, positiveDefinite, recurrence,
  simulated, vector,
} from 'assay'
import { liu2021 } from '../sources.js'

export default defineTheorem({
  id: 'liu2021/linear-scaling-fails',
  title: 'The linear scaling rule holds to first order in the learning rate only',
  source: liu2021.at('Section 4.3'),
  says: 'By how much the fluctuation grows when learning rate and batch size are raised by the same factor.',

  symbols: {
    lambda: learningRate('learning rate'),
    mu: between(0, 1, 'momentum'),
    a: positive('factor of learning rate and batch size'),
    S: count('batch size'),
    c: positive('strength of the noise'),
    K: positiveDefinite('Hessian of the loss at the minimum'),
    Sigma: measured.covariance('stationary covariance of the weights'),
    Scaled: measured.covariance('stationary covariance of the weights of the scaled run'),
  },
  given: {
    stability: 'posdef(2 * (1 + mu) * I - lambda * K)',
    scaledStability: 'posdef(2 * (1 + mu) * I - a * lambda * K)',
  },
  process: recurrence({
    state: { m: vector, w: vector, n: vector, v: vector },
    noise: { eta: gaussian({ covariance: 'c / S * K' }), zeta: gaussian({ covariance: 'c / (a * S) * K' }) },
    step: [
      'm = mu * m + K * w + eta', 'w = w - lambda * m',
      'n = mu * n + K * v + zeta', 'v = v - a * lambda * n',
    ],
  }),
  measure: { Sigma: 'Cov(w)', Scaled: 'Cov(v)' },

  claims: {
    factor: `Scaled == (2 * I - lambda / (1 + mu) * K) * inv(2 * I - a * lambda / (1 + mu) * K) * Sigma`,
    rule: {
      says: 'the linear scaling rule holds as the learning rate vanishes',
      limit: 'lambda -> 0',
      then: 'Tr(Scaled) == Tr(Sigma)',
    },
    firstOrder: {
      says: 'and fails at the next order',
      limit: 'lambda -> 0',
      then: 'Tr(K * (Scaled - Sigma)) / Tr(Sigma) == (a - 1) * lambda / (2 * (1 + mu)) * Tr(K * K) / D',
    },
    invariance: {
      says: 'the rule at a finite learning rate',
      then: 'Scaled == Sigma',
      expected: 'refuted',
      corrected: 'factor',
    },
  },

  evidence: {
    factor: [moments(), simulated({ precision: 0.1, dimension: 2 })],
    rule: [moments()],
    firstOrder: [moments()],
    invariance: [moments()],
  },
})
