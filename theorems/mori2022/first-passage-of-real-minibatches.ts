/**
 * Real minibatch SGD with one example per step in linear regression with one feature, w <- w - eta x (x w - eps), x and
 * eps normal, sigma = 1 in v: the mean number of steps N until the loss is first seen above c times the smallest one,
 * |w| > sigma sqrt(c - 1). Its equation u = 1 + E[u(w'); inside] is solved without a sample.
 *
 * The law of the SDE is the power c^(1/T + 1 - n/2), n = 1, T = eta. At small rates the true barrier is linear in the
 * loss: with E exp(-s x (x w - eps)) = 1 at s = 2 w the mean is of the order exp(int 2 w dw / eta) = exp((c - 1) / eta).
 */
import {
  agrees, between, defineTheorem, gaussian, measured, positive, recurrence, scalar, simulated, standardNormal,
} from 'assay'
import { mori2022 } from '../sources.js'

export default defineTheorem({
  id: 'mori2022/first-passage-of-real-minibatches',
  title: 'First passage of real minibatch SGD in linear regression',
  source: mori2022.at('Eq. (18), for real minibatches'),
  says: 'Real minibatches leave a basin over a barrier that is linear in the loss at small learning rates, not over its logarithm.',

  symbols: {
    eta: between(0.12, 0.2, 'learning rate'),
    sigma: positive('standard deviation of the label noise'),
    c: between(1.25, 1.5, 'ratio of the losses at the edge and at the minimum'),
    b: between(0.2, 0.4, 'weight'),
    s: between(0.1, 0.6, 'slope of a barrier, times the learning rate'),
    N: measured.scalar('mean number of steps until the loss exceeds c times the smallest one'),
    N1: measured.scalar('the same with label noise of variance one'),
    N2: measured.scalar('the same for an edge at half of the excess loss'),
  },
  where: {
    r: 'sqrt(c - 1)',
    half: 'sqrt((c - 1) / 2)',
    'stepMean(t)': 'integral(x, -infinity, infinity, exp(-t * b * x^2 + t^2 * x^2 / 2 - x^2 / 2)) / sqrt(2 * pi)',
    phi: '1 + 1 / eta',
    sde: `2 / eta * integral(y, 0, r, (1 + y^2)^(1 / eta) * integral(z, 0, y, (1 + z^2)^(-phi)))`,
  },
  process: recurrence({
    state: { w: scalar, v: scalar },
    noise: { x: standardNormal, eps: gaussian({ variance: 'sigma^2' }), y: standardNormal, xi: standardNormal },
    step: ['w = w - eta * x * (x * w - eps)', 'v = v - eta * y * (y * v - xi)'],
  }),
  measure: { N: 'exit(w, 0, -sigma * r, sigma * r)', N1: 'exit(v, 0, -r, r)', N2: 'exit(v, 0, -half, half)' },

  claims: {
    ratioAlone: {
      says: 'the ratio of losses decides: samples for any label noise against the equation for that of variance one',
      then: 'N == N1',
    },
    stepLaw: {
      says: 'the step from b: its exponential mean is one at s = 2 b, the slope of the barrier times eta',
      then: 'stepMean(s) == 1 / sqrt(1 + 2 * s * b - s^2)',
    },
    slopeOfTheSde: {
      says: 'the slope of a barrier of log(1 + b^2)',
      then: 'stepMean(2 * b / (1 + b^2)) == 1',
      expected: 'refuted',
      corrected: 'stepLaw',
    },
    linearBarrier: {
      says: 'at small rates the barrier is linear in the loss: half of the excess loss is half of the barrier',
      limit: 'eta -> 0',
      then: 'log(N1) == log(N2) + (c - 1) / (2 * eta)',
    },
    logarithmicBarrier: {
      says: 'the barrier of the SDE, as published',
      limit: 'eta -> 0',
      then: 'log(N1) == log(N2) + log(c / (1 + (c - 1) / 2)) / eta',
      expected: 'refuted',
      corrected: 'linearBarrier',
    },
    lawOfTheSde: {
      says: 'the mean passage time of the SDE with loss-proportional noise, exactly, in steps',
      then: 'N1 == sde / eta',
      expected: 'refuted',
      corrected: 'ratioAlone',
    },
  },

  evidence: {
    ratioAlone: [simulated({ precision: 0.1, dimension: 1 })],
    stepLaw: [agrees()],
    slopeOfTheSde: [agrees()],
    linearBarrier: [agrees({ draws: 4, precision: 0.1 })],
    logarithmicBarrier: [agrees({ draws: 4, precision: 0.02 })],
    lawOfTheSde: [agrees({ draws: 4 })],
  },
})
