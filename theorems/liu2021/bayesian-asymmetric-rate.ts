/**
 * Without momentum the posterior is sampled not at one learning rate but at a whole family of them: any
 *
 *     inv(Lambda) = (K + N C) / 2 + A - A'
 *
 * leaves N(0, inv(K) / N); a skew part stirs the weights and changes nothing of their law.
 */
import {
  defineTheorem, identity, measured, moments, plainSgd, positive, positiveDefinite, realMatrix, simulated,
} from 'assay'
import { liu2021 } from '../sources.js'

export default defineTheorem({
  id: 'liu2021/bayesian-asymmetric-rate',
  title: 'Learning rates that are not symmetric sample the same posterior',
  source: liu2021.at('Section 5'),

  symbols: {
    N: positive('inverse temperature of the posterior'),
    K: positiveDefinite('Hessian of the loss at the minimum'),
    C: positiveDefinite('covariance of the gradient noise'),
    A: realMatrix('source of the skew part'),
    Lambda: realMatrix('matrix learning rate'),
    Sigma: measured.covariance('stationary covariance of the weights'),
    R: measured.matrix('covariance of the weights one step apart'),
  },
  where: {
    family: "inv((K + N * C) / 2 + A - A')",
    P: 'Lambda * K',
    Q: 'inv(K) / N',
  },
  process: plainSgd({ hessian: 'K', noise: 'C', learningRate: 'Lambda' }),
  measure: { Sigma: 'Cov(w)', R: 'Cov(w, prev(w))' },

  claims: {
    posterior: {
      when: 'Lambda == family',
      then: 'Sigma == inv(K) / N',
    },
    only: {
      says: 'the balance at Sigma = inv(K) / N fixes the symmetric part of inv(Lambda), and nothing else',
      then: `P * Q + Q * P' - P * Q * P' - Lambda * C * Lambda'
        == Lambda * (inv(Lambda) + inv(Lambda') - K - N * C) * Lambda' / N`,
    },
    irreversible: {
      says: 'the skew part shows in the correlation of successive weights',
      when: 'Lambda == family',
      then: "R == (inv(K) - inv((K + N * C) / 2 + A - A')) / N",
    },
    reversible: {
      says: 'successive weights in the opposite order of time',
      when: 'Lambda == family',
      then: "R == R'",
      expected: 'refuted',
      corrected: 'irreversible',
    },
  },

  evidence: {
    posterior: [moments(), simulated({ precision: 0.05 })],
    only: [identity()],
    irreversible: [moments()],
    reversible: [moments()],
  },
})
