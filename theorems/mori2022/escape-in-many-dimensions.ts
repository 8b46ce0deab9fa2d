/**
 * Escape over a saddle in n dimensions under noise proportional to the loss: along x over the barrier of f, with n - 1
 * directions across, of which the distance r from the axis is enough,
 *
 *     L(x, r) = f(x) + k(x) r^2 / 2,      f(x) = Ls + V (x^2 - 1)^2,      k(x) = h (1 - p + p f(x) / Ls),
 *
 * of curvature h all around at the minima, and q h across at the saddle. The noise is T L along and a T L across; a = 1
 * is the published case. At p = 1 the loss is a product: by the clock of the loss x and r are independent.
 */
import { agrees, between, defineTheorem, diffusion, identity, measured, scalar } from 'assay'
import { mori2022 } from '../sources.js'

export default defineTheorem({
  id: 'mori2022/escape-in-many-dimensions',
  title: 'Escape rate from a minimum in many dimensions',
  source: mori2022.at('Eq. (17)'),
  says: 'The published rate in n dimensions holds at low temperature for isotropic noise, and fails for any other.',

  symbols: {
    T: between(0.08, 0.11, 'temperature: learning rate times curvature over batch size'),
    n: between(2, 3.5, 'dimension'),
    p: between(0.1, 1.1, 'how much the curvature across follows the loss along'),
    a: between(0.2, 1.1, 'noise across over noise along'),
    Ls: between(0.35, 0.5, 'loss at the minima'),
    V: between(0.9, 1.2, 'height of the barrier above the minima'),
    M: measured.scalar('mean first-passage time from the left minimum to the right one'),
  },
  where: {
    'f(x)': 'Ls + V * (x^2 - 1)^2',
    h: '8 * V',
    hs: '4 * V',
    'k(x)': 'h * (1 - p + p * f(x) / Ls)',
    'L(x, r)': 'f(x) + k(x) * r^2 / 2',
    c: '1 + V / Ls',
    q: '1 - p + p * c',
    line: 'sqrt(h * hs) / (2 * pi) * c^(-(1 / 2 + 1 / T))',
    kappa: 'sqrt(h * hs) / (2 * pi) * c^(-(1 / T + 1 - n / 2))',
  },
  process: diffusion({
    state: { x: scalar, r: scalar },
    drift: { x: '-diff(L(x, r), x)', r: '-diff(L(x, r), r) + (n - 2) * a * T * L(x, r) / r' },
    diffusion: { x: 'sqrt(2 * T * L(x, r))', r: 'sqrt(2 * a * T * L(x, r))' },
  }),
  measure: { M: 'passage(x, -1, 1)' },

  claims: {
    currentAlong: {
      says: 'no current along x in the density P = r^(n - 2) L^-(1 + 1 / T): drift P = d(T L P)/dx, divided by P',
      then: 'generator(x) == T * diff(L(x, r), x) + T * L(x, r) * diff(-(1 + 1 / T) * log(L(x, r)), x)',
    },
    currentAcross: {
      says: 'nor across, if the noise is isotropic',
      when: 'a == 1',
      then: `generator(r) == T * diff(L(x, r), r)
        + T * L(x, r) * diff((n - 2) * log(r) - (1 + 1 / T) * log(L(x, r)), r)`,
    },
    currentOfAnyNoise: {
      says: 'no current in that density under noise that is not isotropic',
      then: `generator(r) == a * T * diff(L(x, r), r)
        + a * T * L(x, r) * diff((n - 2) * log(r) - (1 + 1 / T) * log(L(x, r)), r)`,
      expected: 'refuted',
      corrected: 'currentAcross',
    },
    spread: {
      says: 'the noise itself: each weight spreads at its share of the loss',
      then: 'generator(x^2 + r^2) == 2 * x * generator(x) + 2 * r * generator(r) + 2 * (1 + a) * T * L(x, r)',
    },
    escapeRate: {
      says: 'the published rate, with the ratio of the curvatures across, under isotropic noise',
      when: 'a == 1',
      limit: 'T -> 0',
      then: 'M * kappa == q^((n - 1) / 2)',
    },
    product: {
      says: 'where the curvature across follows the loss, the rate is that of one dimension, for any noise across',
      when: 'p == 1',
      limit: 'T -> 0',
      then: 'M * line == 1',
    },
    shareOfTheTime: {
      says: 'at any temperature the mean is that of one dimension, less a share a T / 2 for each direction across',
      when: 'p == 1',
      then: `M == 2 / T * (1 - (n - 1) * a * T / 2)
        * integral(y, 0, 1, f(y)^(1 / T)) * integral(z, 0, infinity, f(z)^(-1 - 1 / T))`,
    },
    anisotropicNoise: {
      says: 'the published rate where the noise across is weaker than that along',
      when: 'a < 3 / 4',
      limit: 'T -> 0',
      then: 'M * kappa == q^((n - 1) / 2)',
      expected: 'refuted',
      corrected: 'escapeRate',
    },
    oneDimension: {
      says: 'the power of one dimension, which a dimension more were not to change',
      when: 'a == 1',
      limit: 'T -> 0',
      then: 'M * line == 1',
      expected: 'refuted',
      corrected: 'escapeRate',
    },
  },

  evidence: {
    currentAlong: [identity()],
    currentAcross: [identity()],
    currentOfAnyNoise: [identity()],
    spread: [identity()],
    escapeRate: [agrees({ draws: 4, precision: 5e-3 })],
    product: [agrees({ draws: 4, precision: 5e-3 })],
    shareOfTheTime: [agrees({ draws: 4, precision: 1e-3 })],
    anisotropicNoise: [agrees({ draws: 4, precision: 5e-3 })],
    oneDimension: [agrees({ draws: 4, precision: 5e-3 })],
  },
})
