/**
 * SGD on a finite data set, sampled with replacement, at its least squares solution: with the Hessian H = X'X / N, the
 * residuals r_i and the noise of each example weighed by its own residual, the fluctuation Sigma solves exactly
 *
 *     H Sigma + Sigma H - lambda H Sigma H = (lambda / S) [ (1/N) sum x_i x_i' (x_i' Sigma x_i + r_i^2) - H Sigma H ].
 *
 * Replacing r_i^2 by its mean makes 2 L H, as for infinitely many examples; it is right for a trace at best.
 */
import {
  count, dataSet, defineTheorem, learningRate, measured, moments, recurrence, rows, vector,
} from 'assay'
import { ziyin2022 } from '../sources.js'

export default defineTheorem({
  id: 'ziyin2022/finite-data-fluctuation',
  title: 'Fluctuation of SGD on a finite data set',
  source: ziyin2022.at('Proposition 4 and Theorem 6'),
  says: 'On finite data the noise is not the loss times the Hessian: every example carries its own residual.',

  symbols: {
    lambda: learningRate('learning rate'),
    S: count('batch size'),
    X: dataSet(5, 'features, one example per row'),
    y: dataSet(5, 'labels', { scalar: true }),
    W: measured.vector('stationary mean of the weights'),
    Sigma: measured.covariance('stationary covariance of the weights'),
  },
  where: {
    H: "X' * X / 5",
    solution: "inv(X' * X) * X' * y",
    r: 'X * solution - y',
    T: "X' * diag(X * Sigma * X') * X / 5",
  },
  process: recurrence({
    state: { w: vector },
    batch: {
      size: 'S',
      sample: {
        x: rows({ data: 'X', replacement: true }), target: rows({ data: 'y', replacement: true, shape: 'scalar' }),
      },
    },
    step: ["w = w - lambda * mean(x * (x' * w - target))"],
  }),
  measure: { W: 'E(w)', Sigma: 'Cov(w)' },

  claims: {
    minimum: 'W == solution',
    balance: "H * Sigma + Sigma * H - lambda * H * Sigma * H "
      + "== lambda / S * (T - H * Sigma * H + X' * diag(r * r') * X / 5)",
    meanResidual: {
      says: 'one mean residual for all examples, in the limit of small learning rates',
      limit: 'lambda -> 0',
      then: "H * Sigma + Sigma * H == lambda / S * Tr(r * r') / 5 * H",
      expected: 'refuted',
      corrected: 'smallRate',
    },
    smallRate: {
      limit: 'lambda -> 0',
      then: "H * Sigma + Sigma * H == lambda / S * X' * diag(r * r') * X / 5",
    },
    smallRateTrace: {
      says: 'the trace is that of the mean residual, weighed with the examples',
      limit: 'lambda -> 0',
      then: "Tr(Sigma) == lambda / (2 * S) * Tr(inv(H) * X' * diag(r * r') * X) / 5",
    },
  },

  evidence: {
    minimum: [moments()],
    balance: [moments({ dimensions: [1, 2] })],
    meanResidual: [moments({ dimensions: [1, 2] })],
    smallRate: [moments({ dimensions: [1, 2] })],
    smallRateTrace: [moments({ dimensions: [1, 2] })],
  },
})
