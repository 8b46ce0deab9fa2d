/**
 * Without momentum the fluctuation exceeds its continuous-time prediction X in every sense, whatever the noise:
 *
 *     K (Sigma - X) + (Sigma - X) K = lambda K Sigma K,      so that      Sigma - X is positive definite.
 */
import { defineTheorem, learningRate, measured, moments, plainSgd, pointwise, positiveDefinite, simulated } from 'assay'
import { liu2021 } from '../sources.js'

export default defineTheorem({
  id: 'liu2021/larger-in-every-sense',
  title: 'Without momentum the fluctuation exceeds its continuous-time prediction as a matrix',
  source: liu2021.at('Section 4.1'),

  symbols: {
    lambda: learningRate('learning rate'),
    K: positiveDefinite('Hessian of the loss at the minimum'),
    X: positiveDefinite('continuous-time prediction of the covariance'),
    C: positiveDefinite('covariance of the gradient noise'),
    Sigma: measured.covariance('stationary covariance of the weights'),
  },
  given: {
    stability: 'posdef(2 * I - lambda * K)',
    prediction: 'C == (K * X + X * K) / lambda',
  },
  process: plainSgd({ hessian: 'K', noise: 'C', learningRate: 'lambda' }),
  measure: { Sigma: 'Cov(w)' },

  claims: {
    difference: 'K * (Sigma - X) + (Sigma - X) * K == lambda * K * Sigma * K',
    larger: 'posdef(Sigma - X) > 0',
    firstOrder: {
      says: 'the difference is of first order in the learning rate',
      limit: 'lambda -> 0',
      then: 'K * (Sigma - X) + (Sigma - X) * K == lambda * K * X * K',
    },
  },

  evidence: {
    difference: [moments(), simulated({ precision: 0.05 })],
    larger: [pointwise()],
    firstOrder: [moments()],
  },
})
