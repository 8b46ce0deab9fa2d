/**
 * Momentum as an exponential moving average of gradients, as Adam keeps it,
 *
 *     m <- mu m + (1 - mu) (K w + eta),    w <- w - lambda m,
 *
 * is heavy-ball momentum at the learning rate (1 - mu) lambda: the fluctuation no longer diverges as mu -> 1.
 */
import {
  between, defineTheorem, gaussian, learningRate, measured, moments, positiveDefinite, recurrence, simulated, threshold,
  vector,
} from 'assay'
import { liu2021 } from '../sources.js'

export default defineTheorem({
  id: 'liu2021/averaged-momentum',
  title: 'Momentum as a moving average',
  source: liu2021.at('Section 6.3'),
  says: 'Averaging gradients keeps the fluctuation of plain SGD to first order, and widens the range of stability.',

  symbols: {
    lambda: learningRate('learning rate'),
    mu: between(0, 1, 'momentum'),
    K: positiveDefinite('Hessian of the loss at the minimum'),
    C: positiveDefinite('covariance of the gradient noise'),
    Sigma: measured.covariance('stationary covariance of the weights'),
    M: measured.covariance('stationary covariance of the momentum'),
    Q: measured.matrix('stationary covariance of the weights with the momentum that brought them there'),
  },
  given: { stability: 'posdef(2 * (1 + mu) * I - (1 - mu) * lambda * K)' },
  process: recurrence({
    state: { m: vector, w: vector },
    noise: { eta: gaussian({ covariance: 'C' }) },
    step: ['m = mu * m + (1 - mu) * (K * w + eta)', 'w = w - lambda * m'],
  }),
  measure: { Sigma: 'Cov(w)', M: 'Cov(m)', Q: 'Cov(w, m)' },

  claims: {
    balance: `
      K * Sigma + Sigma * K
        - (1 + mu^2) / (1 - mu^2) * lambda * K * Sigma * K
        + mu / (1 - mu^2) * lambda * (K^2 * Sigma + Sigma * K^2)  ==  lambda * C`,
    closedForm: {
      when: 'K * C == C * K',
      then: 'Sigma == lambda * C * inv(K * (2 * I - (1 - mu) / (1 + mu) * lambda * K))',
    },
    momentum: 'M == (1 - mu) / (1 + mu) * (K * Sigma + Sigma * K) / lambda',
    motion: {
      says: 'the weights are found where the momentum has carried them, downhill',
      then: "Q + Q' == -lambda * M",
    },
    stability: 'exists(Sigma) iff posdef(2 * (1 + mu) * I - (1 - mu) * lambda * K) > 0',
    plain: {
      says: 'as the memory grows the fluctuation becomes that of continuous time, at any learning rate',
      when: 'K * C == C * K',
      limit: 'mu -> 1',
      then: 'Tr(K * Sigma) == lambda / 2 * Tr(C)',
    },
    heavyBall: {
      says: 'the covariance of heavy-ball momentum at the same learning rate',
      when: 'K * C == C * K',
      then: 'Sigma == lambda / (1 - mu) * C * inv(K * (2 * I - lambda / (1 + mu) * K))',
      expected: 'refuted',
      corrected: 'closedForm',
    },
  },

  evidence: {
    balance: [moments(), simulated({ precision: 0.05 })],
    closedForm: [moments()],
    momentum: [moments()],
    motion: [moments()],
    stability: [threshold({ points: 144 })],
    plain: [moments()],
    heavyBall: [moments()],
  },
})
