/**
 * Minibatch noise from the loss alone, for linear regression with Gaussian features, where H = A is the Hessian:
 *
 *     S C(v) = 2 L(v) H + grad L(v) grad L(v)',       L(v) = (v'A v + sigma^2) / 2,
 *
 * exactly, at every v. As published the gradients are subtracted, and the difference is as large as the loss itself.
 */
import {
  count, defineTheorem, gaussian, learningRate, measured, moments, positive, positiveDefinite, realVector,
  recurrence, vector,
} from 'assay'
import { ziyin2022 } from '../sources.js'

export default defineTheorem({
  id: 'ziyin2022/general-noise-formula',
  title: 'Minibatch noise in terms of loss, Hessian and gradient',
  source: ziyin2022.at('Theorem 5'),
  says: 'Twice the loss times the Hessian is the leading part of the noise only where the gradient is small: '
    + 'at the minimum with noisy labels.',

  symbols: {
    lambda: learningRate('learning rate'),
    S: count('batch size'),
    sigma: positive('standard deviation of the label noise'),
    A: positiveDefinite('covariance of the features, the Hessian of the loss'),
    v: realVector('weights at which the noise is measured, from the solution'),
    C: measured.covariance('covariance of the gradient at the weights v'),
    g: measured.vector('gradient of the loss at the weights v'),
    L: measured.scalar('loss at the weights v'),
    Q: measured.scalar('mean square of the loss of one example at the weights v'),
  },
  process: recurrence({
    state: { w: vector },
    batch: { size: 'S', sample: { x: gaussian({ covariance: 'A' }), eps: gaussian({ variance: 'sigma^2' }) } },
    step: [
      "loss = mean((x' * w - eps)^2 / 2)",
      "square = mean((x' * w - eps)^4 / 4)",
      "gradient = mean(x * (x' * w - eps))",
      'w = w - lambda * gradient',
    ],
  }),
  measure: {
    C: 'given(Cov(gradient), w, v)', g: 'given(E(gradient), w, v)', L: 'given(E(loss), w, v)',
    Q: 'given(E(square), w, v)',
  },

  claims: {
    exact: "S * C == 2 * L * A + g * g'",
    asPrinted: {
      says: 'Theorem 5, with an error that is small against the loss',
      then: "S * C == 2 * L * A - g * g'",
      expected: 'refuted',
      corrected: 'exact',
    },
    withoutLabelNoise: {
      says: 'nor is the error small as the loss vanishes: without label noise it stays of the order of the loss',
      limit: 'sigma -> 0',
      then: "S * C == 2 * L * A - g * g'",
      expected: 'refuted',
      corrected: 'exact',
    },
    leading: {
      says: 'strong label noise makes the gradient small against the loss, and Theorem 5 true in its leading term',
      limit: 'sigma -> infinity',
      then: "S * C == 2 * L * A - g * g'",
    },
    spread: {
      says: 'the examples do not share one loss, as is assumed: their losses spread by sqrt(2) times the mean, always',
      then: 'Q - L^2 == 2 * L^2',
    },
  },

  evidence: {
    exact: [moments()],
    asPrinted: [moments()],
    withoutLabelNoise: [moments()],
    leading: [moments()],
    spread: [moments()],
  },
})
