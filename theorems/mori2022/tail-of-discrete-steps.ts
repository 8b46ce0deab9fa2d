/**
 * Discrete SGD with Gaussian loss-proportional noise multiplies a large weight by 1 - x + x z / sqrt(B), x = eta h and
 * z normal, in each step. Moments of order k are finite while E |1 - x + x z / sqrt(B)|^k < 1 (Kesten 1973). At
 *
 *     k = 1 + 2 B / x + q      this mean is 1 + (q - B) x + ...,
 *     so that B more moments exist than those of the SDE.
 *
 * The mean is dominated by z near 2 sqrt(B), from where z is counted in the claims.
 */
import { agrees, between, count, defineTheorem } from 'assay'
import { mori2022 } from '../sources.js'

export default defineTheorem({
  id: 'mori2022/tail-of-discrete-steps',
  title: 'Tail index of discrete SGD with Gaussian loss-proportional noise',
  source: mori2022.at('Eq. (11), at a finite learning rate'),
  says: 'However small the learning rate, the tail of discrete SGD is thinner than that of its SDE by B '
    + 'orders of moments.',

  symbols: {
    x: between(0.02, 0.2, 'learning rate times curvature'),
    B: count('batch size'),
    q: between(0.3, 0.9, 'moments beyond those of the SDE'),
  },

  claims: {
    index: {
      says: 'the mean passes one at q = B',
      limit: 'x -> 0',
      then: `integral(z, -infinity, infinity,
          exp((1 + 2 * B / x + q) * log(abs(1 + x + x * z / sqrt(B))) - (z + 2 * sqrt(B))^2 / 2) / sqrt(2 * pi)) - 1
        == (q - B) * x`,
    },
    indexOfTheSde: {
      says: 'the index 1 + 2 / T of the SDE: the mean passes one at q = 0',
      limit: 'x -> 0',
      then: `integral(z, -infinity, infinity,
          exp((1 + 2 * B / x + q) * log(abs(1 + x + x * z / sqrt(B))) - (z + 2 * sqrt(B))^2 / 2) / sqrt(2 * pi)) - 1
        == q * x`,
      expected: 'refuted',
      corrected: 'index',
    },
  },

  evidence: { index: [agrees({ draws: 8 })], indexOfTheSde: [agrees({ draws: 4 })] },
})
