/**
 * Test loss and fluctuation of minibatch SGD with a weight decay Gamma that commutes with A, without label noise. With
 * K = A + Gamma, U = u u', G = 2 I - lambda (K + inv(K) A^2 / S), q = Tr(A^2 inv(K) inv(G)), t = Tr(A inv(K)^2 Gamma^2
 * U),
 *
 *     L = lambda / (2 S) (t kappa + r) + t / 2,      kappa = q / (1 - lambda q / S),
 *     r = Tr(A^3 inv(K)^3 Gamma^2 inv(G) U) / (1 - lambda q / S).
 *
 * The covariance is, in the eigenbasis of A, not the printed product of matrices but an entrywise quotient.
 */
import {
  commutingWith, count, defineTheorem, gaussian, index, learningRate, measured, moments, positiveDefinite, real,
  realVector, recurrence, threshold, vector,
} from 'assay'
import { ziyin2022 } from '../sources.js'

export default defineTheorem({
  id: 'ziyin2022/weight-decay-test-loss',
  title: 'Test loss of minibatch SGD with weight decay',
  source: ziyin2022.at('Theorem 4, Eqs. (11) and (12)'),
  says: 'Weight decay costs a bias and makes noise; the test loss is exact, '
    + 'the printed covariance holds in one eigenspace only.',

  symbols: {
    lambda: learningRate('learning rate'),
    S: count('batch size'),
    A: positiveDefinite('covariance of the features'),
    Gamma: commutingWith('A', 'weight decay', { signed: true }),
    gamma0: real('strength of a weight decay that is the same in all directions'),
    u: realVector('weights that made the labels'),
    L: measured.scalar('stationary mean of the test loss'),
    Sigma: measured.covariance('stationary covariance of the weights'),
    i: index('row'),
    j: index('column'),
  },
  given: { convexity: 'posdef(K)', curvature: 'posdef(G)', noise: 'lambda * q < S' },
  where: {
    K: 'A + Gamma',
    U: "u * u'",
    G: '2 * I - lambda * (K + inv(K) * A^2 / S)',
    q: 'Tr(A^2 * inv(K) * inv(G))',
    kappa: 'q / (1 - lambda * q / S)',
    r: 'Tr(A^3 * inv(K)^3 * Gamma^2 * inv(G) * U) / (1 - lambda * q / S)',
    t: 'Tr(A * inv(K)^2 * Gamma^2 * U)',
    R: 'A * Gamma * inv(K) * U * inv(K) * Gamma * A',
    N: '(lambda / S * (t * kappa + r) + t) * A + R',
  },
  process: recurrence({
    state: { w: vector },
    batch: { size: 'S', sample: { x: gaussian({ covariance: 'A' }) } },
    step: ["w = w - lambda * (mean(x * (x' * w - x' * u)) + Gamma * w)"],
  }),
  measure: { L: "E((w - u)' * A * (w - u)) / 2", Sigma: 'Cov(w)' },

  claims: {
    testLoss: {
      says: 'Eq. (11)',
      then: 'L == lambda / (2 * S) * (t * kappa + r) + t / 2',
    },
    existence: 'exists(Sigma) iff posdef(K) > 0 and posdef(G) > 0 and lambda * q < S',
    asPrinted: {
      says: 'Eq. (12), for a weight decay that commutes with U',
      when: 'Gamma == gamma0 * I',
      then: `Sigma == lambda / S * t * (1 + lambda * kappa / S) * A * inv(K) * inv(G)
        + lambda / S * (A^2 * inv(K)^2 * Gamma^2 * U + lambda * r / S * A) * inv(K) * inv(G)`,
      expected: 'refuted',
      corrected: 'entrywise',
    },
    oneEigenspace: {
      says: 'Eq. (12) holds where u lies in one eigenspace of A',
      when: 'A * U == U * A',
      then: `Sigma == lambda / S * t * (1 + lambda * kappa / S) * A * inv(K) * inv(G)
        + lambda / S * (A^2 * inv(K)^2 * Gamma^2 * U + lambda * r / S * A) * inv(K) * inv(G)`,
    },
    entrywise: {
      says: 'in an eigenbasis of A; N is S times the strength of the noise that is not due to the '
        + 'fluctuation along A Sigma A',
      when: 'A == diag(A)',
      then: `entry(Sigma, i, j) == lambda / S * entry(N, i, j)
        / (entry(K, i, i) + entry(K, j, j) - lambda * entry(K, i, i) * entry(K, j, j)
          - lambda / S * entry(A, i, i) * entry(A, j, j))`,
    },
  },

  evidence: {
    testLoss: [moments()],
    existence: [threshold()],
    asPrinted: [moments()],
    oneEigenspace: [moments()],
    entrywise: [moments()],
  },
})
