/**
 * The stationary density L^-p, p = 1 + 1 / T, of the SDE with loss-proportional noise at a round quadratic minimum in n
 * dimensions, with the distance r in units in which L / Ls = 1 + r^2. The ratio V = Ls / L has a Beta law,
 *
 *     V ~ Beta(p - n / 2, n / 2),      P(L > y Ls) = I_{1/y}(p - n / 2, n / 2),
 *
 * so that the loss has the tail y^-(p - n / 2), the published power of the escape rate. One weight has a Student law; a
 * Gamma law, as that of the loss of normal weights, is the limit at low temperature.
 */
import { agrees, between, defineTheorem } from 'assay'
import { mori2022 } from '../sources.js'

export default defineTheorem({
  id: 'mori2022/law-of-the-loss',
  title: 'Stationary law of the loss under the SDE with loss-proportional noise',
  source: mori2022.at('Eq. (11)'),
  says: 'The loss of the SDE has a tail of the very power with which it escapes.',

  symbols: {
    T: between(0.2, 0.5, 'temperature: learning rate times curvature over batch size'),
    p: between(3.2, 5, 'power of the loss in the density, 1 + 1 / T'),
    n: between(2.2, 3.8, 'dimension'),
    y: between(160, 168, 'ratio of the losses, far out'),
    x: between(1.5, 3, 'ratio of the losses'),
    q: between(0.2, 0.8, 'power of the loss'),
  },

  claims: {
    betaLaw: {
      says: 'the mass beyond x times the smallest loss, as an incomplete Beta function of V',
      then: `2 * integral(r, sqrt(x - 1), infinity, r^(n - 1) * (1 + r^2)^(-p))
        == integral(v, 0, 1 / x, v^(p - n / 2 - 1) * (1 - v)^(n / 2 - 1))`,
    },
    powerOfTheLoss: {
      says: 'the mean of a power of the loss, finite below p - n / 2',
      then: 'integral(r, 0, infinity, r^(n - 1) * (1 + r^2)^(q - p)) '
        + `/ integral(r, 0, infinity, r^(n - 1) * (1 + r^2)^(-p))
        == gamma(p - q - n / 2) * gamma(p) / (gamma(p - q) * gamma(p - n / 2))`,
    },
    studentLaw: {
      says: 'the tail of one weight: Student with 2 p - 1 degrees of freedom',
      then: `integral(r, sqrt(x - 1), infinity, (1 + r^2)^(-p))
        == integral(v, 0, 1 / sqrt(x), v^(2 * p - 2) * (1 - v^2)^(-1 / 2))`,
    },
    tail: {
      says: 'the tail of the loss has the power of the escape rate, with this first correction',
      limit: 'y -> infinity',
      then: `y * (2 * (p - n / 2) * y^(p - n / 2) * integral(r, sqrt(y), infinity, r^(n - 1) * (1 + r^2)^(-p)) - 1)
        == -p * (p - n / 2) / (p - n / 2 + 1)`,
    },
    gammaLaw: {
      says: 'at low temperature the excess loss, in units of T Ls, has a Gamma law',
      limit: 'T -> 0',
      then: `integral(r, 0, sqrt(x), r^(n - 1) * (1 + T * r^2)^(-1 / T))
        == integral(r, 0, sqrt(x), r^(n - 1) * exp(-r^2))`,
    },
    normalTail: {
      says: 'the tail of the loss of normal weights',
      limit: 'y -> infinity',
      then: 'integral(r, sqrt(y), infinity, r^(n - 1) * (1 + r^2)^(-p)) == exp(-p * y)',
      expected: 'refuted',
      corrected: 'tail',
    },
  },

  evidence: {
    betaLaw: [agrees({ draws: 10 })],
    powerOfTheLoss: [agrees({ draws: 10 })],
    studentLaw: [agrees({ draws: 10 })],
    tail: [agrees({ draws: 8 })],
    gammaLaw: [agrees({ draws: 8 })],
    normalTail: [agrees({ draws: 4 })],
  },
})
