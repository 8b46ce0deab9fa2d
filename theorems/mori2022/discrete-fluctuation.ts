/**
 * Discrete SGD with Gaussian loss-proportional noise of variance 2 L h / B on L = Ls + h x^2 / 2. Its noise is the sum
 * xi + zeta theta of two independent normal ones, with the variances 2 Ls h / B and h^2 / B: the same law given theta.
 *
 *     Var = 2 Ls T / (h (2 - T - x)),      x = eta h,  T = x / B;      the SDE has 2 - T.
 *
 * What the step size changes is governed by x, not by T.
 */
import {
  count, defineTheorem, gaussian, learningRate, measured, moments, positive, recurrence, scalar, threshold,
} from 'assay'
import { mori2022 } from '../sources.js'

export default defineTheorem({
  id: 'mori2022/discrete-fluctuation',
  title: 'Fluctuation of discrete SGD with Gaussian loss-proportional noise',
  source: mori2022.at('Eq. (11), at a finite learning rate'),
  says: 'Steps of a finite size widen the stationary law of the SDE.',

  symbols: {
    eta: learningRate('learning rate'),
    B: count('batch size'),
    h: positive('curvature of the loss'),
    Ls: positive('loss at the minimum'),
    Sigma: measured.scalar('stationary variance of the weight'),
    F: measured.scalar('stationary fourth moment of the weight'),
  },
  given: { stability: 'T + x < 2' },
  where: {
    x: 'eta * h',
    T: 'x / B',
    sde: '2 * Ls / h * T / (2 - T)',
    m: '1 - x',
    v: 'x^2 / B',
  },
  process: recurrence({
    state: { theta: scalar },
    noise: { xi: gaussian({ variance: '2 * Ls * h / B' }), zeta: gaussian({ variance: 'h^2 / B' }) },
    step: ['theta = theta - eta * (h * theta + xi + zeta * theta)'],
  }),
  measure: { Sigma: 'E(theta^2)', F: 'E(theta^4)' },

  claims: {
    variance: 'Sigma == 2 * Ls / h * T / (2 - T - x)',
    existence: 'exists(Sigma) iff T + x < 2',
    ratio: {
      says: 'against the SDE',
      then: 'Sigma == sde * (2 - T) / (2 - T - x)',
    },
    continuousTime: {
      limit: 'eta -> 0',
      then: 'Sigma == sde',
    },
    asInContinuousTime: {
      says: 'the variance of the SDE, at a finite learning rate',
      then: 'Sigma == sde',
      expected: 'refuted',
      corrected: 'variance',
    },
    kurtosis: 'F / Sigma^2 - 3 == 6 * v * (2 * m^2 + v) / (1 - m^4 - 6 * m^2 * v - 3 * v^2)',
    fourthMoment: {
      says: 'where the fourth moment ends to exist',
      then: 'exists(F) iff (m^2 + 3 * v)^2 < 1 + 6 * v^2',
    },
    heavyTail: {
      says: 'at a small learning rate the excess kurtosis is that of the SDE',
      limit: 'eta -> 0',
      then: 'F / Sigma^2 - 3 == 3 * T',
    },
  },

  evidence: {
    variance: [moments()],
    existence: [threshold()],
    ratio: [moments()],
    continuousTime: [moments()],
    asInContinuousTime: [moments()],
    kurtosis: [moments()],
    fourthMoment: [threshold()],
    heavyTail: [moments()],
  },
})
