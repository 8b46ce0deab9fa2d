/**
 * The tail index at small theta = lambda a, for batches of two, where X = chi^2_2 / 2 is exponential: with N = 2
 * / theta, z = theta X,
 *
 *     M(c) = E |1 - theta X|^(c N) = (N / 2) integral exp(N (c log|1 - z| - z / 2)) dz,
 *
 * of which two parts count: typical examples, near z = 0, give 1 / (1 + 2 c) < 1, and rare ones, near z = 1 + 2 c, grow
 * like exp(N (c log(2 c) - c - 1/2)). M passes 1 where that exponent vanishes, at c = exp(1 + W(1/e)) / 2 = 1.79556:
 * the index is 1.79556 S / theta, S = 2, as it is for all S. The published one is 2 S / theta, that of the Ito equation
 * with the exact noise S / theta.
 */
import { agrees, between, defineTheorem } from 'assay'
import { ziyin2022 } from '../sources.js'

export default defineTheorem({
  id: 'ziyin2022/tail-index-at-small-rates',
  title: 'Tail index of the weight at small learning rates',
  source: ziyin2022.at('Section 5.3, tail index, small learning rates'),
  says: 'At small learning rates the index is 1.796 batch sizes over the rate: '
    + 'neither the published 2 nor the 1 of the Ito equation.',

  symbols: {
    N: between(3, 6, 'batch size 2 over the learning rate times curvature'),
    c: between(0.2, 1.4, 'power relative to N, below the index'),
    k: between(2.2, 3, 'power relative to N, above the index'),
  },
  where: {
    'M(p)': 'integral(z, 0, infinity, N / 2 * exp(N * (p * log(abs(1 - z)) - z / 2)))',
    'rare(p)': 'integral(z, 0, infinity, N / 2 * exp(N * (p * log(abs(1 - z) / (2 * p)) - z / 2 + p + 1 / 2)))',
  },

  claims: {
    below: {
      says: 'below the index the typical part alone is left, less than one',
      limit: 'N -> infinity',
      then: 'M(c) == 1 / (1 + 2 * c)',
    },
    above: {
      says: 'above it the part of the rare examples; it grows without bound where k log(2 k) > k + 1/2, '
        + 'that is k > 1.79556',
      limit: 'N -> infinity',
      then: 'rare(k) == sqrt(2 * pi * k * N)',
    },
    published: {
      says: 'the published index',
      limit: 'N -> infinity',
      then: 'M(2 - 2 / N) == 1',
      expected: 'refuted',
      corrected: 'above',
    },
    ito: {
      says: 'the index of the Ito equation with the exact noise',
      limit: 'N -> infinity',
      then: 'M(1 + 1 / N) == 1',
      expected: 'refuted',
      corrected: 'below',
    },
  },

  evidence: { below: [agrees()], above: [agrees()], published: [agrees()], ito: [agrees()] },
})
