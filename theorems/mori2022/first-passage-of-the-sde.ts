/**
 * The SDE with loss-proportional noise in linear regression with n features, L = (1 + r^2) / 2 at the distance r from
 * the minimum. On the scale u = log r
 *
 *     du = [-1 + (n - 2) T (1 + r^2) / (2 r^2)] dt + sqrt(T (1 + r^2)) / r dW,
 *
 * and the mean time M in which the loss grows from near the minimum to c times the smallest one is a power of c far out
 * only: there is no saddle, and at low temperature M is c^(1 + 1/T) (c - 1)^(-n/2) times a constant.
 */
import { agrees, anyFunction, between, defineTheorem, diffusion, identity, measured, scalar } from 'assay'
import { mori2022 } from '../sources.js'

export default defineTheorem({
  id: 'mori2022/first-passage-of-the-sde',
  title: 'First passage of the SDE in linear regression',
  source: mori2022.at('Eq. (18)'),
  says: 'The published power of the loss is the far limit of the SDE with loss-proportional noise, '
    + 'for a local slope that depends on c.',

  symbols: {
    n: between(1, 3, 'dimension'),
    T: between(0.31, 0.34, 'temperature: learning rate times curvature over batch size'),
    c: between(10.2, 11, 'ratio of the losses at the edge and near the minimum'),
    f: anyFunction('test function'),
    M: measured.scalar('mean first-passage time from r = 1 / 10 to the loss c / 2'),
  },
  where: {
    phi: '1 + 1 / T',
    'well(m)': 'gamma(m / 2) * gamma(phi - m / 2) / (2 * gamma(phi))',
  },
  process: diffusion({
    state: { u: scalar },
    drift: '-1 + (n - 2) * T * (1 + exp(2 * u)) / (2 * exp(2 * u))',
    diffusion: 'sqrt(T * (1 + exp(2 * u)) / exp(2 * u))',
  }),
  measure: { M: 'passage(u, -log(10), log(c - 1) / 2)' },

  claims: {
    distance: {
      says: 'on the scale of r: drift and noise proportional to the loss (1 + r^2) / 2, in n directions',
      then: `generator(f(exp(u))) == -diff(f(exp(u)), u)
        + T * (1 + exp(2 * u)) / 2 * (diff(f(exp(u)), u, 2) + (n - 2) * diff(f(exp(u)), u)) / exp(2 * u)`,
    },
    meanPassage: {
      then: `M == 2 / T * integral(y, 1 / 10, sqrt(c - 1), y^(1 - n) * (1 + y^2)^(1 / T)
        * integral(z, 0, y, z^(n - 1) * (1 + z^2)^(-phi)))`,
    },
    lowTemperature: {
      says: 'at any edge: a power of the loss and one of the excess loss',
      limit: 'T -> 0',
      then: 'M == well(n) * c^phi * (c - 1)^(-n / 2)',
    },
    farOut: {
      says: 'the power 1/T + 1 - n/2 of the loss, with its constant at any temperature',
      limit: 'c -> infinity',
      then: 'M == well(n) / (1 + T * (1 - n / 2)) * c^(phi - n / 2)',
    },
    saddle: {
      says: 'the constant of low temperature far out',
      limit: 'c -> infinity',
      then: 'M == well(n) * c^(phi - n / 2)',
      expected: 'refuted',
      corrected: 'farOut',
    },
    publishedPower: {
      says: 'the published power at a fixed edge, at low temperature',
      limit: 'T -> 0',
      then: 'M == well(n) * c^(phi - n / 2)',
      expected: 'refuted',
      corrected: 'lowTemperature',
    },
  },

  evidence: {
    distance: [identity()],
    meanPassage: [agrees({ draws: 6 })],
    lowTemperature: [agrees({ draws: 8 })],
    farOut: [agrees({ draws: 8 })],
    saddle: [agrees({ draws: 4 })],
    publishedPower: [agrees({ draws: 4 })],
  },
})
