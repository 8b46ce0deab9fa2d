/**
 * Discrete SGD with Gaussian noise proportional to the loss, u <- u - lambda (a u + sqrt(a (s^2 + a |u|^2)) xi), in any
 * number D of directions of curvature a = k^2, from the minimum until the loss is first seen above 1 + r^2 times the
 * smallest one. Its distance |u| is a chain of its own, with noncentral chi steps.
 *
 * The mean time, lambda for each step, is counted in simulations at any k and s and held against the equation of that
 * chain at k = s = 1, which is solved without a sample.
 */
import {
  agrees, between, defineTheorem, gaussian, measured, recurrence, simulated, vector,
} from 'assay'
import { mori2022 } from '../sources.js'

export default defineTheorem({
  id: 'mori2022/first-passage-with-gaussian-noise',
  title: 'First passage of discrete SGD with loss-proportional Gaussian noise, in simulated steps',
  source: mori2022.at('Eq. (18), for discrete steps'),
  says: 'At a fixed batch size discrete steps leave later than the SDE of which they are the discretisation.',

  symbols: {
    eta: between(0.15, 0.22, 'learning rate times curvature'),
    k: between(0.7, 1.4, 'root of the curvature'),
    s: between(0.5, 2, 'root of twice the loss at the minimum'),
    r: between(0.5, 0.65, 'distance at which the loss is 1 + r^2 times the smallest one, at k = s = 1'),
    N: measured.scalar('mean number of steps until the distance is beyond R'),
    Q: measured.scalar('the same at k = s = 1, beyond r'),
  },
  where: {
    a: 'k^2',
    lambda: 'eta / a',
    R: 's * r / k',
    phi: '1 + 1 / eta',
    sde: `2 / eta * integral(y, 0, r, y^(1 - D) * (1 + y^2)^(1 / eta)
      * integral(z, 0, y, z^(D - 1) * (1 + z^2)^(-phi)))`,
  },
  process: recurrence({
    state: { u: vector, g: vector },
    noise: { xi: gaussian({ covariance: 'I' }), chi: gaussian({ covariance: 'I' }) },
    step: [
      "u = u - lambda * (a * u + k * sqrt(s^2 + a * u' * u) * xi)",
      "g = g - eta * (g + sqrt(1 + g' * g) * chi)",
    ],
  }),
  measure: { N: 'exit(norm(u), 0, 0, R)', Q: 'exit(norm(g), 0, 0, r)' },

  claims: {
    gaussianNoise: {
      says: 'one over the curvature of the time of its integral equation, in any dimension',
      then: 'lambda * N == eta * Q / a',
    },
    asInTheSde: {
      says: 'the passage time of the SDE of which the steps are the discretisation',
      then: 'lambda * N == sde / a',
      expected: 'refuted',
      corrected: 'gaussianNoise',
    },
  },

  evidence: {
    gaussianNoise: [agrees({ draws: 4, precision: 1e-6 }), simulated({ precision: 0.05 })],
    asInTheSde: [simulated({ precision: 0.05 })],
  },
})
