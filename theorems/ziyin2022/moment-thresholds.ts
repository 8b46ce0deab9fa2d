/**
 * One weight, fresh Gaussian data, theta = lambda a: the multiplier M = 1 - theta X, X = chi^2_S / S, has the moments
 * of m2 = 1 + 2/S, m3 = m2 (1 + 4/S), m4 = m3 (1 + 6/S), and the stationary law of the weight has heavy tails:
 *
 *     E w^2 < infinity  iff  theta < 2 S / (S + 2),
 *     E w^4 < infinity  iff  4 - 6 theta m2 + 4 theta^2 m3 - theta^3 m4 > 0.
 *
 * The published tail index beta = 2 S / theta - S would put the second boundary at theta = 2 S / (S + 4).
 */
import {
  count, defineTheorem, gaussian, learningRate, measured, moments, positive, real, recurrence, scalar, threshold,
} from 'assay'
import { ziyin2022 } from '../sources.js'

export default defineTheorem({
  id: 'ziyin2022/moment-thresholds',
  title: 'Which moments of the weight are finite',
  source: ziyin2022.at('Section 5.3, tail index; Theorem 2 in one dimension'),
  says: 'The learning rates at which the second and the fourth moment of the weight become infinite, '
    + 'and the moments below them.',

  symbols: {
    lambda: learningRate('learning rate'),
    S: count('batch size'),
    sigma: positive('standard deviation of the label noise'),
    a: positive('variance of the feature, the curvature of the loss'),
    v: real('weight from which one step is made'),
    W2: measured.scalar('second moment of the weight'),
    W4: measured.scalar('fourth moment of the weight'),
    Q: measured.scalar('second moment one step after the weight v'),
    R: measured.scalar('covariance of the squares of weights three steps apart'),
  },
  given: { fourth: '4 - 6 * theta * m2 + 4 * theta^2 * m3 - theta^3 * m4 > 0' },
  where: {
    theta: 'lambda * a',
    m2: '1 + 2 / S',
    m3: 'm2 * (1 + 4 / S)',
    m4: 'm3 * (1 + 6 / S)',
    rho: '1 - 2 * theta + theta^2 * m2',
    beta: '2 * S / theta - S',
  },
  process: recurrence({
    state: { w: scalar },
    batch: { size: 'S', sample: { x: gaussian({ variance: 'a' }), eps: gaussian({ variance: 'sigma^2' }) } },
    step: ['w = w - lambda * mean(x * (x * w - eps))', 'q = w^2'],
  }),
  measure: { W2: 'E(w^2)', W4: 'E(w^4)', Q: 'given(E(q), w, v)', R: 'Cov(w^2, prev(w, 3)^2)' },

  claims: {
    second: {
      says: 'Theorem 2 in one dimension, without momentum',
      then: 'W2 == lambda * sigma^2 / S / (2 - theta - 2 * theta / S)',
    },
    fourth: {
      then: `W4 == (6 * theta^2 * sigma^2 / (a * S) * (1 - 2 * theta * m2 + theta^2 * m3) * W2
          + 3 * theta^4 * sigma^4 * m2 / (a^2 * S^2))
        / (4 * theta - 6 * theta^2 * m2 + 4 * theta^3 * m3 - theta^4 * m4)`,
    },
    transient: {
      says: 'the second moment approaches its stationary value by the factor rho in each step, from any start',
      then: 'Q == W2 + rho * (v^2 - W2)',
    },
    memory: 'R == rho^3 * (W4 - W2^2)',
    secondFinite: {
      says: 'as the published tail index says: it is right where it equals 2',
      then: 'exists(W2) iff theta * (S + 2) < 2 * S',
    },
    fourthFinite: 'exists(W4) iff 4 - 6 * theta * m2 + 4 * theta^2 * m3 - theta^3 * m4 > 0',
    fourthByTailIndex: {
      says: 'the published tail index, where it equals 4',
      then: 'exists(W4) iff theta * (S + 4) < 2 * S',
      expected: 'refuted',
      corrected: 'fourthFinite',
    },
    student: {
      says: 'the published law is that of Student with the variance of Theorem 2; its fourth moment differs',
      then: 'W4 == 3 * (beta - 2) / (beta - 4) * W2^2',
      expected: 'refuted',
      corrected: 'fourth',
    },
    studentOnACurve: {
      says: 'but not at theta = S / (S + 2), where a test of the kurtosis sees nothing',
      when: 'lambda == S / (S + 2) / a',
      then: 'W4 == 3 * (beta - 2) / (beta - 4) * W2^2',
    },
  },

  evidence: {
    second: [moments()],
    fourth: [moments()],
    transient: [moments()],
    memory: [moments()],
    secondFinite: [threshold()],
    fourthFinite: [threshold()],
    fourthByTailIndex: [threshold()],
    student: [moments()],
    studentOnACurve: [moments()],
  },
})
