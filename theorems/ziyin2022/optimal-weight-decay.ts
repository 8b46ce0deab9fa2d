/**
 * Which weight decay is best? With label noise and no decay of order one, Gamma = g H with H any symmetric matrix that
 * commutes with A, the test loss above the label noise changes at first order in g by
 *
 *     L(g) - L(0) ~ - g (lambda sigma^2 / S) Tr(H (I - lambda A) inv(G)^2) / (1 - t / S)^2,
 *     G = 2 I - (1 + 1/S) lambda A,
 *
 * the bias being of second order: decay helps where lambda A < I, and negative decay helps where lambda A > I.
 */
import {
  commutingWith, count, defineTheorem, gaussian, learningRate, measured, moments, positive, positiveDefinite, real,
  realVector, recurrence, vector,
} from 'assay'
import { ziyin2022 } from '../sources.js'

export default defineTheorem({
  id: 'ziyin2022/optimal-weight-decay',
  title: 'The sign of the optimal weight decay',
  source: ziyin2022.at('Corollary 1, and beyond it with label noise'),
  says: 'Negative weight decay is best at large learning rates, '
    + 'because it is away from the maximum of the curvature times the rate.',

  symbols: {
    lambda: learningRate('learning rate'),
    S: count('batch size'),
    sigma: positive('standard deviation of the label noise'),
    A: positiveDefinite('covariance of the features'),
    H: commutingWith('A', 'weight decay relative to its strength', { signed: true }),
    g0: real('strength of the weight decay'),
    u: realVector('weights that made the labels'),
    L: measured.scalar('stationary mean of the test loss, without label noise'),
  },
  given: { convexity: 'posdef(K)', curvature: 'posdef(G)', noise: 'lambda * q < S' },
  where: {
    K: 'A + g0 * H',
    U: "u * u'",
    G: '2 * I - lambda * (K + inv(K) * A^2 / S)',
    q: 'Tr(A^2 * inv(K) * inv(G))',
    t: 'Tr(A * inv(K)^2 * g0^2 * H^2 * U)',
    kappa: 'q / (1 - lambda * q / S)',
    r: 'Tr(A^3 * inv(K)^3 * g0^2 * H^2 * inv(G) * U) / (1 - lambda * q / S)',
    G0: '2 * I - (1 + 1 / S) * lambda * A',
    t0: 'Tr(lambda * A * inv(G0))',
    L0: 'sigma^2 / 2 * t0 / S / (1 - t0 / S)',
  },
  process: recurrence({
    state: { w: vector },
    batch: { size: 'S', sample: { x: gaussian({ covariance: 'A' }), eps: gaussian({ variance: 'sigma^2' }) } },
    step: ["w = w - lambda * (mean(x * (x' * w - x' * u - eps)) + g0 * H * w)"],
  }),
  measure: { L: "E((w - u)' * A * (w - u)) / 2" },

  claims: {
    testLoss: {
      says: 'Theorem 4 with label noise beside the weight decay',
      then: 'L == lambda / (2 * S) * ((t + sigma^2) * kappa + r) + t / 2',
    },
    smallDecay: {
      says: 'the sign law: the derivative of the test loss at zero decay',
      limit: 'g0 -> 0',
      then: 'L - L0 == -g0 * lambda * sigma^2 / S * Tr(H * (I - lambda * A) * inv(G0)^2) / (1 - t0 / S)^2',
    },
  },

  evidence: { testLoss: [moments()], smallDecay: [moments()] },
})
