/**
 * Real minibatch SGD with momentum on linear regression with label noise, fresh Gaussian data:
 *
 *     g = mean over S samples of x (x'w - eps),   m <- mu m + g,   w <- w - Lambda m,
 *     x ~ N(0, A),   Var eps = sigma^2.
 *
 * The noise depends on the weights, so the fluctuation is found self-consistently; the sum over directions is kappa.
 */
import {
  between, commutingWith, count, defineTheorem, follows, measured, minibatchRegression, moments, positive,
  positiveDefinite, simulated, threshold,
} from 'assay'
import { ziyin2022 } from '../sources.js'

export default defineTheorem({
  id: 'ziyin2022/label-noise-covariance',
  title: 'Stationary covariance of minibatch SGD with label noise',
  source: ziyin2022.at('Theorem 2 and Theorem 3'),
  says: 'The fluctuation that minibatch noise leaves in linear regression with noisy labels, '
    + 'with momentum and a matrix learning rate.',

  symbols: {
    mu: between(0, 1, 'momentum'),
    S: count('batch size'),
    sigma: positive('standard deviation of the label noise'),
    A: positiveDefinite('covariance of the features'),
    Lambda: commutingWith('A', 'matrix learning rate', { scaled: true }),
    Sigma: measured.covariance('stationary covariance of the weights about the solution'),
    Gamma: measured.matrix('stationary covariance of weights and momentum'),
    M: measured.covariance('stationary covariance of the momentum'),
  },
  given: {
    curvature: 'posdef(G)',
    noise: 't < S',
  },
  where: {
    G: '2 * (1 - mu) * I - ((1 - mu) / (1 + mu) + 1 / S) * Lambda * A',
    t: 'Tr(Lambda * A * inv(G))',
    kappa: 't / (1 - t / S)',
    P: 'Lambda * A',
  },
  process: minibatchRegression({
    features: 'A', labelNoise: 'sigma^2', batch: 'S', learningRate: 'Lambda', momentum: 'mu',
  }),
  measure: { Sigma: 'Cov(w)', Gamma: 'Cov(w, m)', M: 'Cov(m)' },

  claims: {
    covariance: {
      says: 'Theorem 2, with momentum',
      then: 'Sigma == sigma^2 / S * (1 + kappa / S) * Lambda * inv(G)',
    },
    balance: {
      says: 'the balance of drift and noise behind it, where the noise is that of Lemma 1 at the fluctuating weights',
      then: `(1 - mu) * (P * Sigma + Sigma * P') - (1 + mu^2) / (1 - mu^2) * P * Sigma * P'
          + mu / (1 - mu^2) * (P * P * Sigma + Sigma * P' * P')
        == Lambda * (A * Sigma * A + Tr(A * Sigma) * A + sigma^2 * A) * Lambda / S`,
    },
    noise: {
      says: 'Theorem 3: the strength of the noise at the stationary fluctuation',
      then: `(A * Sigma * A + Tr(A * Sigma) * A + sigma^2 * A) / S
        == sigma^2 / S * A + sigma^2 / S^2 * (1 + kappa / S) * (Lambda * A * inv(G) + t * I) * A`,
    },
    momentum: 'M == 2 / (1 + mu) * inv(Lambda) * A * Sigma',
    weightsAndMomentum: 'Gamma == -A * Sigma / (1 + mu)',
    existence: {
      says: 'both conditions are needed: every direction, and their sum',
      then: 'exists(Sigma) iff posdef(G) > 0 and t < S',
    },
    positiveIffKappa: {
      says: 'as printed: the solution is a covariance if and only if kappa is positive',
      then: 'exists(Sigma) iff kappa > 0',
      expected: 'refuted',
      corrected: 'existence',
    },
  },

  evidence: {
    covariance: [moments(), follows('balance'), simulated({ reach: 0.4 })],
    balance: [moments(), simulated({ reach: 0.4 })],
    noise: [moments(), simulated({ reach: 0.4 })],
    momentum: [moments()],
    weightsAndMomentum: [moments(), simulated({ reach: 0.4 })],
    existence: [threshold()],
    positiveIffKappa: [threshold()],
  },
})
