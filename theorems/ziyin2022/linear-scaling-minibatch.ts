/**
 * The linear scaling rule: does the fluctuation F(lambda, S) stay the same when learning rate and batch size are
 * multiplied by one factor? In F the learning rate enters beside lambda / S only through p lambda A, p = (1 - mu)
 * / (1 + mu),
 *
 *     F(lambda, S) = (lambda / S) sigma^2 inv(G) / (1 - (lambda / S) Tr(A inv(G))),
 *     G = 2 (1 - mu) I - (p lambda + lambda / S) A:
 *
 * the rule holds for small learning rates at every batch size, and fails for large ones at every batch size.
 */
import {
  between, count, defineTheorem, learningRate, measured, minibatchRegression, moments, positive,
  positiveDefinite, realVector,
} from 'assay'
import { ziyin2022 } from '../sources.js'

export default defineTheorem({
  id: 'ziyin2022/linear-scaling-minibatch',
  title: 'Where the linear scaling of learning rate and batch size fails',
  source: ziyin2022.at('Section 5, failure of the linear scaling rule'),
  says: 'A large learning rate breaks the rule; a small batch does not.',

  symbols: {
    lambda: learningRate('learning rate'),
    mu: between(0, 1, 'momentum'),
    S: count('batch size'),
    sigma: positive('standard deviation of the label noise'),
    c: positive('factor of learning rate and batch size'),
    A: positiveDefinite('covariance of the features, the Hessian of the loss'),
    v: realVector('direction of the weights'),
    Sigma: measured.covariance('stationary covariance of the weights'),
  },
  given: { curvature: 'posdef(G(lambda, S))', noise: 'lambda * t(lambda, S) < S' },
  where: {
    p: '(1 - mu) / (1 + mu)',
    'G(l, n)': '2 * (1 - mu) * I - (p * l + l / n) * A',
    't(l, n)': 'Tr(A * inv(G(l, n)))',
    'F(l, n)': 'l / n * sigma^2 / (1 - l / n * t(l, n)) * inv(G(l, n))',
    theta: 'lambda * Tr(A)',
  },
  process: minibatchRegression({
    features: 'A', labelNoise: 'sigma^2', batch: 'S', learningRate: 'lambda', momentum: 'mu',
  }),
  measure: { Sigma: 'Cov(w)' },

  claims: {
    fluctuation: 'Sigma == F(lambda, S)',
    smallRates: {
      says: 'the rule is exact for small learning rates, whatever the batch size',
      limit: 'lambda -> 0',
      then: "v' * Sigma * v == v' * F(c * lambda, c * S) * v",
    },
    smallBatches: {
      says: 'as published, the rule fails at small batches only, by a term of the order 1 / S^2: '
        + 'large batches would restore it',
      limit: 'S -> infinity',
      then: "v' * Sigma * v == v' * F(c * lambda, c * S) * v",
      expected: 'refuted',
      corrected: 'largeBatches',
    },
    largeBatches: {
      says: 'what is left of the failure at large batches',
      limit: 'S -> infinity',
      then: `v' * Sigma * (2 * (1 - mu) * I - p * lambda * A) * v
        == v' * F(c * lambda, c * S) * (2 * (1 - mu) * I - p * c * lambda * A) * v`,
    },
    failureFactor: {
      says: 'in one dimension, exactly: above one for every factor c > 1',
      then: `F(c * lambda, c * S) * (2 * (1 - mu) - p * c * theta - 2 * theta / S)
        == Sigma * (2 * (1 - mu) - p * theta - 2 * theta / S)`,
    },
  },

  evidence: {
    fluctuation: [moments()],
    smallRates: [moments()],
    smallBatches: [moments()],
    largeBatches: [moments()],
    failureFactor: [moments({ dimensions: [1] })],
  },
})
