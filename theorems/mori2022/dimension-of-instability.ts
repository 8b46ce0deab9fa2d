/**
 * The SDE with loss-proportional noise at a round quadratic minimum in n dimensions, through the distance r from the
 * minimum alone, L = Ls + h r^2 / 2:      dr = [-h r + (n - 1) T L / r] dt + sqrt(2 T L) dW.
 *
 * Far away log r drifts at the rate (h T / 2)(n - n_c), n_c = 2 (1 + 1 / T): below n_c the weights return.
 */
import { agrees, anyFunction, between, defineTheorem, diffusion, identity, positive, scalar } from 'assay'
import { mori2022 } from '../sources.js'

export default defineTheorem({
  id: 'mori2022/dimension-of-instability',
  title: 'The dimension at which the SDE with loss-proportional noise becomes unstable',
  source: mori2022.at('Section 4.3'),
  says: 'The SDE escapes from a round minimum for good in more than n_c dimensions, however deep the minimum.',

  symbols: {
    T: between(0.3, 0.9, 'temperature: learning rate times curvature over batch size'),
    n: between(0.5, 3, 'dimension'),
    h: positive('curvature of the loss'),
    Ls: positive('loss at the minimum'),
    f: anyFunction('test function'),
    q: between(2, 5, 'power of the loss'),
    eta: positive('learning rate'),
    B: positive('batch size'),
    c: positive('ratio of the losses at the barrier and at the minimum'),
  },
  where: {
    'L(x)': 'Ls + h * x^2 / 2',
    nc: '2 * (1 + 1 / T)',
  },
  process: diffusion({
    state: { r: scalar }, drift: '-h * r + (n - 1) * T * L(r) / r', diffusion: 'sqrt(2 * T * L(r))',
  }),

  claims: {
    growth: {
      says: 'the drift of the logarithm of the distance; its last term is lost far away',
      then: 'generator(log(r)) == h * T / 2 * (n - nc) + (n - 2) * T * Ls / r^2',
    },
    clock: {
      says: 'by the clock of the loss, and far away, the distance is a Bessel process of the dimension n - 2 / T',
      then: `generator(f(r)) / L(r) == T * (diff(f(r), r, 2) + (n - 2 / T - 1) / r * diff(f(r), r))
        + 2 * Ls / (r * L(r)) * diff(f(r), r)`,
    },
    density: {
      says: 'the density r^(n - 1) L^-(1 + 1/T) of the distance carries no current: drift p = (T L p)\', divided by p',
      then: 'generator(r) == T * diff(L(r), r) + T * L(r) * diff((n - 1) * log(r) - (1 + 1 / T) * log(L(r)), r)',
    },
    normaliser: {
      says: 'its integral, for a power q of the loss: finite for n < 2 q, that is n < n_c',
      when: 'n > 1',
      then: `integral(y, 0, infinity, y^(n - 1) * (L(y) / Ls)^(-q))
        == (2 * Ls / h)^(n / 2) * gamma(n / 2) * gamma(q - n / 2) / gamma(q) / 2`,
    },
    sharpMinima: {
      says: 'the published rate of escape grows with the curvature at the minimum',
      then: 'diff(-(B / (eta * h) + 1 - n / 2) * log(c), h) == B / (eta * h^2) * log(c)',
    },
    manyDimensions: {
      says: 'and with the dimension',
      then: 'diff(-(B / (eta * h) + 1 - n / 2) * log(c), n) == log(c) / 2',
    },
    twoFewer: {
      says: 'two dimensions too few, where the mean loss becomes infinite: no drift of the logarithm at n = 2 / T',
      then: 'generator(log(r)) == h * T / 2 * (n - 2 / T) + (n - 2) * T * Ls / r^2',
      expected: 'refuted',
      corrected: 'growth',
    },
  },

  evidence: {
    growth: [identity()],
    clock: [identity()],
    density: [identity()],
    normaliser: [agrees()],
    sharpMinima: [identity()],
    manyDimensions: [identity()],
    twoFewer: [identity()],
  },
})
