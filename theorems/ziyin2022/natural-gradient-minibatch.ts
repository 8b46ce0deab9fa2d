/**
 * Natural gradient descent scales the step by the inverse covariance of its own noise, Lambda = (lambda / S) inv(C),
 * where without label noise C = c (D + 1) A / S at the fluctuation Sigma = c inv(A). Self-consistency gives the
 * published
 *
 *     c = (lambda / 2) [ 1 / ((1 + D) (1 + mu)) + 1 / ((1 - mu) S) ],
 *
 * which is exactly the edge of stability of that step: there every scale of the fluctuation solves the equations, the
 * weights go to zero almost surely, and no stationary law has this covariance.
 */
import {
  between, count, defineTheorem, gaussian, identity, learningRate, measured, moments, positiveDefinite, realVector,
  recurrence, threshold, vector,
} from 'assay'
import { ziyin2022 } from '../sources.js'

export default defineTheorem({
  id: 'ziyin2022/natural-gradient-minibatch',
  title: 'Minibatch noise of natural gradient descent',
  source: ziyin2022.at('Section 5.2, natural gradient descent'),
  says: 'The published fluctuation of natural gradient descent solves its equation at the edge of stability, '
    + 'and is no stationary law.',

  symbols: {
    lambda: learningRate('learning rate'),
    mu: between(0, 1, 'momentum'),
    S: count('batch size'),
    A: positiveDefinite('covariance of the features, the Hessian of the loss'),
    v: realVector('weights from which one step is made'),
    Sigma: measured.covariance('stationary covariance of the weights, at the fixed scale of the noise'),
    E1: measured.scalar('mean loss, twice, after one true natural gradient step'),
  },
  where: {
    c: 'lambda / 2 * (1 / ((1 + D) * (1 + mu)) + 1 / ((1 - mu) * S))',
    V: 'c * inv(A)',
    noise: '(A * V * A + Tr(A * V) * A) / S',
    Lambda: 'lambda / S * inv(noise)',
    P: 'Lambda * A',
    s: 'lambda / (c * (1 + D))',
    C: "(A * v * v' * A + (v' * A * v) * A) / S",
  },
  process: recurrence({
    state: { m: vector, w: vector },
    batch: { size: 'S', sample: { x: gaussian({ covariance: 'A' }) } },
    step: [
      "g = mean(x * x' * w)",
      'q = (w - lambda / S * inv(C) * g)\' * A * (w - lambda / S * inv(C) * g)',
      'm = mu * m + g',
      'w = w - Lambda * m',
    ],
  }),
  measure: { Sigma: 'Cov(w)', E1: 'given(E(q), w, v)' },

  claims: {
    selfConsistent: {
      says: 'the published fluctuation balances drift and noise',
      then: `(1 - mu) * (P * V + V * P') - (1 + mu^2) / (1 - mu^2) * P * V * P'
          + mu / (1 - mu^2) * (P * P * V + V * P' * P')
        == Lambda * noise * Lambda`,
    },
    edge: {
      says: 'in the terms of the damped Newton method, the step s inv(A) lies at its boundary of stability',
      then: '(2 * (1 - mu) - ((1 - mu) / (1 + mu) + 1 / S) * s) * S == s * D',
    },
    stationary: {
      says: 'as published: natural gradient descent has this fluctuation at stationarity',
      then: 'lambda > 0 implies exists(Sigma)',
      expected: 'refuted',
      corrected: 'edge',
    },
    oneStep: {
      says: 'the true method, whose step follows the weights, without momentum: small weights make steps of any size',
      then: "E1 == v' * A * v - lambda + lambda^2 * (1 / 4 + (D - 1 / 2) / S) / (v' * A * v)",
    },
  },

  evidence: {
    selfConsistent: [identity()],
    edge: [identity()],
    stationary: [threshold()],
    oneStep: [moments()],
  },
})
