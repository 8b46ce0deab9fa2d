/**
 * Heavy-ball SGD with any real learning rate Lambda, symmetric or not, is stable if and only if every eigenvalue p of
 * P = Lambda K lies in an ellipse,
 *
 *     ((1 + mu - Re p) / (1 + mu))^2 + (Im p / (1 - mu))^2 < 1.
 *
 * For a normal P = S + N, with S its symmetric and N its skew part, Re p and i Im p are their eigenvalues.
 */
import {
  between, defineTheorem, learningRate, measured, moments, positive, positiveDefinite, realMatrix, sgd, simulated,
  threshold,
} from 'assay'
import { liu2021 } from '../sources.js'

export default defineTheorem({
  id: 'liu2021/stability-region',
  title: 'Stability and fluctuation under a learning rate that need not be symmetric',
  source: liu2021.at('Theorem 3'),
  says: 'Rotating gradients costs stability: momentum narrows the ellipse of stable eigenvalues.',

  symbols: {
    mu: between(0, 1, 'momentum'),
    lambda: learningRate('scale of the learning rate'),
    a: positive('descent along the gradient'),
    A: realMatrix('source of the rotation'),
    K: positiveDefinite('Hessian of the loss at the minimum'),
    C: positiveDefinite('covariance of the gradient noise'),
    Lambda: realMatrix('matrix learning rate'),
    Sigma: measured.covariance('stationary covariance of the weights'),
    Gamma: measured.matrix('stationary covariance of weights and momentum'),
    M: measured.covariance('stationary covariance of the momentum'),
  },
  where: {
    P: 'Lambda * K',
    turn: "A - A'",
    turning: 'lambda * (a * I + turn) * inv(K)',
    S: "(P + P') / 2",
    N: "(P - P') / 2",
  },
  process: sgd({ hessian: 'K', noise: 'C', learningRate: 'Lambda', momentum: 'mu' }),
  measure: { Sigma: 'Cov(w)', Gamma: 'Cov(w, m)', M: 'Cov(m)' },

  claims: {
    stability: {
      when: 'Lambda == turning',
      then: 'exists(Sigma) iff posdef(I - (I - S / (1 + mu))^2 + N^2 / (1 - mu)^2) > 0',
    },
    realParts: {
      says: 'the criterion for symmetric learning rates, read for the real parts of the eigenvalues',
      when: 'Lambda == turning',
      then: 'exists(Sigma) iff posdef(S) > 0 and posdef(2 * (1 + mu) * I - S) > 0',
      expected: 'refuted',
      corrected: 'stability',
    },
    balance: `
      (1 - mu) * (P * Sigma + Sigma * P')
        - (1 + mu^2) / (1 - mu^2) * P * Sigma * P'
        + mu / (1 - mu^2) * (P^2 * Sigma + Sigma * P'^2)  ==  Lambda * C * Lambda'`,
    weightsAndMomentum: "Gamma == -(P * Sigma - mu * Sigma * P') * inv(Lambda') / (1 - mu^2)",
    momentum: "M == (K * Sigma * inv(Lambda') + inv(Lambda) * Sigma * K) / (1 + mu)",
    sampled: {
      says: 'the balance for rotated gradients inside the ellipse',
      when: 'Lambda == turning and posdef(I - (I - S / (1 + mu))^2 + N^2 / (1 - mu)^2) > 0',
      then: `
        (1 - mu) * (P * Sigma + Sigma * P')
          - (1 + mu^2) / (1 - mu^2) * P * Sigma * P'
          + mu / (1 - mu^2) * (P^2 * Sigma + Sigma * P'^2)  ==  Lambda * C * Lambda'`,
    },
  },

  evidence: {
    stability: [threshold({ points: 144 })],
    realParts: [threshold()],
    balance: [moments()],
    weightsAndMomentum: [moments()],
    momentum: [moments()],
    sampled: [moments(), simulated({ precision: 0.1, dimension: 2, reach: 0.8 })],
  },
})
