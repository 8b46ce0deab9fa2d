/**
 * Minibatches of S samples near a minimum that fits the data make a noise proportional to the Hessian, C = c K / S:
 *
 *     Sigma = c lambda / (S (1 - mu)) inv(2 - lambda K / (1 + mu)).
 *
 * Continuous time makes of it a sphere; the true fluctuation is stretched along the directions of large curvature.
 */
import {
  between, count, defineTheorem, learningRate, measured, moments, positive, positiveDefinite, sgd, simulated,
} from 'assay'
import { liu2021 } from '../sources.js'

export default defineTheorem({
  id: 'liu2021/hessian-noise',
  title: 'Fluctuation under minibatch noise proportional to the Hessian',
  source: liu2021.at('Section 4.3'),
  says: 'Where noise goes with curvature the fluctuation would be a sphere, were time continuous.',

  symbols: {
    lambda: learningRate('learning rate'),
    mu: between(0, 1, 'momentum'),
    S: count('batch size'),
    c: positive('strength of the noise'),
    K: positiveDefinite('Hessian of the loss at the minimum'),
    C: positiveDefinite('covariance of the gradient noise'),
    Sigma: measured.covariance('stationary covariance of the weights'),
  },
  given: {
    stability: 'posdef(2 * (1 + mu) * I - lambda * K)',
    noise: 'C == c / S * K',
  },
  process: sgd({ hessian: 'K', noise: 'C', learningRate: 'lambda', momentum: 'mu' }),
  measure: { Sigma: 'Cov(w)' },

  claims: {
    covariance: 'Sigma == c * lambda / (S * (1 - mu)) * inv(2 * I - lambda / (1 + mu) * K)',
    shape: {
      says: 'the axes are in the ratio sqrt((2 - lambda k_2 / (1 + mu)) / (2 - lambda k_1 / (1 + mu)))',
      then: 'Sigma * (2 * I - lambda / (1 + mu) * K) == Tr(Sigma * (2 * I - lambda / (1 + mu) * K)) / D * I',
    },
    excessLoss: 'Tr(K * Sigma) / 2 == c * lambda / (2 * S * (1 - mu)) * Tr(K * inv(2 * I - lambda / (1 + mu) * K))',
    continuousTime: {
      limit: 'lambda -> 0',
      then: 'diag(Sigma) == c * lambda / (2 * S * (1 - mu)) * I',
    },
    sphere: {
      says: 'the sphere of continuous time',
      then: 'Sigma == c * lambda / (2 * S * (1 - mu)) * I',
      expected: 'refuted',
      corrected: 'covariance',
    },
  },

  evidence: {
    covariance: [moments(), simulated({ precision: 0.05 })],
    shape: [moments()],
    excessLoss: [moments()],
    continuousTime: [moments()],
    sphere: [moments()],
  },
})
