/**
 * Continuous time predicts the fluctuation X with K X + X K = lambda C / (1 - mu). Weighed with any F that commutes
 * with K, above all in every eigendirection of K, the true one is larger:
 *
 *     Tr(F Sigma) = Tr(F inv(1 - lambda K / (2 (1 + mu))) X);
 *
 * the correlation of two directions with curvatures k_i, k_j may be smaller, and the matrix Sigma - X indefinite.
 */
import {
  between, commutingWith, defineTheorem, index, learningRate, measured, moments, pointwise, positiveDefinite, sgd,
  simulated,
} from 'assay'
import { liu2021 } from '../sources.js'

export default defineTheorem({
  id: 'liu2021/discrete-exceeds-continuous',
  title: 'The fluctuation exceeds its continuous-time prediction in every direction',
  source: liu2021.at('Section 4.1'),
  says: 'How much larger the fluctuation of SGD is than continuous time predicts, direction by direction.',

  symbols: {
    lambda: learningRate('learning rate'),
    mu: between(0, 1, 'momentum'),
    K: positiveDefinite('Hessian of the loss at the minimum'),
    X: positiveDefinite('continuous-time prediction of the covariance'),
    C: positiveDefinite('covariance of the gradient noise'),
    F: commutingWith('K', 'weight of the directions'),
    Sigma: measured.covariance('stationary covariance of the weights'),
    i: index('row'),
    j: index('column'),
  },
  given: {
    stability: 'posdef(2 * (1 + mu) * I - lambda * K)',
    prediction: 'C == (1 - mu) / lambda * (K * X + X * K)',
  },
  process: sgd({ hessian: 'K', noise: 'C', learningRate: 'lambda', momentum: 'mu' }),
  measure: { Sigma: 'Cov(w)' },

  claims: {
    weighed: 'Tr(F * Sigma) == Tr(F * inv(I - lambda * K / (2 * (1 + mu))) * X)',
    trace: 'Tr(Sigma) == Tr(inv(I - lambda * K / (2 * (1 + mu))) * X)',
    direction: {
      says: 'the ratio in an eigendirection of K does not depend on the noise',
      when: 'K == diag(K)',
      then: 'diag(Sigma) == inv(I - lambda * K / (2 * (1 + mu))) * diag(X)',
    },
    correlation: {
      says: 'two directions together',
      when: 'K == diag(K)',
      then: `entry(Sigma, i, j) == entry(X, i, j) * (1 - mu) * (entry(K, i, i) + entry(K, j, j))
        / ((1 - mu) * (entry(K, i, i) + entry(K, j, j) - lambda / (1 + mu) * entry(K, i, i) * entry(K, j, j))
          + mu / (1 - mu^2) * lambda * (entry(K, i, i) - entry(K, j, j))^2)`,
    },
    continuousTime: {
      limit: 'lambda -> 0',
      then: 'Sigma == X',
    },
    invariance: {
      says: 'the prediction itself, at a finite learning rate',
      then: 'Sigma == X',
      expected: 'refuted',
      corrected: 'weighed',
    },
    order: {
      says: 'larger as a matrix, as it is without momentum',
      then: 'posdef(Sigma - X) > 0',
      expected: 'refuted',
      corrected: 'weighed',
    },
    narrowed: {
      says: '1 - mu for 1 + mu agrees without momentum only',
      then: 'Tr(Sigma) == Tr(inv(I - lambda * K / (2 * (1 - mu))) * X)',
      expected: 'refuted',
      corrected: 'trace',
    },
  },

  evidence: {
    weighed: [moments()],
    trace: [moments()],
    direction: [moments()],
    correlation: [moments(), simulated({ precision: 0.05 })],
    continuousTime: [moments()],
    invariance: [moments()],
    order: [pointwise({ dimensions: [2], points: 400 })],
    narrowed: [moments()],
  },
})
