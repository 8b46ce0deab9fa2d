/**
 * Elliptical features, x = r z with z ~ N(0, A), an independent radius r, E r^2 = 1 and c = E r^4: the noise is
 *
 *     C(v) = (1/S) [ (2c - 1) A v v'A + c (v'A v) A + sigma^2 A ],      which is Lemma 1 for c = 1 only.
 */
import {
  between, centred, count, defineTheorem, finiteSupport, gaussian, limit, learningRate, measured, moments, positive,
  positiveDefinite, realVector, recurrence, vector,
} from 'assay'
import { ziyin2022 } from '../sources.js'
import minibatchNoise from './minibatch-noise.js'

export default defineTheorem({
  id: 'ziyin2022/noise-of-elliptical-features',
  title: 'Minibatch noise of elliptical features',
  source: ziyin2022.at('Lemma 1, beyond Gaussian features'),
  says: 'Features of heavier tails make stronger noise at the same Hessian; '
    + 'here a feature is large with probability 1 / c, else zero.',

  symbols: {
    lambda: learningRate('learning rate'),
    S: count('batch size'),
    sigma: positive('standard deviation of the label noise'),
    b: between(0.4, 1, 'standard deviation of a feature relative to that where it is not zero'),
    A: positiveDefinite('covariance of the features'),
    v: realVector('weights at which the noise is measured, from the solution'),
    C: measured.covariance('covariance of the gradient at the weights v'),
  },
  where: { c: '1 / b^2', M: "v * v'" },
  process: recurrence({
    state: { w: vector },
    batch: {
      size: 'S',
      sample: {
        z: gaussian({ covariance: 'A' }),
        r: finiteSupport({ values: ['0', '1 / b'], probabilities: ['1 - b^2', 'b^2'] }),
        eps: centred({ variance: 'sigma^2' }),
      },
    },
    step: ["g = mean(r * z * (r * z' * w - eps))", 'w = w - lambda * g'],
  }),
  measure: { C: 'given(Cov(g), w, v)' },

  claims: {
    pointwise: 'C == ((2 * c - 1) * A * M * A + c * Tr(A * M) * A + sigma^2 * A) / S',
    gaussian: {
      says: 'Lemma 1, taken over to any features',
      then: 'C == (A * M * A + Tr(A * M) * A + sigma^2 * A) / S',
      expected: 'refuted',
      corrected: 'pointwise',
    },
  },

  evidence: {
    pointwise: [moments(), limit({ b: 1 }, minibatchNoise)],
    gaussian: [moments()],
  },
})
