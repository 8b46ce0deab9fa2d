/**
 * Label noise that depends on the features, eps = xi h'x with Var xi = sigma^2: in place of sigma^2 A stands
 *
 *     E[eps^2 x x'] = sigma^2 [ 2 A h h'A + (h'A h) A ],
 *
 * not the mean of eps^2 times A; in one dimension the noise is three times as strong as the mean loss says.
 */
import {
  centred, count, defineTheorem, gaussian, learningRate, measured, moments, positive, positiveDefinite, realVector,
  recurrence, vector,
} from 'assay'
import { ziyin2022 } from '../sources.js'

export default defineTheorem({
  id: 'ziyin2022/noise-of-heteroscedastic-labels',
  title: 'Minibatch noise of labels whose noise depends on the features',
  source: ziyin2022.at('Lemma 1 and Corollary 2, beyond independent label noise'),
  says: 'Noise proportional to loss times Hessian needs label noise that is independent of the features, '
    + 'at any batch size.',

  symbols: {
    lambda: learningRate('learning rate'),
    S: count('batch size'),
    sigma: positive('strength of the label noise'),
    A: positiveDefinite('covariance of the features, the Hessian of the loss'),
    h: realVector('direction along which the labels are noisy'),
    v: realVector('weights at which the noise is measured, from the solution'),
    C: measured.covariance('covariance of the gradient at the weights v'),
    C0: measured.covariance('covariance of the gradient at the solution'),
    L0: measured.scalar('loss at the solution'),
  },
  where: { M: "v * v'", N: "h * h'" },
  process: recurrence({
    state: { w: vector },
    batch: { size: 'S', sample: { x: gaussian({ covariance: 'A' }), xi: centred({ variance: 'sigma^2' }) } },
    step: [
      "l = mean((x' * w - xi * h' * x)^2 / 2)",
      "g = mean(x * (x' * w - xi * h' * x))",
      'w = w - lambda * g',
    ],
  }),
  measure: { C: 'given(Cov(g), w, v)', C0: 'given(Cov(g), w, 0 * v)', L0: 'given(E(l), w, 0 * v)' },

  claims: {
    noise: 'C == (A * M * A + Tr(A * M) * A + sigma^2 * (2 * A * N * A + Tr(A * N) * A)) / S',
    lossTimesHessian: {
      says: 'Corollary 2 without weight decay: at the solution the noise is twice the loss times the Hessian',
      then: 'C0 == 2 * L0 * A / S',
      expected: 'refuted',
      corrected: 'noise',
    },
  },

  evidence: { noise: [moments()], lossTimesHessian: [moments()] },
})
