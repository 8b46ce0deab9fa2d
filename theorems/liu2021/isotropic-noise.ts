/**
 * Noise of the same strength s^2 in every direction, as under an injected perturbation of the gradient:
 *
 *     Sigma = lambda s^2 / (1 - mu) inv(K (2 - lambda K / (1 + mu))).
 */
import {
  between, defineTheorem, learningRate, measured, moments, positive, positiveDefinite, sgd, simulated,
} from 'assay'
import { liu2021 } from '../sources.js'

export default defineTheorem({
  id: 'liu2021/isotropic-noise',
  title: 'Fluctuation under isotropic gradient noise',
  source: liu2021.at('Section 4.3'),
  says: 'The fluctuation is narrow where the loss is steep, until the edge of stability is near.',

  symbols: {
    lambda: learningRate('learning rate'),
    mu: between(0, 1, 'momentum'),
    s: positive('standard deviation of the gradient noise in each direction'),
    K: positiveDefinite('Hessian of the loss at the minimum'),
    C: positiveDefinite('covariance of the gradient noise'),
    Sigma: measured.covariance('stationary covariance of the weights'),
  },
  given: {
    stability: 'posdef(2 * (1 + mu) * I - lambda * K)',
    noise: 'C == s^2 * I',
  },
  process: sgd({ hessian: 'K', noise: 'C', learningRate: 'lambda', momentum: 'mu' }),
  measure: { Sigma: 'Cov(w)' },

  claims: {
    covariance: 'Sigma == lambda * s^2 / (1 - mu) * inv(K * (2 * I - lambda / (1 + mu) * K))',
    excessLoss: 'Tr(K * Sigma) / 2 == lambda * s^2 / (2 * (1 - mu)) * Tr(inv(2 * I - lambda / (1 + mu) * K))',
    continuousTime: {
      says: 'Gibbs law: the inverse of the Hessian',
      limit: 'lambda -> 0',
      then: 'Sigma == lambda * s^2 / (2 * (1 - mu)) * inv(K)',
    },
    gibbs: {
      says: 'at a finite learning rate no temperature makes the law that of Gibbs',
      then: 'Sigma == lambda * s^2 / (2 * (1 - mu)) * inv(K)',
      expected: 'refuted',
      corrected: 'covariance',
    },
  },

  evidence: {
    covariance: [moments(), simulated({ precision: 0.05 })],
    excessLoss: [moments()],
    continuousTime: [moments()],
    gibbs: [moments()],
  },
})
