/**
 * Real minibatch SGD in linear regression with round features, x ~ N(0, h I), and B examples per step: its variance
 *
 *     eta sigma^2 / (2 B - eta h (D + 1 + B))      is finite only for      D < B (2 / (eta h) - 1) - 1,
 *
 * earlier than the SDE, whose variance ends at D = 2 B / (eta h) and whose law at n_c = 2 (1 + B / (eta h)).
 */
import {
  count, defineTheorem, gaussian, learningRate, measured, moments, positive, recurrence, threshold, vector,
} from 'assay'
import { mori2022 } from '../sources.js'

export default defineTheorem({
  id: 'mori2022/instability-of-real-minibatches',
  title: 'The dimension at which real minibatch SGD loses its variance',
  source: mori2022.at('Section 4.3'),
  says: 'A minimum of many dimensions is unstable under the noise of real minibatches sooner than the SDE predicts.',

  symbols: {
    eta: learningRate('learning rate'),
    B: count('batch size'),
    h: positive('curvature of the loss'),
    sigma: positive('standard deviation of the label noise'),
    Sigma: measured.covariance('stationary covariance of the weights'),
  },
  given: { stability: 'eta * h * (D + 1 + B) < 2 * B' },
  process: recurrence({
    state: { w: vector },
    batch: { size: 'B', sample: { x: gaussian({ covariance: 'h * I' }), eps: gaussian({ variance: 'sigma^2' }) } },
    step: ["w = w - eta * mean(x * (x' * w - eps))"],
  }),
  measure: { Sigma: 'Cov(w)' },

  claims: {
    variance: 'Sigma == eta * sigma^2 / (2 * B - eta * h * (D + 1 + B)) * I',
    existence: 'exists(Sigma) iff eta * h * (D + 1 + B) < 2 * B',
    dimensions: {
      says: 'as a bound on the dimension',
      then: 'exists(Sigma) iff D < B * (2 / (eta * h) - 1) - 1',
    },
    dimensionsOfTheSde: {
      says: 'where the variance of the SDE ends',
      then: 'exists(Sigma) iff D < 2 * B / (eta * h)',
      expected: 'refuted',
      corrected: 'dimensions',
    },
    instabilityOfTheSde: {
      says: 'the published dimension n_c, where the law of the SDE ends',
      then: 'exists(Sigma) iff D < 2 * (1 + B / (eta * h))',
      expected: 'refuted',
      corrected: 'dimensions',
    },
  },

  evidence: {
    variance: [moments()],
    existence: [threshold()],
    dimensions: [threshold()],
    dimensionsOfTheSde: [threshold()],
    instabilityOfTheSde: [threshold()],
  },
})
