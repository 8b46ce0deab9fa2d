/**
 * The tail index of one weight, beta(theta, S), the root of E |1 - theta X|^beta = 1 with X = chi^2_S / S
 * (Kesten 1973, Goldie 1991), in numbers. The published index is 2 S / theta - S. Beside each root stands the
 * second moment, 1 - 2 theta + theta^2 (1 + 2 / S), since the root alone would also be one of no multiplier at all.
 */
import { agrees, defineTheorem } from 'assay'
import { ziyin2022 } from '../sources.js'

export default defineTheorem({
  id: 'ziyin2022/table-of-tail-indices',
  title: 'Tail indices of the weight in numbers',
  source: ziyin2022.at('Section 5.3, Figure 2'),
  says: 'The tail indices at some learning rates and batch sizes, to ten digits; '
    + 'those read off the published formula are wrong.',

  symbols: {},
  where: {
    'M(t, n, b)': `integral(y, 0, infinity,
      2 * (n / 2)^(n / 2) / gamma(n / 2) * y^(n - 1) * exp(-n * y^2 / 2) * abs(1 - t * y^2)^b)`,
  },

  claims: {
    fiveExamples: 'M(1 / 2, 5, 12.2200686735347) + M(1 / 2, 5, 2) == 1 + 7 / 20',
    eightExamples: 'M(6 / 5, 8, 4.25979068009819) + M(6 / 5, 8, 2) == 1 + 2 / 5',
    sixteenExamples: 'M(3 / 2, 16, 4.01655069340126) + M(3 / 2, 16, 2) == 1 + 17 / 32',
    eightAtSmallRate: 'M(1 / 2, 8, 18.8824330834621) + M(1 / 2, 8, 2) == 1 + 5 / 16',
    figure: {
      says: 'the published index 16 / 3 at theta = 6 / 5',
      then: 'M(6 / 5, 8, 16 / 3) == 1',
      expected: 'refuted',
      corrected: 'eightExamples',
    },
    smaller: {
      says: 'the published index 24 at theta = 1 / 2, too large by a quarter',
      then: 'M(1 / 2, 8, 24) == 1',
      expected: 'refuted',
      corrected: 'eightAtSmallRate',
    },
  },

  evidence: {
    fiveExamples: [agrees()], eightExamples: [agrees()], sixteenExamples: [agrees()],
    eightAtSmallRate: [agrees()], figure: [agrees()], smaller: [agrees()],
  },
})
