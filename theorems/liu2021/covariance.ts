/**
 * The weights of SGD near a quadratic minimum with Hessian K fluctuate with the covariance Sigma of
 *
 *     w <- w - lambda (K w + eta),   Cov eta = C:      K Sigma + Sigma K - lambda K Sigma K = lambda C,
 *
 * whether or not K and C commute; the third term is what continuous time leaves out.
 */
import {
  defineTheorem, follows, index, law, learningRate, measured, moments, plainSgd, positiveDefinite, simulated, threshold,
} from 'assay'
import { liu2021 } from '../sources.js'

export default defineTheorem({
  id: 'liu2021/covariance',
  title: 'Stationary covariance of SGD at a finite learning rate',
  source: liu2021.at('Theorem 1'),
  says: 'The stationary fluctuation of SGD near a quadratic minimum, exactly and for every stable learning rate.',

  symbols: {
    lambda: learningRate('learning rate'),
    K: positiveDefinite('Hessian of the loss at the minimum'),
    C: positiveDefinite('covariance of the gradient noise'),
    Sigma: measured.covariance('stationary covariance of the weights'),
    W: measured.law('stationary law of the weights'),
    i: index('row'),
    j: index('column'),
  },
  given: { stability: 'posdef(2 * I - lambda * K)' },
  process: plainSgd({ hessian: 'K', noise: 'C', learningRate: 'lambda' }),
  measure: { Sigma: 'Cov(w)', W: 'Law(w)' },

  claims: {
    balance: 'K * Sigma + Sigma * K - lambda * K * Sigma * K == lambda * C',
    closedForm: {
      when: 'K * C == C * K',
      then: 'Sigma == lambda * C * inv(K * (2 * I - lambda * K))',
    },
    entrywise: {
      says: 'in an eigenbasis of K',
      when: 'K == diag(K)',
      then: `entry(Sigma, i, j) == lambda * entry(C, i, j)
        / (entry(K, i, i) + entry(K, j, j) - lambda * entry(K, i, i) * entry(K, j, j))`,
    },
    stability: 'exists(Sigma) iff posdef(2 * I - lambda * K) > 0',
    gaussian: 'W == normal(Sigma)',
    continuousTime: {
      says: 'as the learning rate vanishes the fluctuation is that of the Langevin equation',
      limit: 'lambda -> 0',
      then: 'K * Sigma + Sigma * K == lambda * C',
    },
  },

  evidence: {
    balance: [moments(), simulated()],
    closedForm: [moments(), follows('balance'), simulated()],
    entrywise: [moments(), simulated()],
    stability: [threshold()],
    gaussian: [law(), simulated()],
    continuousTime: [moments()],
  },
})
