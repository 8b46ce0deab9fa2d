/**
 * The tail index of one weight under minibatch SGD, theta = lambda a, multiplier 1 - theta X with X = chi^2_S / S: by
 * Kesten (1973) and Goldie (1991), P(|w| > z) falls like z^-beta with the root beta > 0 of
 *
 *     M(beta) = E |1 - theta X|^beta = 1.
 *
 * The published index 2 S / theta - S comes from a Student law with the right variance: it is right where it equals 2,
 * on the curve theta = 2 S / (S + 2), and nowhere else.
 */
import { agrees, between, count, defineTheorem } from 'assay'
import { ziyin2022 } from '../sources.js'

export default defineTheorem({
  id: 'ziyin2022/tail-index',
  title: 'Tail index of the weight under minibatch SGD',
  source: ziyin2022.at('Section 5.3, tail index'),
  says: 'The tail index is a root of a moment equation of the multiplier; '
    + 'the published formula holds on one curve only.',

  symbols: {
    theta: between(0.25, 1.5, 'learning rate times curvature'),
    S: count('batch size'),
  },
  where: {
    'M(b)': `integral(y, 0, infinity,
      2 * (S / 2)^(S / 2) / gamma(S / 2) * y^(S - 1) * exp(-S * y^2 / 2) * abs(1 - theta * y^2)^b)`,
    m2: '1 + 2 / S',
    m3: 'm2 * (1 + 4 / S)',
    m4: 'm3 * (1 + 6 / S)',
  },

  claims: {
    second: {
      says: 'the index exceeds 2 where the second moment is finite',
      then: 'M(2) == 1 + theta * (theta * m2 - 2)',
    },
    fourth: {
      says: 'and 4 where the fourth moment is finite',
      then: 'M(4) == 1 - theta * (4 - 6 * theta * m2 + 4 * theta^2 * m3 - theta^3 * m4)',
    },
    onTheCurve: {
      says: 'the published index where it equals 2; M(4) stands beside it, '
        + 'since M = 1 alone also holds for no multiplier at all',
      when: 'theta == 2 * S / (S + 2) and S < 6',
      then: 'M(2 * S / theta - S) - M(4) == theta * (4 - 6 * theta * m2 + 4 * theta^2 * m3 - theta^3 * m4)',
    },
    asPrinted: {
      says: 'the published index at other learning rates',
      then: 'M(2 * S / theta - S) == 1',
      expected: 'refuted',
      corrected: 'onTheCurve',
    },
  },

  evidence: {
    second: [agrees()],
    fourth: [agrees()],
    onTheCurve: [agrees()],
    asPrinted: [agrees()],
  },
})
