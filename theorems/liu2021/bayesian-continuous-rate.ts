/**
 * Continuous time takes the posterior N(0, inv(K) / N) to be sampled at the learning rate
 *
 *     Lambda = 2 (1 - mu) inv(N C),
 *
 * which forgets the K beside N C. Where the noise is weak the algorithm is not even stable at this rate.
 */
import {
  between, defineTheorem, measured, moments, pointwise, positive, positiveDefinite, sgd, simulated, threshold,
} from 'assay'
import { liu2021 } from '../sources.js'

export default defineTheorem({
  id: 'liu2021/bayesian-continuous-rate',
  title: 'The learning rate that is optimal in continuous time',
  source: liu2021.at('Section 5'),
  says: 'What SGD samples at the learning rate at which its continuous-time model would sample the posterior.',

  symbols: {
    mu: between(0, 1, 'momentum'),
    N: positive('inverse temperature of the posterior: the number of examples'),
    K: positiveDefinite('Hessian of the loss at the minimum', { scaled: true }),
    C: positiveDefinite('covariance of the gradient noise'),
    Lambda: positiveDefinite('matrix learning rate'),
    Sigma: measured.covariance('stationary covariance of the weights'),
    Q: measured.matrix('stationary covariance of the weights with the momentum that brought them there'),
  },
  given: { rate: 'Lambda == 2 * (1 - mu) * inv(N * C)' },
  process: sgd({ hessian: 'K', noise: 'C', learningRate: 'Lambda', momentum: 'mu' }),
  measure: { Sigma: 'Cov(w)', Q: 'Cov(w, m)' },

  claims: {
    covariance: {
      says: 'what is sampled where noise and curvature commute',
      when: 'K * C == C * K and posdef((1 + mu) * N * C - (1 - mu) * K)',
      then: 'Sigma == (1 + mu) * inv(K * ((1 + mu) * N * C - (1 - mu) * K)) * C',
    },
    motion: {
      says: 'the weights are found where the momentum has carried them, downhill',
      when: 'K * C == C * K and posdef((1 + mu) * N * C - (1 - mu) * K)',
      then: 'Q == -1 / (1 + mu) * K * Sigma',
    },
    manyExamples: {
      says: 'with many examples it is the posterior',
      limit: 'N -> infinity',
      then: 'Tr(K * Sigma) == D / N',
    },
    posterior: {
      says: 'at any number of examples',
      when: 'posdef((1 + mu) * N * C - (1 - mu) * K)',
      then: 'Sigma == inv(K) / N',
      expected: 'refuted',
      corrected: 'covariance',
    },
    stability: {
      says: 'it is stable only where the noise is strong',
      then: 'exists(Sigma) iff posdef((1 + mu) * N * C - (1 - mu) * K) > 0',
    },
    stable: {
      says: 'noise in every direction makes it stable',
      then: 'posdef(C) > 0 implies exists(Sigma)',
      expected: 'refuted',
      corrected: 'stability',
    },
  },

  evidence: {
    covariance: [moments(), simulated({ precision: 0.05 })],
    motion: [moments()],
    manyExamples: [moments()],
    posterior: [moments()],
    stability: [threshold({ points: 96 })],
    stable: [pointwise({ points: 120 })],
  },
})
