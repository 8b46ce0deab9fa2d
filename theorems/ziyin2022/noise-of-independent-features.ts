/**
 * Features with independent coordinates in some basis, x = L z with L L' = A, E z^2 = 1 and excess kurtosis k, not
 * Gaussian: infinitely many examples are not enough for Lemma 1, whose noise gains a term,
 *
 *     C(v) = (1/S) [ A v v'A + (v'A v) A + sigma^2 A + k L diag(L'v v'L) L' ];      skewness plays no part.
 */
import {
  centred, count, defineTheorem, iid, learningRate, measured, moments, positive, real, realMatrix,
  realVector, recurrence, vector,
} from 'assay'
import { ziyin2022 } from '../sources.js'

export default defineTheorem({
  id: 'ziyin2022/noise-of-independent-features',
  title: 'Minibatch noise of features with independent coordinates',
  source: ziyin2022.at('Lemma 1, beyond Gaussian features'),
  says: 'The fourth moment of the features enters the strength of the noise: '
    + 'Lemma 1 is exact for Gaussian features only.',

  symbols: {
    lambda: learningRate('learning rate'),
    S: count('batch size'),
    sigma: positive('standard deviation of the label noise'),
    s: real('skewness of the coordinates'),
    k: real('excess kurtosis of the coordinates'),
    F: realMatrix('mixing of the independent coordinates'),
    v: realVector('weights at which the noise is measured, from the solution'),
    C: measured.covariance('covariance of the gradient at the weights v'),
  },
  where: { A: "F * F'", M: "v * v'" },
  process: recurrence({
    state: { w: vector },
    batch: {
      size: 'S',
      sample: {
        z: iid(centred({ variance: '1', third: 's', fourth: '3 + k' })),
        eps: centred({ variance: 'sigma^2' }),
      },
    },
    step: ["g = mean(F * z * (z' * F' * w - eps))", "w = w - lambda * g"],
  }),
  measure: { C: 'given(Cov(g), w, v)' },

  claims: {
    noise: "C == (A * M * A + Tr(A * M) * A + sigma^2 * A + k * F * diag(F' * M * F) * F') / S",
    gaussian: {
      says: 'Lemma 1, taken over to any features',
      then: 'C == (A * M * A + Tr(A * M) * A + sigma^2 * A) / S',
      expected: 'refuted',
      corrected: 'noise',
    },
  },

  evidence: { noise: [moments()], gaussian: [moments()] },
})
