/**
 * SGD samples the Bayesian posterior N(0, inv(K) / N) of a quadratic loss exactly, at the one symmetric learning rate
 *
 *     Lambda = 2 (1 - mu) inv(N C + (1 - mu) / (1 + mu) K),
 *
 * for every covariance C of the noise, whether or not it commutes with K.
 */
import {
  between, defineTheorem, identity, measured, moments, positive, positiveDefinite, sgd, simulated, symmetric, threshold,
} from 'assay'
import { liu2021 } from '../sources.js'

export default defineTheorem({
  id: 'liu2021/bayesian-matrix-rate',
  title: 'The matrix learning rate at which SGD samples the posterior',
  source: liu2021.at('Section 5'),
  says: 'With the optimal preconditioner the stationary law of SGD is the posterior, with no divergence left.',

  symbols: {
    mu: between(0, 1, 'momentum'),
    N: positive('inverse temperature of the posterior: the number of examples'),
    K: positiveDefinite('Hessian of the loss at the minimum'),
    C: symmetric('covariance of the gradient noise'),
    Lambda: symmetric('matrix learning rate'),
    Sigma: measured.covariance('stationary covariance of the weights'),
    X: measured.matrix('stationary covariance of the weights with the momentum that brought them there'),
  },
  where: {
    optimal: '2 * (1 - mu) * inv(N * C + (1 - mu) / (1 + mu) * K)',
    P: 'Lambda * K',
    Q: 'inv(K) / N',
  },
  process: sgd({ hessian: 'K', noise: 'C', learningRate: 'Lambda', momentum: 'mu' }),
  measure: { Sigma: 'Cov(w)', X: 'Cov(w, m)' },

  claims: {
    posterior: {
      when: 'Lambda == optimal and posdef(C)',
      then: 'Sigma == inv(K) / N',
    },
    motion: {
      says: 'and the momentum is correlated with the weight of its own direction alone, alike in all',
      when: 'Lambda == optimal and posdef(C)',
      then: 'X == -1 / ((1 + mu) * N) * I',
    },
    alone: {
      says: 'the balance at Sigma = inv(K) / N fails by a term that vanishes for the optimal Lambda alone',
      then: `
        (1 - mu) * (P * Q + Q * P') - (1 + mu^2) / (1 - mu^2) * P * Q * P'
          + mu / (1 - mu^2) * (P * P * Q + Q * P' * P') - Lambda * C * Lambda
        == Lambda * (2 * (1 - mu) * inv(Lambda) - N * C - (1 - mu) / (1 + mu) * K) * Lambda / N`,
    },
    stability: {
      says: 'it needs noise in every direction',
      when: 'Lambda == optimal',
      then: 'exists(Sigma) iff posdef(C) > 0',
    },
  },

  evidence: {
    posterior: [moments(), simulated({ precision: 0.05 })],
    motion: [moments()],
    alone: [identity()],
    stability: [threshold()],
  },
})
