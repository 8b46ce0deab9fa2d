/**
 * Real minibatch SGD with one example per step in linear regression with n features, x and the label noise normal, far
 * from the minimum: |w|^2 is multiplied by (1 - eta x^2)^2 + eta^2 x^2 q in a step, x normal and q chi-square with n
 * - 1 degrees. Moments of order k of |w| exist while the mean of its power k / 2 is below one (Kesten 1973), and first
 * passages to a loss c times the smallest one take a time of the order of c^(k/2) at the boundary k. In the SDE with
 * loss-proportional noise this power is 1 / T + 1 - n / 2, T = eta.
 */
import { agrees, between, defineTheorem } from 'assay'
import { mori2022 } from '../sources.js'

export default defineTheorem({
  id: 'mori2022/passage-exponent-of-real-minibatches',
  title: 'Power of the loss in first passages of real minibatch SGD',
  source: mori2022.at('Eq. (18), for real minibatches'),
  says: 'Real minibatch SGD reaches a high loss sooner than the published power says, '
    + 'at the smallest learning rates as well.',

  symbols: {
    eta: between(0.1, 0.15, 'learning rate'),
    n: between(2.2, 4, 'dimension'),
    a: between(1.84, 1.86, 'power of the distance, times the learning rate'),
  },
  where: {
    'chi(q)': 'q^((n - 1) / 2 - 1) * exp(-q / 2) / (2^((n - 1) / 2) * gamma((n - 1) / 2))',
    'grown(p)': `integral(x, 0, infinity, 2 * exp(-x^2 / 2) / sqrt(2 * pi)
      * integral(r, 0, infinity, 2 * r * chi(r^2) * ((1 - eta * x^2)^2 + eta^2 * x^2 * r^2)^p))`,
    'grown1(p)': '2 * integral(t, 0, infinity, exp((p * log(abs(1 - t^2)) - t^2 / 2) / eta) / sqrt(2 * pi * eta))',
  },

  claims: {
    smallRates: {
      says: `with one feature, in units of 1 / eta: the mean of the power a / eta is one at a = 1.7956, so that first
        passages take a time of the order of c^(0.8978 / eta)`,
      limit: 'eta -> 0',
      then: 'grown1(a) == 2 * sqrt(a / (1 + 2 * a)) * exp((a * log(2 * a) - a - 1 / 2) / eta)',
    },
    smallRatesOfTheSde: {
      says: 'as in the SDE, where the mean of the power a / eta is one at a = 2',
      limit: 'eta -> 0',
      then: 'grown1(2) == 1',
      expected: 'refuted',
      corrected: 'smallRates',
    },
    publishedPower: {
      says: 'the published power with n features: the mean does not grow',
      then: 'grown(1 / eta + 1 - n / 2) == 1',
      expected: 'refuted',
      corrected: 'smallRates',
    },
  },

  evidence: {
    smallRates: [agrees({ draws: 4 })],
    smallRatesOfTheSde: [agrees({ draws: 4 })],
    publishedPower: [agrees({ draws: 4 })],
  },
})
