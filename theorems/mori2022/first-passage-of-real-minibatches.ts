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
    eta: between(0.08, 0.14, 'learning rate'),
    sigma: positive('standard deviation of the label noise'),
    c: between(1.2, 1.6, 'ratio of the losses at the edge and at the minimum'),
    b: between(0.1, 0.9, 'weight'),
    N: measured.scalar('mean number of steps until the loss exceeds c times the smallest one'),
    N1: measured.scalar('the same with label noise of variance one'),
    N2: measured.scalar('the same for an edge at half of the excess loss'),
  },
  where: {
    r: 'sqrt(c - 1)',
    half: 'sqrt((c - 1) / 2)',
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
    barrier: {
      says: 'the step that real minibatches make from b is balanced by the slope 2 b / eta of the barrier',
      then: `integral(x, -infinity, infinity, integral(y, -infinity, infinity,
          exp(-2 * b * x * (x * b - y) - (x^2 + y^2) / 2) / (2 * pi))) == 1`,
    },
    linearBarrier: {
      says: 'at small rates the barrier is linear in the loss: half of it is half of the logarithm',
      limit: 'eta -> 0',
      then: 'log(N1 / N2) == (c - 1) / (2 * eta)',
    },
    logarithmicBarrier: {
      says: 'the barrier of the SDE, as published',
      limit: 'eta -> 0',
      then: 'log(N1 / N2) == log(c / (1 + (c - 1) / 2)) / eta',
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
    barrier: [agrees()],
    linearBarrier: [agrees()],
    logarithmicBarrier: [agrees()],
    lawOfTheSde: [agrees()],
  },
})
