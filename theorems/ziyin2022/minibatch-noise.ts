/**
 * The noise of a minibatch gradient in linear regression with Gaussian features x ~ N(0, A) and label noise,
 *
 *     g = mean over S samples of x (x'w - eps),      w the distance to the solution,
 *
 * is not proportional to the Hessian A: it grows with the weights, in every direction and along A w.
 */
import {
  centred, count, defineTheorem, gaussian, learningRate, measured, moments, positive, positiveDefinite, realVector,
  recurrence, simulated, vector,
} from 'assay'
import { ziyin2022 } from '../sources.js'

export default defineTheorem({
  id: 'ziyin2022/minibatch-noise',
  title: 'Strength of the minibatch noise in linear regression',
  source: ziyin2022.at('Lemma 1'),
  says: 'The covariance of the minibatch gradient at given weights, '
    + 'and averaged over the stationary fluctuation of SGD.',

  symbols: {
    lambda: learningRate('learning rate'),
    S: count('batch size'),
    sigma: positive('standard deviation of the label noise'),
    A: positiveDefinite('covariance of the features, the Hessian of the loss'),
    v: realVector('weights at which the noise is measured, from the solution'),
    C: measured.covariance('covariance of the gradient at the weights v'),
    G: measured.covariance('covariance of the gradient at stationarity'),
    Sigma: measured.covariance('stationary covariance of the weights'),
  },
  given: { stability: 'posdef(2 * I - (1 + 1 / S) * lambda * A)',
    sum: 'Tr(lambda * A * inv(2 * I - (1 + 1 / S) * lambda * A)) < S' },
  process: recurrence({
    state: { w: vector },
    batch: { size: 'S', sample: { x: gaussian({ covariance: 'A' }), eps: centred({ variance: 'sigma^2' }) } },
    step: ["g = mean(x * (x' * w - eps))", 'w = w - lambda * g'],
  }),
  measure: { C: 'given(Cov(g), w, v)', G: 'Cov(g)', Sigma: 'Cov(w)' },

  claims: {
    pointwise: {
      says: 'Lemma 1 at given weights',
      then: "C == (A * v * v' * A + (v' * A * v) * A + sigma^2 * A) / S",
    },
    averaged: {
      says: 'Lemma 1 averaged over the stationary weights: the gradient also moves with the mean gradient A w',
      then: 'G - A * Sigma * A == (A * Sigma * A + Tr(A * Sigma) * A + sigma^2 * A) / S',
    },
    hessian: {
      says: 'the noise is often taken to be proportional to the Hessian; that is its value at the solution only',
      then: 'C == sigma^2 / S * A',
      expected: 'refuted',
      corrected: 'pointwise',
    },
  },

  evidence: {
    pointwise: [moments(), simulated()],
    averaged: [moments(), simulated({ reach: 0.4 })],
    hessian: [moments(), simulated()],
  },
})
