/**
 * Real minibatch SGD with one example per step in linear regression with one feature, w <- w - eta x (x w - eps), x and
 * eps standard normal: the mean number of steps N until the loss is first seen above c times the smallest one, that is
 * |w| > r, c = 1 + r^2. Its equation u = 1 + E[u(w'); inside] is solved without a sample.
 *
 * The law of the SDE is the power c^(1/T + 1 - n/2), n = 1, T = eta. At small rates the true barrier is linear in the
 * loss: with E exp(-s x (x w - eps)) = 1 at s = 2 w the mean is of the order exp(int 2 w dw / eta) = exp((c - 1)
 * / eta).
 */
import { agrees, between, defineTheorem, measured, moments, recurrence, scalar, standardNormal } from 'assay'
import { mori2022 } from '../sources.js'

export default defineTheorem({
  id: 'mori2022/first-passage-of-real-minibatches',
  title: 'First passage of real minibatch SGD in linear regression',
  source: mori2022.at('Eq. (18), for real minibatches'),
  says: 'Real minibatches leave a basin over a barrier that is linear in the loss at small learning rates, '
    + 'not over its logarithm.',

  symbols: {
    eta: between(0.15, 0.2, 'learning rate'),
    r: between(0.54, 0.64, 'distance at which the loss is 1 + r^2 times the smallest one'),
    b: between(0.2, 0.4, 'weight'),
    s: between(0.1, 0.6, 'slope of a barrier, times the learning rate'),
    S: measured.scalar('stationary variance of the weight'),
    N: measured.scalar('mean number of steps until the weight is beyond r'),
    N2: measured.scalar('the same for half the distance'),
  },
  given: { stability: '3 * eta < 2' },
  where: {
    'stepMean(t)': 'integral(x, -infinity, infinity, exp(-t * b * x^2 + t^2 * x^2 / 2 - x^2 / 2)) / sqrt(2 * pi)',
    phi: '1 + 1 / eta',
    sde: `2 / eta * integral(y, 0, r, (1 + y^2)^(1 / eta) * integral(z, 0, y, (1 + z^2)^(-phi)))`,
  },
  process: recurrence({
    state: { w: scalar },
    noise: { x: standardNormal, eps: standardNormal },
    step: ['w = w - eta * x * (x * w - eps)'],
  }),
  measure: { S: 'E(w^2)', N: 'exit(w, 0, -r, r)', N2: 'exit(w, 0, -r / 2, r / 2)' },

  claims: {
    variance: 'S == eta / (2 - 3 * eta)',
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
      says: 'at small rates the barrier is linear in the loss: at half the distance it has a quarter of its height',
      limit: 'eta -> 0',
      then: 'log(N) == log(N2) + 3 * r^2 / (4 * eta)',
    },
    logarithmicBarrier: {
      says: 'the barrier of the SDE, as published',
      limit: 'eta -> 0',
      then: 'log(N) == log(N2) + log((1 + r^2) / (1 + r^2 / 4)) / eta',
      expected: 'refuted',
      corrected: 'linearBarrier',
    },
    lawOfTheSde: {
      says: 'the mean passage time of the SDE with loss-proportional noise, exactly, in steps',
      then: 'N == sde / eta',
      expected: 'refuted',
      corrected: 'linearBarrier',
    },
  },

  evidence: {
    variance: [moments({ dimensions: [1] })],
    stepLaw: [agrees()],
    slopeOfTheSde: [agrees()],
    linearBarrier: [agrees({ draws: 4, precision: 0.1 })],
    logarithmicBarrier: [agrees({ draws: 4, precision: 0.02 })],
    lawOfTheSde: [agrees({ draws: 4 })],
  },
})
