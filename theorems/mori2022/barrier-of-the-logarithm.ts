/**
 * What decides the rate of escape of the SDE with loss-proportional noise, d theta = -L' dt + sqrt(2 eta h L / B) dW:
 * the ratio c of the losses, not their difference. A loss lambda times higher is left as at a learning rate lambda
 * times larger, but in a time lambda times shorter; a valley s times wider, at a learning rate s^2 times larger, in s^2
 * times the time. Here L = Ls + V (x^2 - 1)^2, h = 8 V; with T = eta h / B the mean passage time from -1 to 1 is
 *
 *     M(T) = (1 / T) int_-1^1 L(y)^(1/T) int_-inf^y L(z)^(-1 - 1/T) dz dy.
 */
import { agrees, anyFunction, between, defineTheorem, diffusion, identity, measured, scalar } from 'assay'
import { mori2022 } from '../sources.js'

export default defineTheorem({
  id: 'mori2022/barrier-of-the-logarithm',
  title: 'Logarithmic barrier of the SDE with loss-proportional noise',
  source: mori2022.at('Eqs. (12) and (16)'),
  says: 'Escape depends on the ratio of the losses at the barrier and at the minimum; '
    + 'a higher barrier alone does not slow it.',

  symbols: {
    eta: between(0.08, 0.12, 'learning rate'),
    B: between(2, 4, 'batch size'),
    Ls: between(0.5, 1, 'loss at the minima'),
    V: between(0.6, 1, 'height of the barrier above the minima'),
    lambda: between(1.2, 2, 'factor of the loss'),
    s: between(1.2, 2, 'factor of the width'),
    f: anyFunction('test function'),
    M: measured.scalar('mean first-passage time from one minimum to the other'),
  },
  where: {
    'L(x)': 'Ls + V * (x^2 - 1)^2',
    T: '8 * eta * V / B',
    c: '(Ls + V) / Ls',
    'w(x)': 'lambda * L(x / sqrt(lambda))',
    Tw: 'eta * 8 * V / B',
    'v(x)': 'L(x / s)',
    Tv: '(eta * s^2) * (8 * V / s^2) / B',
    'u(x)': 'lambda * L(x)',
    Tu: '(eta / lambda) * (8 * lambda * V) / B',
    'F(x)': '(x^2 - 1)^2',
  },
  process: diffusion({
    state: { theta: scalar }, drift: '-diff(L(theta), theta)', diffusion: 'sqrt(2 * eta * 8 * V / B * L(theta))',
  }),
  measure: { M: 'passage(theta, -1, 1)' },

  claims: {
    logarithm: {
      says: 'constant noise on the logarithm of the loss, by a clock that runs as the loss',
      then: `generator(f(theta)) == L(theta)
        * (T * diff(f(theta), theta, 2) - diff(log(L(theta)), theta) * diff(f(theta), theta))`,
    },
    higherAndWider: {
      says: 'a loss lambda times higher in a valley of the same curvature is left at the same rate, '
        + 'however high the barrier',
      then: `M == (1 / Tw) * integral(y, -sqrt(lambda), sqrt(lambda), w(y)^(1 / Tw)
        * integral(z, -infinity, y, w(z)^(-1 - 1 / Tw)))`,
    },
    higherAtASmallerRate: {
      says: 'a loss lambda times higher, at a learning rate lambda times smaller, is left lambda times sooner',
      then: `M / lambda == (1 / Tu) * integral(y, -1, 1, u(y)^(1 / Tu)
        * integral(z, -infinity, y, u(z)^(-1 - 1 / Tu)))`,
    },
    wider: {
      says: 'a valley s times wider, at a learning rate s^2 times larger, is left after s^2 times the time',
      then: `M * s^2 == (1 / Tv) * integral(y, -s, s, v(y)^(1 / Tv)
        * integral(z, -infinity, y, v(z)^(-1 - 1 / Tv)))`,
    },
    higherAtTheSameRate: {
      says: 'but at the same learning rate a loss lambda times higher is hotter, and is left at another rate',
      then: `M / lambda == (1 / (lambda * T)) * integral(y, -1, 1, u(y)^(1 / (lambda * T))
        * integral(z, -infinity, y, u(z)^(-1 - 1 / (lambda * T))))`,
      expected: 'refuted',
      corrected: 'higherAtASmallerRate',
    },
    deepMinimum: {
      says: 'as the loss at the minimum vanishes: the published power, with another constant',
      limit: 'Ls -> 0',
      then: `M * Ls^(1 / 2 + 1 / T) == (2 / T) * V^(1 / T) * integral(y, 0, 1, F(y)^(1 / T))
        * sqrt(2 * pi / (8 * V)) * gamma(1 / T + 1 / 2) / gamma(1 / T + 1)`,
    },
    deepMinimumAsPublished: {
      says: 'the published constant is that of low temperature',
      limit: 'Ls -> 0',
      then: 'M * sqrt(32) * V / (2 * pi) * c^(-(1 / 2 + 1 / T)) == 1',
      expected: 'refuted',
      corrected: 'deepMinimum',
    },
    equalDifferences: {
      says: 'and the law of Arrhenius, in which only the difference of the losses counts, '
        + 'with the noise of the minimum',
      limit: 'Ls -> 0',
      then: 'M * sqrt(32) * V / (2 * pi) * exp(-(c - 1) / T) == 1',
      expected: 'refuted',
      corrected: 'deepMinimum',
    },
  },

  evidence: {
    logarithm: [identity()],
    higherAndWider: [agrees({ draws: 6 })],
    higherAtASmallerRate: [agrees({ draws: 6 })],
    wider: [agrees({ draws: 6 })],
    higherAtTheSameRate: [agrees({ draws: 4 })],
    deepMinimum: [agrees({ draws: 6 })],
    deepMinimumAsPublished: [agrees({ draws: 4 })],
    equalDifferences: [agrees({ draws: 4 })],
  },
})
