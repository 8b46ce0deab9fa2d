/**
 * Weight decay Gamma moves the minimum from u to w* = inv(K) A u, K = A + Gamma, where the examples still disagree:
 * with A' = inv(K) A, U = u u' and no label noise, the noise averaged over the stationary fluctuation Sigma is
 *
 *     C = (1/S) [ A Sigma A + Tr(A Sigma) A + Gamma A' U A'^T Gamma + t A ],   t = Tr(Gamma inv(K) A inv(K) Gamma U),
 *
 * and where Gamma and A do not commute, the last factor A' of the third term must be transposed.
 */
import {
  count, defineTheorem, gaussian, learningRate, measured, moments, positiveDefinite, realVector, recurrence,
  symmetric, vector,
} from 'assay'
import { ziyin2022 } from '../sources.js'

export default defineTheorem({
  id: 'ziyin2022/weight-decay-noise',
  title: 'Minibatch noise with weight decay',
  source: ziyin2022.at('Proposition 3'),
  says: 'Weight decay keeps minibatch noise alive without label noise: at its minimum the examples are not fitted.',

  symbols: {
    lambda: learningRate('learning rate'),
    S: count('batch size'),
    A: positiveDefinite('covariance of the features'),
    Gamma: symmetric('weight decay'),
    u: realVector('weights that made the labels'),
    v: realVector('weights at which the noise is measured'),
    W: measured.vector('stationary mean of the weights'),
    C: measured.covariance('covariance of the gradient at the weights v'),
    V: measured.covariance('stationary covariance of the gradient'),
    Sigma: measured.covariance('stationary covariance of the weights'),
  },
  where: {
    K: 'A + Gamma',
    P: 'inv(K) * A',
    U: "u * u'",
    t: "Tr(Gamma * inv(K) * A * inv(K) * Gamma * U)",
  },
  process: recurrence({
    state: { w: vector },
    batch: { size: 'S', sample: { x: gaussian({ covariance: 'A' }) } },
    step: ["g = mean(x * (x' * w - x' * u)) + Gamma * w", 'w = w - lambda * g'],
  }),
  measure: { W: 'E(w)', C: 'given(Cov(g), w, v)', V: 'Cov(g)', Sigma: 'Cov(w)' },

  claims: {
    minimum: 'W == P * u',
    pointwise: "C == (A * (v - u) * (v - u)' * A + Tr(A * (v - u) * (v - u)') * A) / S",
    averaged: {
      says: 'the mean gradient K (w - w*) moves too; what is left is the noise, whether or not A and Gamma commute',
      then: "V - K * Sigma * K == (A * Sigma * A + Tr(A * Sigma) * A + Gamma * P * U * P' * Gamma + t * A) / S",
    },
    asPrinted: {
      says: 'Proposition 3, for a weight decay that commutes with the Hessian',
      when: 'A * Gamma == Gamma * A',
      then: 'V - K * Sigma * K '
        + '== (A * Sigma * A + Tr(A * Sigma) * A + Gamma * P * U * P * Gamma + Tr(A * inv(K)^2 * Gamma^2 * U) * A) / S',
    },
    withoutCommuting: {
      says: 'the same formula for any weight decay',
      then: 'V - K * Sigma * K == (A * Sigma * A + Tr(A * Sigma) * A + Gamma * P * U * P * Gamma + t * A) / S',
      expected: 'refuted',
      corrected: 'averaged',
    },
    balance: {
      says: 'the fluctuation that this noise leaves',
      then: "K * Sigma + Sigma * K - lambda * K * Sigma * K "
        + "== lambda / S * (A * Sigma * A + Tr(A * Sigma) * A + Gamma * P * U * P' * Gamma + t * A)",
    },
  },

  evidence: {
    minimum: [moments()],
    pointwise: [moments()],
    averaged: [moments()],
    asPrinted: [moments()],
    withoutCommuting: [moments()],
    balance: [moments()],
  },
})
