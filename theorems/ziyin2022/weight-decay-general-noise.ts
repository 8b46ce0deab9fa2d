/**
 * Noise at the minimum w* = inv(K) A u that weight decay Gamma and label noise leave, K = A + Gamma, in terms of the
 * loss L0 and the Hessian A without decay. The gradient of L0 does not vanish there, it is -Gamma w*:
 *
 *     S C(w*) = 2 L0 A + Gamma w* w*'Gamma,
 *
 * where the paper has no second term (Eq. 14) or subtracts it (Eq. 15). The leading fluctuation at large S follows.
 */
import {
  between, count, defineTheorem, gaussian, learningRate, measured, moments, positive, positiveDefinite, realVector,
  recurrence, symmetric, vector,
} from 'assay'
import { ziyin2022 } from '../sources.js'

export default defineTheorem({
  id: 'ziyin2022/weight-decay-general-noise',
  title: 'Noise and fluctuation at the minimum of a loss with weight decay',
  source: ziyin2022.at('Eqs. (14) and (15), Corollaries 2 and 3'),
  says: 'The gradient that weight decay balances adds to the noise at the minimum; '
    + 'the published formulas leave it out or subtract it.',

  symbols: {
    lambda: learningRate('learning rate'),
    mu: between(0, 1, 'momentum'),
    S: count('batch size'),
    sigma: positive('standard deviation of the label noise'),
    A: positiveDefinite('covariance of the features, the Hessian without decay'),
    Gamma: symmetric('weight decay'),
    u: realVector('weights that made the labels'),
    C: measured.covariance('covariance of the gradient at the minimum'),
    L: measured.scalar('loss at the minimum, without decay'),
    g: measured.vector('gradient of the loss with decay at the minimum'),
    Sigma: measured.covariance('stationary covariance of the weights'),
  },
  where: {
    K: 'A + Gamma',
    minimum: 'inv(K) * A * u',
    G: "minimum * minimum'",
  },
  process: recurrence({
    state: { m: vector, w: vector },
    batch: { size: 'S', sample: { x: gaussian({ covariance: 'A' }), eps: gaussian({ variance: 'sigma^2' }) } },
    step: [
      "loss = mean((x' * w - x' * u - eps)^2 / 2)",
      "gradient = mean(x * (x' * w - x' * u - eps)) + Gamma * w",
      'm = mu * m + gradient',
      'w = w - lambda * m',
    ],
  }),
  measure: {
    C: 'given(Cov(gradient), w, minimum)', L: 'given(E(loss), w, minimum)', g: 'given(E(gradient), w, minimum)',
    Sigma: 'Cov(w)',
  },

  claims: {
    noise: 'S * C == 2 * L * A + Gamma * G * Gamma',
    withDecayedGradient: {
      says: 'Eq. (14), with the gradient of the loss with decay',
      then: "S * C == 2 * L * A - g * g'",
      expected: 'refuted',
      corrected: 'noise',
    },
    subtracted: {
      says: 'Eq. (15)',
      then: 'S * C == 2 * L * A - Gamma * G * Gamma',
      expected: 'refuted',
      corrected: 'noise',
    },
    withoutDecay: {
      says: 'Corollary 2 without decay',
      when: 'Gamma == 0 * I',
      then: 'S * C == 2 * L * A',
    },
    fluctuation: {
      says: 'what Corollary 3 is in truth with decay: the balance at large batches, whether or not A and Gamma commute',
      limit: 'S -> infinity',
      then: `(1 - mu) * (K * Sigma + Sigma * K) - (1 + mu^2) / (1 - mu^2) * lambda * K * Sigma * K
          + mu / (1 - mu^2) * lambda * (K^2 * Sigma + Sigma * K^2)
        == lambda / S * (2 * L * A + Gamma * G * Gamma)`,
    },
    publishedFluctuation: {
      says: 'Corollary 3 with decay',
      limit: 'S -> infinity',
      then: 'Sigma == lambda / (S * (1 - mu)) * (2 * L * A - Gamma * G * Gamma) * inv(K) * inv(2 * I '
        + '- lambda / (1 + mu) * K)',
      expected: 'refuted',
      corrected: 'fluctuation',
    },
    fluctuationWithoutDecay: {
      says: 'Corollary 3 without decay, to leading order in 1 / S',
      when: 'Gamma == 0 * I',
      limit: 'S -> infinity',
      then: 'Sigma == 2 * L * lambda / (S * (1 - mu)) * inv(2 * I - lambda / (1 + mu) * A)',
    },
  },

  evidence: {
    noise: [moments()],
    withDecayedGradient: [moments()],
    subtracted: [moments()],
    withoutDecay: [moments()],
    fluctuation: [moments()],
    publishedFluctuation: [moments()],
    fluctuationWithoutDecay: [moments()],
  },
})
