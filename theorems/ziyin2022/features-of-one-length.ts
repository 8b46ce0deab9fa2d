/**
 * Features of one length, |x|^2 = a D for every example, here signs with equal probability: there the trace formula for
 * finite data in many dimensions is exact, since no length fluctuates,
 *
 *     Sigma = (sigma^2 / S) (1 + kappa / S) lambda inv(G),     G = 2 I - (1 - 1/S) lambda A,
 *     stable iff lambda a (S + D - 1) < 2 S.
 *
 * Gaussian features have lengths that fluctuate by a part 1 / sqrt(D), and S + D + 1 in its place: a correction of the
 * order 2 / (S + D).
 */
import {
  count, defineTheorem, gaussian, iid, learningRate, measured, moments, positive, rademacher, recurrence,
  threshold, vector,
} from 'assay'
import { ziyin2022 } from '../sources.js'

export default defineTheorem({
  id: 'ziyin2022/features-of-one-length',
  title: 'Where the fluctuation in many dimensions is exact',
  source: ziyin2022.at('Theorem 6, for features of one length'),
  says: 'The formula for many dimensions holds exactly, in every dimension, '
    + 'for features whose lengths do not fluctuate.',

  symbols: {
    lambda: learningRate('learning rate'),
    S: count('batch size'),
    sigma: positive('standard deviation of the label noise'),
    s: positive('standard deviation of each feature'),
    Sigma: measured.covariance('stationary covariance of the weights'),
  },
  given: { stability: 'lambda * a * (S + D - 1) < 2 * S' },
  where: {
    a: 's^2',
    A: 'a * I',
    G: '2 * I - (1 - 1 / S) * lambda * A',
    t: 'Tr(lambda * A * inv(G))',
    kappa: 't / (1 - t / S)',
  },
  process: recurrence({
    state: { w: vector },
    batch: { size: 'S', sample: { z: iid(rademacher), eps: gaussian({ variance: 'sigma^2' }) } },
    step: ["w = w - lambda * mean(s * z * (s * z' * w - eps))"],
  }),
  measure: { Sigma: 'Cov(w)' },

  claims: {
    covariance: 'Sigma == sigma^2 / S * (1 + kappa / S) * lambda * inv(G)',
    existence: 'exists(Sigma) iff posdef(G) > 0 and t < S',
    gaussian: {
      says: 'Theorem 2, for Gaussian features of the same covariance',
      then: 'Sigma == lambda * sigma^2 / (2 * S - lambda * a * (S + D + 1)) * I',
      expected: 'refuted',
      corrected: 'covariance',
    },
  },

  evidence: { covariance: [moments()], existence: [threshold()], gaussian: [moments()] },
})
