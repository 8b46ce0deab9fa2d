/**
 * Noise on the inputs, x~ = x + eta with x ~ N(0, A), eta ~ N(0, B) and labels u'x + eps, acts as a Hessian K = A + B
 * with the minimum w* = inv(K) A u, whose residual is independent of x~ and has the variance s2 = u'A inv(K) B u:
 *
 *     C(v) = (1/S) [ K d d'K + (d'K d) K + (s2 + sigma^2) K ],  d = v - w*,       whether or not A and B commute,
 *
 * and the fluctuation is that of label noise with K for A and s2 + sigma^2 for sigma^2.
 */
import {
  between, commutingWith, count, defineTheorem, gaussian, measured, moments, positive, positiveDefinite,
  realVector, recurrence, threshold, vector,
} from 'assay'
import { ziyin2022 } from '../sources.js'

export default defineTheorem({
  id: 'ziyin2022/input-noise',
  title: 'Minibatch noise and fluctuation with noisy inputs',
  source: ziyin2022.at('Section 4.3, noise in the input'),
  says: 'Noisy inputs change the Hessian, the minimum and the label noise, and nothing else; '
    + 'the loss on clean inputs gains a bias.',

  symbols: {
    mu: between(0, 1, 'momentum'),
    S: count('batch size'),
    sigma: positive('standard deviation of the label noise'),
    A: positiveDefinite('covariance of the clean features'),
    B: positiveDefinite('covariance of the input noise'),
    Lambda: commutingWith('K', 'matrix learning rate', { scaled: true }),
    u: realVector('weights that made the labels'),
    v: realVector('weights at which the noise is measured'),
    W: measured.vector('stationary mean of the weights'),
    C: measured.covariance('covariance of the gradient at the weights v'),
    Sigma: measured.covariance('stationary covariance of the weights'),
    L: measured.scalar('stationary mean of the loss on clean inputs, without label noise'),
  },
  given: { curvature: 'posdef(G)', noise: 't < S' },
  where: {
    K: 'A + B',
    G: '2 * (1 - mu) * I - ((1 - mu) / (1 + mu) + 1 / S) * Lambda * K',
    t: 'Tr(Lambda * K * inv(G))',
    kappa: 't / (1 - t / S)',
    minimum: 'inv(K) * A * u',
    d: 'v - minimum',
    s2: "Tr(A * inv(K) * B * u * u')",
    G0: '2 * (1 - mu) * I - ((1 - mu) / (1 + mu) + 1 / S) * Lambda * A',
    t0: 'Tr(Lambda * A * inv(G0))',
  },
  process: recurrence({
    state: { m: vector, w: vector },
    batch: {
      size: 'S',
      sample: {
        x: gaussian({ covariance: 'A' }), eta: gaussian({ covariance: 'B' }), eps: gaussian({ variance: 'sigma^2' }),
      },
    },
    step: ["g = mean((x + eta) * ((x + eta)' * w - u' * x - eps))", 'm = mu * m + g', 'w = w - Lambda * m'],
  }),
  measure: { W: 'E(w)', C: 'given(Cov(g), w, v)', Sigma: 'Cov(w)', L: "E((w - u)' * A * (w - u)) / 2" },

  claims: {
    minimum: 'W == inv(A + B) * A * u',
    noise: "C == (K * d * d' * K + Tr(K * d * d') * K + (s2 + sigma^2) * K) / S",
    covariance: 'Sigma == (s2 + sigma^2) / S * (1 + kappa / S) * Lambda * inv(G)',
    cleanLoss: {
      says: 'on clean inputs the loss is that of the fluctuation, weighed with A and not with K, '
        + 'and of the bias of the minimum',
      then: "L == Tr(A * Sigma) / 2 + Tr(u * u' * B * inv(K) * A * inv(K) * B) / 2",
    },
    existence: 'exists(Sigma) iff posdef(G) > 0 and t < S',
    labelNoiseOnly: {
      says: 'changing sigma^2 and keeping the Hessian A is not enough',
      then: 'Sigma == (s2 + sigma^2) / S / (1 - t0 / S) * Lambda * inv(G0)',
      expected: 'refuted',
      corrected: 'covariance',
    },
  },

  evidence: {
    minimum: [moments()],
    noise: [moments()],
    covariance: [moments()],
    cleanLoss: [moments()],
    existence: [threshold()],
    labelNoiseOnly: [moments()],
  },
})
