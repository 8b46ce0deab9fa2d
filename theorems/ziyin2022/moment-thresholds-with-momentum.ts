/**
 * One weight under minibatch SGD with momentum, theta = lambda a, h = 1 / S: the second moment is finite iff
 *
 *     2 (1 - mu^2) > theta (1 - mu + 2 (1 + mu) h),
 *
 * and the fourth iff its map on w^4, w^3 m, ..., m^4 contracts: a polynomial of degree five in theta, here at mu = 1/2.
 * With momentum there is no equation for a tail index in one unknown multiplier; these are the points at which the
 * index passes 2 and 4.
 */
import {
  between, count, defineTheorem, gaussian, learningRate, measured, moments, positive, recurrence, scalar, threshold,
} from 'assay'
import { ziyin2022 } from '../sources.js'

export default defineTheorem({
  id: 'ziyin2022/moment-thresholds-with-momentum',
  title: 'Which moments of the weight are finite, with momentum',
  source: ziyin2022.at('Section 5.3, tail index, with momentum'),
  says: 'Momentum lowers the learning rate at which the fourth moment diverges, '
    + 'and not as an effective learning rate would.',

  symbols: {
    lambda: learningRate('learning rate'),
    mu: between(0, 1, 'momentum'),
    S: count('batch size'),
    sigma: positive('standard deviation of the label noise'),
    a: positive('variance of the feature, the curvature of the loss'),
    F: measured.scalar('fourth moment of the weight after one step from rest at the solution'),
    W2: measured.scalar('second moment of the weight'),
    W4: measured.scalar('fourth moment of the weight'),
  },
  given: { second: 'theta * (1 - mu + 2 * (1 + mu) * h) < 2 * (1 - mu^2)' },
  where: {
    theta: 'lambda * a',
    h: '1 / S',
    effective: 'theta / (1 - mu)',
    m2: '1 + 2 / S',
    m3: 'm2 * (1 + 4 / S)',
    m4: 'm3 * (1 + 6 / S)',
  },
  process: recurrence({
    state: { m: scalar, w: scalar },
    batch: { size: 'S', sample: { x: gaussian({ variance: 'a' }), eps: gaussian({ variance: 'sigma^2' }) } },
    step: ['m = mu * m + mean(x * (x * w - eps))', 'w = w - lambda * m'],
  }),
  measure: { F: 'given(E(w^4), w, 0, m, 0)', W2: 'E(w^2)', W4: 'E(w^4)' },

  claims: {
    variance: 'W2 == lambda * sigma^2 / S * (1 + mu) / (2 * (1 - mu^2) - theta * (1 - mu + 2 * (1 + mu) * h))',
    secondFinite: 'exists(W2) iff theta * (1 - mu + 2 * (1 + mu) * h) < 2 * (1 - mu^2)',
    fourthFinite: {
      says: 'at momentum one half',
      when: 'mu == 1 / 2 and theta * (1 + 6 * h) < 3',
      then: `exists(W4) iff 105 + (199 - 630 * h) * theta - 12 * (49 + 10 * h - 280 * h^2) * theta^2
        + 2 * (229 + 740 * h - 1924 * h^2 - 5040 * h^3) * theta^3
        - 48 * (1 - 4 * h^2) * (3 + 20 * h) * theta^4 + 16 * (1 - 4 * h^2) * (1 + 10 * h + 8 * h^2) * theta^5 > 0`,
    },
    kick: {
      says: 'one step from rest at the solution: heavier tails than normal, as large features carry more noise',
      then: 'F == 3 * m2 * (lambda^2 * a * sigma^2 / S)^2',
    },
    effectiveRate: {
      says: 'momentum is often taken for a learning rate divided by 1 - mu',
      when: 'mu == 1 / 2 and theta * (1 + 6 * h) < 3',
      then: 'exists(W4) iff 4 - 6 * effective * m2 + 4 * effective^2 * m3 - effective^3 * m4 > 0',
      expected: 'refuted',
      corrected: 'fourthFinite',
    },
  },

  evidence: {
    variance: [moments()],
    secondFinite: [threshold()],
    fourthFinite: [threshold()],
    kick: [moments({ dimensions: [1] })],
    effectiveRate: [threshold()],
  },
})
