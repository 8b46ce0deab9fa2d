/**
 * Damped Newton, the learning rate lambda inv(A), with minibatch noise and noisy labels, h = 2 (1 - mu) - (p + 1/S)
 * lambda:
 *
 *     Sigma = lambda sigma^2 / (h S - lambda D) inv(A),      finite iff h S > lambda D,      p = (1 - mu) / (1 + mu).
 */
import {
  between, count, defineTheorem, learningRate, measured, minibatchRegression, moments, positive, positiveDefinite,
  threshold,
} from 'assay'
import { ziyin2022 } from '../sources.js'

export default defineTheorem({
  id: 'ziyin2022/damped-newton-minibatch',
  title: 'Minibatch noise of the damped Newton method',
  source: ziyin2022.at('Section 5.1, damped Newton method'),
  says: 'With the inverse Hessian as learning rate all directions fluctuate alike, '
    + 'and stability depends on the number of weights.',

  symbols: {
    lambda: learningRate('learning rate'),
    mu: between(0, 1, 'momentum'),
    S: count('batch size'),
    sigma: positive('standard deviation of the label noise'),
    A: positiveDefinite('covariance of the features, the Hessian of the loss'),
    Sigma: measured.covariance('stationary covariance of the weights'),
  },
  given: { stability: 'h * S > lambda * D' },
  where: { h: '2 * (1 - mu) - ((1 - mu) / (1 + mu) + 1 / S) * lambda' },
  process: minibatchRegression({
    features: 'A', labelNoise: 'sigma^2', batch: 'S', learningRate: 'lambda * inv(A)', momentum: 'mu',
  }),
  measure: { Sigma: 'Cov(w)' },

  claims: {
    covariance: 'Sigma == lambda * sigma^2 / (h * S - lambda * D) * inv(A)',
    existence: 'exists(Sigma) iff h * S > lambda * D',
    atTheBoundary: {
      says: 'as printed, with the boundary itself among the stable learning rates',
      when: 'lambda == 2 * (1 - mu) * S / (((1 - mu) / (1 + mu) + 1 / S) * S + D)',
      then: 'h * S >= lambda * D implies exists(Sigma)',
      expected: 'refuted',
      corrected: 'existence',
    },
  },

  evidence: { covariance: [moments()], existence: [threshold()], atTheBoundary: [threshold()] },
})
