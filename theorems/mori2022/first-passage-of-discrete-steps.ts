/**
 * Three models of one passage in linear regression with curvature a and label noise of deviation s: real minibatch SGD
 * w <- w - lambda x (x w - eps) with one example per step, discrete SGD with Gaussian noise proportional to the loss,
 * and the SDE with that noise, all started at the minimum and stopped where the loss is 1 + r^2 times the smallest one.
 *
 * The mean time, lambda for each step, is counted in simulations at any a and s and held against the equation
 * u = 1 + E[u(next); inside] at a = s = 1, which is solved without a sample. Between the two stands scale covariance:
 * the label noise does not matter, and the time is one over the curvature at a fixed eta = lambda a.
 */
import {
  agrees, between, defineTheorem, gaussian, measured, recurrence, scalar, simulated, standardNormal, vector,
} from 'assay'
import { mori2022 } from '../sources.js'

export default defineTheorem({
  id: 'mori2022/first-passage-of-discrete-steps',
  title: 'First passage of SGD, counted in simulated steps',
  source: mori2022.at('Eq. (18), for discrete steps'),
  says: 'First passages of real minibatch SGD, of discrete SGD with Gaussian noise and of the SDE take three different '
    + 'times, and only the first two are those of an algorithm.',

  symbols: {
    eta: between(0.12, 0.2, 'learning rate times curvature'),
    a: between(0.5, 2, 'curvature: variance of the feature'),
    s: between(0.5, 2, 'deviation of the label noise'),
    r: between(0.5, 0.7, 'distance at which the loss is 1 + r^2 times the smallest one, at a = s = 1'),
    N: measured.scalar('mean number of steps of real minibatch SGD with one weight until it is beyond R'),
    Q: measured.scalar('the same at a = s = 1, beyond r'),
    G: measured.scalar('mean number of steps of discrete SGD with Gaussian noise until |w| is beyond R'),
    H: measured.scalar('the same at a = s = 1, beyond r'),
  },
  where: {
    lambda: 'eta / a',
    R: 's * r / sqrt(a)',
    phi: '1 + 1 / eta',
    sde: `2 / eta * integral(y, 0, r, y^(1 - D) * (1 + y^2)^(1 / eta)
      * integral(z, 0, y, z^(D - 1) * (1 + z^2)^(-phi)))`,
  },
  process: recurrence({
    state: { w: scalar, v: scalar, u: vector, g: vector },
    noise: {
      x: gaussian({ variance: 'a' }), eps: gaussian({ variance: 's^2' }), y: standardNormal, zeta: standardNormal,
      xi: gaussian({ covariance: 'I' }), chi: gaussian({ covariance: 'I' }),
    },
    step: [
      'w = w - lambda * x * (x * w - eps)',
      'v = v - eta * y * (y * v - zeta)',
      "u = u - lambda * (a * u + sqrt(a * (s^2 + a * u' * u)) * xi)",
      "g = g - eta * (g + sqrt(1 + g' * g) * chi)",
    ],
  }),
  measure: {
    N: 'exit(w, 0, -R, R)', Q: 'exit(v, 0, -r, r)',
    G: 'exit(norm(u), 0, 0, R)', H: 'exit(norm(g), 0, 0, r)',
  },

  claims: {
    realMinibatches: {
      says: 'real minibatch SGD takes one over the curvature of the time of its integral equation',
      then: 'lambda * N == eta * Q / a',
    },
    gaussianNoise: {
      says: 'the same with loss-proportional Gaussian noise, in any dimension',
      then: 'lambda * G == eta * H / a',
    },
    minibatchesAsGaussian: {
      says: 'as if the noise of minibatches were Gaussian',
      then: 'lambda * N == eta * H / a',
      expected: 'refuted',
      corrected: 'realMinibatches',
    },
    minibatchesAsSde: {
      says: 'the passage time of the SDE, for real minibatches',
      then: 'lambda * N == sde / a',
      expected: 'refuted',
      corrected: 'realMinibatches',
    },
    gaussianAsSde: {
      says: 'the passage time of the SDE, for discrete steps with the same Gaussian noise',
      then: 'lambda * G == sde / a',
      expected: 'refuted',
      corrected: 'gaussianNoise',
    },
  },

  evidence: {
    realMinibatches: [agrees({ draws: 4, precision: 1e-4 }), simulated({ dimension: 1, precision: 0.05 })],
    gaussianNoise: [agrees({ draws: 4, precision: 1e-6 }), simulated({ precision: 0.05 })],
    minibatchesAsGaussian: [simulated({ dimension: 1, precision: 0.05 })],
    minibatchesAsSde: [simulated({ dimension: 1, precision: 0.05 })],
    gaussianAsSde: [simulated({ precision: 0.05 })],
  },
})
