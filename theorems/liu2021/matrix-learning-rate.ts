/**
 * A matrix learning rate Lambda, symmetric and positive definite, preconditions heavy-ball SGD near a quadratic
 * minimum:
 *
 *     m <- mu m + K w + eta,    w <- w - Lambda m.
 *
 * With P = Lambda K in the place of lambda K the balance of fluctuation and noise holds whatever commutes with what,
 * and in the coordinates in which Lambda is the identity, w = H u with Lambda = H^2, it is that of a unit learning
 * rate.
 */
import {
  between, defineTheorem, measured, moments, positiveDefinite, sgd, simulated, threshold,
} from 'assay'
import { liu2021 } from '../sources.js'

export default defineTheorem({
  id: 'liu2021/matrix-learning-rate',
  title: 'Stationary covariance of SGD with a matrix learning rate',
  source: liu2021.at('Theorem 3'),
  says: 'The stationary fluctuation, the momentum and the training loss of preconditioned heavy-ball SGD.',

  symbols: {
    mu: between(0, 1, 'momentum'),
    K: positiveDefinite('Hessian of the loss at the minimum'),
    C: positiveDefinite('covariance of the gradient noise'),
    Lambda: positiveDefinite('matrix learning rate', { scaled: true }),
    H: positiveDefinite('square root of the learning rate', { scaled: true }),
    Sigma: measured.covariance('stationary covariance of the weights'),
    Gamma: measured.matrix('stationary covariance of weights and momentum'),
    M: measured.covariance('stationary covariance of the momentum'),
    R: measured.matrix('covariance of the weights one step apart'),
  },
  given: { stability: 'posdef(2 * (1 + mu) * inv(Lambda) - K)' },
  where: {
    P: 'Lambda * K',
    Ku: 'H * K * H',
    Cu: 'H * C * H',
    Su: 'inv(H) * Sigma * inv(H)',
  },
  process: sgd({ hessian: 'K', noise: 'C', learningRate: 'Lambda', momentum: 'mu' }),
  measure: { Sigma: 'Cov(w)', Gamma: 'Cov(w, m)', M: 'Cov(m)', R: 'Cov(w, prev(w))' },

  claims: {
    balance: `
      (1 - mu) * (P * Sigma + Sigma * P')
        - (1 + mu^2) / (1 - mu^2) * P * Sigma * P'
        + mu / (1 - mu^2) * (P * P * Sigma + Sigma * P' * P')  ==  Lambda * C * Lambda`,
    unitRate: {
      says: 'in the coordinates u = inv(H) w',
      when: 'Lambda == H * H',
      then: `
        (1 - mu) * (Ku * Su + Su * Ku)
          - (1 + mu^2) / (1 - mu^2) * Ku * Su * Ku
          + mu / (1 - mu^2) * (Ku^2 * Su + Su * Ku^2)  ==  Cu`,
    },
    oneStepApart: "R == Sigma - (P * Sigma - mu * Sigma * P') / (1 - mu^2)",
    weightsAndMomentum: "Gamma == -(P * Sigma - mu * Sigma * P') * inv(Lambda) / (1 - mu^2)",
    momentum: 'M == (K * Sigma * inv(Lambda) + inv(Lambda) * Sigma * K) / (1 + mu)',
    energy: {
      says: 'kinetic and potential energy are in a fixed ratio',
      then: 'Tr(Lambda * M) * (1 + mu) == 2 * Tr(K * Sigma)',
    },
    excessLoss: {
      says: 'the training loss above the minimum, whatever commutes with what',
      then: 'Tr(K * Sigma) / 2 == Tr(inv(2 * I - Lambda * K / (1 + mu)) * Lambda * C) / (2 * (1 - mu))',
    },
    excessLossReversed: {
      says: 'the order of the product matters: K Lambda for Lambda K changes the loss by less than 1 % as a rule',
      then: 'Tr(K * Sigma) / 2 == Tr(inv(2 * I - K * Lambda / (1 + mu)) * Lambda * C) / (2 * (1 - mu))',
      expected: 'refuted',
      corrected: 'excessLoss',
    },
    stability: 'exists(Sigma) iff posdef(2 * (1 + mu) * inv(Lambda) - K) > 0',
  },

  evidence: {
    balance: [moments(), simulated({ precision: 0.05 })],
    unitRate: [moments()],
    oneStepApart: [moments()],
    weightsAndMomentum: [moments()],
    momentum: [moments()],
    energy: [moments()],
    excessLoss: [moments()],
    excessLossReversed: [moments()],
    stability: [threshold({ points: 144 })],
  },
})
