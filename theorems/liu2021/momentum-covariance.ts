/**
 * The weights of heavy-ball SGD near a quadratic minimum with Hessian K,
 *
 *     m <- mu m + K w + eta,    w <- w - lambda m,    Cov eta = C,
 *
 * fluctuate with a covariance that no continuous-time model gets right once the learning rate is finite.
 */
import {
  between, defineTheorem, follows, index, law, learningRate, limit, measured, moments, positiveDefinite, sgd, simulated,
  threshold,
} from 'assay'
import { liu2021 } from '../sources.js'
import covariance from './covariance.js'

export default defineTheorem({
  id: 'liu2021/momentum-covariance',
  title: 'Stationary covariance of SGD with momentum',
  source: liu2021.at('Theorem 2'),
  says: 'The stationary fluctuation of heavy-ball SGD, with every second moment of weights and momentum.',

  symbols: {
    lambda: learningRate('learning rate'),
    mu: between(0, 1, 'momentum'),
    K: positiveDefinite('Hessian of the loss at the minimum'),
    C: positiveDefinite('covariance of the gradient noise'),
    Sigma: measured.covariance('stationary covariance of the weights'),
    Gamma: measured.matrix('stationary covariance of weights and momentum'),
    M: measured.covariance('stationary covariance of the momentum'),
    R: measured.matrix('covariance of the weights one step apart'),
    W: measured.law('stationary law of the weights'),
    i: index('row'),
    j: index('column'),
  },
  given: { stability: 'posdef(2 * (1 + mu) * I - lambda * K)' },
  process: sgd({ hessian: 'K', noise: 'C', learningRate: 'lambda', momentum: 'mu' }),
  measure: { Sigma: 'Cov(w)', Gamma: 'Cov(w, m)', M: 'Cov(m)', R: 'Cov(w, prev(w))', W: 'Law(w)' },

  claims: {
    balance: `
      (1 - mu) * (K * Sigma + Sigma * K)
        - (1 + mu^2) / (1 - mu^2) * lambda * K * Sigma * K
        + mu / (1 - mu^2) * lambda * (K^2 * Sigma + Sigma * K^2)  ==  lambda * C`,
    closedForm: {
      when: 'K * C == C * K',
      then: 'Sigma == lambda / (1 - mu) * C * inv(K * (2 * I - lambda / (1 + mu) * K))',
    },
    entrywise: {
      says: 'in an eigenbasis of K',
      when: 'K == diag(K)',
      then: `entry(Sigma, i, j) == lambda * entry(C, i, j)
        / ((1 - mu) * (entry(K, i, i) + entry(K, j, j) - lambda / (1 + mu) * entry(K, i, i) * entry(K, j, j))
          + mu / (1 - mu^2) * lambda * (entry(K, i, i) - entry(K, j, j))^2)`,
    },
    momentum: {
      says: 'kinetic and potential energy: Tr(M) lambda (1 + mu) = 2 Tr(K Sigma)',
      then: 'M == (K * Sigma + Sigma * K) / (lambda * (1 + mu))',
    },
    weightsAndMomentum: 'Gamma == -(K * Sigma - mu * Sigma * K) / (1 - mu^2)',
    oneStepApart: 'R == Sigma - lambda / (1 - mu^2) * (K * Sigma - mu * Sigma * K)',
    stability: 'exists(Sigma) iff posdef(2 * (1 + mu) * I - lambda * K) > 0',
    gaussian: 'W == normal(Sigma)',
    continuousTime: {
      says: 'as the learning rate vanishes the fluctuation is that of underdamped Langevin dynamics',
      limit: 'lambda -> 0',
      then: 'K * Sigma + Sigma * K == lambda / (1 - mu) * C',
    },
    effectiveRate: {
      says: 'momentum is often said to be SGD at the learning rate lambda / (1 - mu)',
      when: 'K * C == C * K',
      then: 'Sigma == lambda / (1 - mu) * C * inv(K * (2 * I - lambda / (1 - mu) * K))',
      expected: 'refuted',
      corrected: 'closedForm',
    },
  },

  evidence: {
    balance: [moments(), simulated(), limit({ mu: 0 }, covariance)],
    closedForm: [moments(), follows('balance'), simulated(), limit({ mu: 0 }, covariance)],
    entrywise: [moments(), simulated()],
    momentum: [moments(), simulated()],
    weightsAndMomentum: [moments(), simulated()],
    oneStepApart: [moments(), simulated()],
    stability: [threshold()],
    gaussian: [law(), simulated()],
    continuousTime: [moments()],
    effectiveRate: [moments(), simulated()],
  },
})
