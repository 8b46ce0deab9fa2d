/**
 * With momentum two directions of curvatures k1, k2 are correlated less than continuous time predicts if and only if
 * the larger curvature exceeds the smaller by more than 1 / mu, at every learning rate:
 *
 *     mu (k1 - k2)^2 - (1 - mu)^2 k1 k2 = (mu k1 - k2) (k1 - mu k2) > 0.
 */
import {
  between, defineTheorem, learningRate, measured, moments, pointwise, positive, recurrence, scalar, simulated,
  standardNormal,
} from 'assay'
import { liu2021 } from '../sources.js'

export default defineTheorem({
  id: 'liu2021/narrower-correlation',
  title: 'When discrete time decorrelates two directions',
  source: liu2021.at('Section 4.1'),
  says: 'Discrete time enlarges the fluctuation of every direction, and may diminish the covariance of two.',

  symbols: {
    lambda: learningRate('learning rate'),
    mu: between(0, 1, 'momentum'),
    k1: positive('curvature in one direction'),
    k2: positive('curvature in the other'),
    r: positive('covariance of the gradient noise of the two'),
    S: measured.scalar('stationary covariance of the two weights'),
  },
  given: { one: 'lambda * k1 < 2 * (1 + mu)', other: 'lambda * k2 < 2 * (1 + mu)' },
  where: {
    X: 'lambda * r / ((1 - mu) * (k1 + k2))',
    damping: '(1 - mu) * (k1 + k2 - lambda / (1 + mu) * k1 * k2) + mu / (1 - mu^2) * lambda * (k1 - k2)^2',
  },
  process: recurrence({
    state: { m: scalar, w: scalar, n: scalar, v: scalar },
    noise: { x: standardNormal, y: standardNormal },
    step: [
      'm = mu * m + k1 * w + x', 'n = mu * n + k2 * v + r * x + y',
      'w = w - lambda * m', 'v = v - lambda * n',
    ],
  }),
  measure: { S: 'Cov(w, v)' },

  claims: {
    covariance: 'S == lambda * r / damping',
    narrower: {
      then: 'S < X iff (mu * k1 - k2) * (k1 - mu * k2) > 0',
    },
    equal: {
      says: 'at the very ratio continuous time is right',
      when: 'k1 == k2 / mu',
      then: 'S == X',
    },
    larger: {
      says: 'the fluctuation is larger in every sense, as it is without momentum',
      then: 'S > X',
      expected: 'refuted',
      corrected: 'narrower',
    },
  },

  evidence: {
    covariance: [moments({ dimensions: [1] }), simulated({ precision: 0.05 })],
    narrower: [pointwise({ dimensions: [1], points: 400 })],
    equal: [moments({ dimensions: [1] })],
    larger: [pointwise({ dimensions: [1] })],
  },
})
