/**
 * Weights in D dimensions with features alike in all directions, A = a I, theta = lambda a: without label noise a step
 * multiplies |w|^2 by R = (1 - theta X)^2 + theta^2 X Y with independent X = chi^2_S / S and Y = chi^2_{D-1} / S, so
 * that the tail index of
 * |w| is the root of E R^(beta/2) = 1, and moments exist below it:
 *
 *     E |w|^2  iff  theta (S + D + 1) < 2 S,          E |w|^4  iff  E R^2 < 1.
 */
import {
  count, defineTheorem, gaussian, learningRate, measured, moments, positive, realVector, recurrence, threshold, vector,
} from 'assay'
import { ziyin2022 } from '../sources.js'

export default defineTheorem({
  id: 'ziyin2022/tails-in-many-dimensions',
  title: 'Which moments of many weights are finite',
  source: ziyin2022.at('Section 5.3, tail index, beyond one dimension'),
  says: 'More weights have heavier tails: the powers of the length of the weights that exist are fewer.',

  symbols: {
    lambda: learningRate('learning rate'),
    S: count('batch size'),
    sigma: positive('standard deviation of the label noise'),
    a: positive('variance of each feature'),
    v: realVector('weights before a step without label noise'),
    R2: measured.scalar('mean square of the length after that step'),
    R4: measured.scalar('mean fourth power of the length after that step'),
    F4: measured.scalar('mean fourth power of the length after one step from the solution'),
    W2: measured.scalar('stationary mean square of the length of the weights'),
    W4: measured.scalar('stationary mean fourth power of the length of the weights'),
  },
  given: { fourth: 'growth < 1' },
  where: {
    theta: 'lambda * a',
    m2: '1 + 2 / S',
    m3: 'm2 * (1 + 4 / S)',
    m4: 'm3 * (1 + 6 / S)',
    y1: '(D - 1) / S',
    y2: 'y1 * (D + 1) / S',
    growth: `1 - 4 * theta + 6 * theta^2 * m2 - 4 * theta^3 * m3 + theta^4 * m4
      + 2 * theta^2 * y1 * (1 - 2 * theta * m2 + theta^2 * m3) + theta^4 * y2 * m2`,
  },
  process: recurrence({
    state: { w: vector },
    batch: { size: 'S', sample: { x: gaussian({ covariance: 'a * I' }), eps: gaussian({ variance: 'sigma^2' }) } },
    step: [
      "next = w - lambda * mean(x * x' * w)",
      "square = next' * next",
      "fourth = (next' * next)^2",
      "w = w - lambda * mean(x * (x' * w - eps))",
    ],
  }),
  measure: {
    R2: 'given(E(square), w, v)', R4: 'given(E(fourth), w, v)', F4: "given(E((w' * w)^2), w, 0 * v)",
    W2: "E(w' * w)", W4: "E((w' * w)^2)",
  },

  claims: {
    second: "R2 == ((1 - 2 * theta + theta^2 * m2) + theta^2 * y1) * v' * v",
    fourth: "R4 == growth * (v' * v)^2",
    secondFinite: 'exists(W2) iff theta * (S + D + 1) < 2 * S',
    fourthFinite: 'exists(W4) iff growth < 1',
    fourthOfOneWeight: {
      says: 'the condition of a single weight, for many',
      then: 'exists(W4) iff 4 - 6 * theta * m2 + 4 * theta^2 * m3 - theta^3 * m4 > 0',
      expected: 'refuted',
      corrected: 'fourthFinite',
    },
    kick: {
      says: 'from the solution the label noise alone moves the weights, one normal step for each set of labels',
      then: 'F4 == D * (D + 2) * m2 * (lambda^2 * a * sigma^2 / S)^2',
    },
    length: {
      then: "W2 == D * lambda * sigma^2 / (2 * S - theta * (S + D + 1))",
    },
  },

  evidence: {
    second: [moments()],
    fourth: [moments()],
    secondFinite: [threshold()],
    fourthFinite: [threshold()],
    fourthOfOneWeight: [threshold()],
    kick: [moments()],
    length: [moments()],
  },
})
