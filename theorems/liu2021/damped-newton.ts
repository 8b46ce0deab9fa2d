/**
 * Newton's method with noisy gradients, Lambda = lambda inv(K), with momentum: every direction descends alike, so that
 *
 *     Sigma = lambda inv(K) C inv(K) / ((1 - mu) (2 - lambda / (1 + mu))),      0 < lambda < 2 (1 + mu),
 *
 * whether or not K and C commute.
 */
import {
  between, defineTheorem, learningRate, measured, moments, positiveDefinite, sgd, simulated, threshold,
} from 'assay'
import { liu2021 } from '../sources.js'

export default defineTheorem({
  id: 'liu2021/damped-newton',
  title: 'Fluctuation of the damped Newton method',
  source: liu2021.at('Section 6.1'),
  says: 'Preconditioning by the exact Hessian makes stability independent of the conditioning of the loss.',

  symbols: {
    lambda: learningRate('learning rate'),
    mu: between(0, 1, 'momentum'),
    K: positiveDefinite('Hessian of the loss at the minimum'),
    C: positiveDefinite('covariance of the gradient noise'),
    Sigma: measured.covariance('stationary covariance of the weights'),
    R: measured.matrix('covariance of the weights one step apart'),
    Q: measured.matrix('stationary covariance of the weights with the momentum that brought them there'),
  },
  given: { stability: 'lambda < 2 * (1 + mu)' },
  process: sgd({ hessian: 'K', noise: 'C', learningRate: 'lambda * inv(K)', momentum: 'mu' }),
  measure: { Sigma: 'Cov(w)', R: 'Cov(w, prev(w))', Q: 'Cov(w, m)' },

  claims: {
    covariance: 'Sigma == lambda / ((1 - mu) * (2 - lambda / (1 + mu))) * inv(K) * C * inv(K)',
    excessLoss: 'Tr(K * Sigma) / 2 == lambda / (2 * (1 - mu) * (2 - lambda / (1 + mu))) * Tr(inv(K) * C)',
    memory: {
      says: 'all directions forget at the same rate',
      then: 'R == (1 - lambda / (1 + mu)) * Sigma',
    },
    motion: {
      says: 'the weights are found where the momentum has carried them, downhill',
      then: 'Q == -1 / (1 + mu) * Sigma * K',
    },
    stability: 'exists(Sigma) iff lambda < 2 * (1 + mu)',
    continuousTime: {
      limit: 'lambda -> 0',
      then: 'K * Sigma * K == lambda / (2 * (1 - mu)) * C',
    },
    hessianNoise: {
      says: 'the law of the Bayesian posterior needs noise proportional to the Hessian',
      then: 'Sigma == Tr(K * Sigma) / D * inv(K)',
      expected: 'refuted',
      corrected: 'covariance',
    },
  },

  evidence: {
    covariance: [moments(), simulated({ precision: 0.05 })],
    excessLoss: [moments()],
    memory: [moments()],
    motion: [moments()],
    stability: [threshold({ points: 144 })],
    continuousTime: [moments()],
    hessianNoise: [moments()],
  },
})
