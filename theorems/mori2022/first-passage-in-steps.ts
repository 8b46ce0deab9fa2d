/**
 * Real minibatch SGD with one example per step in linear regression with one feature, w <- w - lambda x (x w - eps),
 * with curvature a = k^2 and label noise of deviation s, from the minimum until the loss is first seen above 1 + r^2
 * times the smallest one.
 *
 * The mean time, lambda for each step, is counted in simulations at any k and s and held against the equation
 * u = 1 + E[u(next); inside] at k = s = 1, which is solved without a sample. Between the two stands scale covariance:
 * the label noise does not matter, and the time is one over the curvature at a fixed eta = lambda a.
 */
import {
  agrees, between, defineTheorem, gaussian, measured, recurrence, scalar, simulated, standardNormal,
} from 'assay'
import { mori2022 } from '../sources.js'

export default defineTheorem({
  id: 'mori2022/first-passage-in-steps',
  title: 'First passage of real minibatch SGD, counted in simulated steps',
  source: mori2022.at('Eq. (18), for real minibatches'),
  says: 'The time in which simulated minibatches leave is that of their own integral equation, '
    + 'and not that of the SDE.',

  symbols: {
    eta: between(0.15, 0.22, 'learning rate times curvature'),
    k: between(0.7, 1.4, 'deviation of the feature, the root of the curvature'),
    s: between(0.5, 2, 'deviation of the label noise'),
    r: between(0.5, 0.65, 'distance at which the loss is 1 + r^2 times the smallest one, at k = s = 1'),
    N: measured.scalar('mean number of steps until the weight is beyond R'),
    Q: measured.scalar('the same at k = s = 1, beyond r'),
  },
  where: {
    a: 'k^2',
    lambda: 'eta / a',
    R: 's * r / k',
    phi: '1 + 1 / eta',
    sde: '2 / eta * integral(y, 0, r, (1 + y^2)^(1 / eta) * integral(z, 0, y, (1 + z^2)^(-phi)))',
  },
  process: recurrence({
    state: { w: scalar, v: scalar },
    noise: {
      x: gaussian({ variance: 'k^2' }), eps: gaussian({ variance: 's^2' }), y: standardNormal, zeta: standardNormal,
    },
    step: [
      'w = w - lambda * x * (x * w - eps)',
      'v = v - eta * y * (y * v - zeta)',
    ],
  }),
  measure: { N: 'exit(w, 0, -R, R)', Q: 'exit(v, 0, -r, r)' },

  claims: {
    realMinibatches: {
      says: 'real minibatch SGD takes one over the curvature of the time of its integral equation',
      then: 'lambda * N == eta * Q / a',
    },
    asInTheSde: {
      says: 'the passage time of the SDE with loss-proportional noise',
      then: 'lambda * N == sde / a',
      expected: 'refuted',
      corrected: 'realMinibatches',
    },
  },

  evidence: {
    realMinibatches: [agrees({ draws: 4, precision: 1e-4 }), simulated({ dimension: 1, precision: 0.05 })],
    asInTheSde: [simulated({ dimension: 1, precision: 0.05 })],
  },
})
