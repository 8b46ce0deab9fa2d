/**
 * A matrix learning rate that need not commute with the Hessian A. In the coordinates u with w = H u, Lambda = H^2,
 * this is SGD of unit rate on features H x, so that Theorems 2 and 3 hold for every symmetric Lambda > 0 with the
 * factors in one order only:
 *
 *     Sigma = (sigma^2 / S) (1 + kappa / S) inv(G) Lambda,      G = 2 (1 - mu) I - (p + 1/S) Lambda A,
 *     p = (1 - mu) / (1 + mu).
 */
import {
  between, count, defineTheorem, measured, minibatchRegression, moments, positive, positiveDefinite, threshold,
} from 'assay'
import { ziyin2022 } from '../sources.js'

export default defineTheorem({
  id: 'ziyin2022/any-matrix-rate',
  title: 'Covariance under a learning rate that does not commute with the Hessian',
  source: ziyin2022.at('Theorems 1 to 3, beyond commuting learning rates'),
  says: 'Theorem 2 needs no commuting learning rate if its factors are ordered; '
    + 'the order in print gives no symmetric matrix.',

  symbols: {
    mu: between(0, 1, 'momentum'),
    S: count('batch size'),
    sigma: positive('standard deviation of the label noise'),
    A: positiveDefinite('covariance of the features, the Hessian of the loss'),
    Lambda: positiveDefinite('matrix learning rate', { scaled: true }),
    Sigma: measured.covariance('stationary covariance of the weights'),
    Gamma: measured.matrix('stationary covariance of weights and momentum'),
    M: measured.covariance('stationary covariance of the momentum'),
  },
  given: { curvature: 'posdef(2 * (1 - mu) * inv(Lambda) - b * A)', noise: 't < S' },
  where: {
    b: '(1 - mu) / (1 + mu) + 1 / S',
    G: '2 * (1 - mu) * I - b * Lambda * A',
    t: 'Tr(Lambda * A * inv(G))',
    kappa: 't / (1 - t / S)',
    P: 'Lambda * A',
    printed: 'Lambda * inv(G)',
  },
  process: minibatchRegression({
    features: 'A', labelNoise: 'sigma^2', batch: 'S', learningRate: 'Lambda', momentum: 'mu',
  }),
  measure: { Sigma: 'Cov(w)', Gamma: 'Cov(w, m)', M: 'Cov(m)' },

  claims: {
    balance: {
      says: 'Theorem 1 with the noise of Lemma 1',
      then: `(1 - mu) * (P * Sigma + Sigma * P') - (1 + mu^2) / (1 - mu^2) * P * Sigma * P'
          + mu / (1 - mu^2) * (P * P * Sigma + Sigma * P' * P')
        == Lambda * (A * Sigma * A + Tr(A * Sigma) * A + sigma^2 * A) * Lambda / S`,
    },
    covariance: 'Sigma == sigma^2 / S * (1 + kappa / S) * inv(G) * Lambda',
    noise: {
      says: 'Theorem 3',
      then: `(A * Sigma * A + Tr(A * Sigma) * A + sigma^2 * A) / S
        == sigma^2 / S * A + sigma^2 / S^2 * (1 + kappa / S) * A * (inv(G) * Lambda * A + t * I)`,
    },
    momentum: 'M == 2 / (1 + mu) * A * Sigma * inv(Lambda)',
    weightsAndMomentum: 'Gamma == -Lambda * A * Sigma * inv(Lambda) / (1 + mu)',
    existence: 'exists(Sigma) iff posdef(2 * (1 - mu) * inv(Lambda) - b * A) > 0 and t < S',
    asPrinted: {
      says: 'Theorem 2 as printed, its factors in the other order',
      then: 'Sigma == sigma^2 / S * (1 + kappa / S) * printed',
      expected: 'refuted',
      corrected: 'covariance',
    },
    symmetrised: {
      says: 'nor is its symmetric part the covariance: it is off by less than one part in a thousand as a rule',
      then: "Sigma == sigma^2 / (2 * S) * (1 + kappa / S) * (printed + printed')",
      expected: 'refuted',
      corrected: 'covariance',
    },
  },

  evidence: {
    balance: [moments()],
    covariance: [moments()],
    noise: [moments()],
    momentum: [moments()],
    weightsAndMomentum: [moments()],
    existence: [threshold({ points: 96 })],
    asPrinted: [moments()],
    symmetrised: [moments()],
  },
})
