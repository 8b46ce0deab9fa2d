/**
 * A single learning rate for all directions samples the Bayesian posterior N(0, inv(K) / N) if and only if
 *
 *     N C + (1 - mu) / (1 + mu) K = a I,      and then       lambda = 2 (1 - mu) / a.
 */
import {
  between, defineTheorem, identity, learningRate, measured, moments, positive, positiveDefinite, sgd, simulated,
} from 'assay'
import { liu2021 } from '../sources.js'

export default defineTheorem({
  id: 'liu2021/bayesian-scalar-rate',
  title: 'When a scalar learning rate samples the posterior',
  source: liu2021.at('Section 5'),
  says: 'Noise and curvature must add up to the same in every direction; the average sets the best learning rate.',

  symbols: {
    lambda: learningRate('learning rate'),
    mu: between(0, 1, 'momentum'),
    N: positive('inverse temperature of the posterior: the number of examples'),
    a: positive('what noise and curvature add up to', { scaled: true }),
    K: positiveDefinite('Hessian of the loss at the minimum'),
    C: positiveDefinite('covariance of the gradient noise'),
    Sigma: measured.covariance('stationary covariance of the weights'),
  },
  given: { stability: 'posdef(2 * (1 + mu) * I - lambda * K)' },
  where: {
    Q: 'inv(K) / N',
    lambda0: '2 * (1 - mu) * D / (N * Tr(C))',
    'u(x)': 'inv(2 * I - x / (1 + mu) * K)',
    'slope(x)': 'N * x / (1 - mu) * Tr(C * u(x)^2) - Tr(u(x))',
  },
  process: sgd({ hessian: 'K', noise: 'C', learningRate: 'lambda', momentum: 'mu' }),
  measure: { Sigma: 'Cov(w)' },

  claims: {
    posterior: {
      when: 'C == (a * I - (1 - mu) / (1 + mu) * K) / N and lambda == 2 * (1 - mu) / a',
      then: 'Sigma == inv(K) / N',
    },
    only: {
      says: 'the balance at Sigma = inv(K) / N fails by what noise and curvature do not add up to',
      then: `2 * (1 - mu) * lambda * K * Q - (1 + mu^2) / (1 - mu^2) * lambda^2 * K * Q * K
          + mu / (1 - mu^2) * lambda^2 * (K^2 * Q + Q * K^2) - lambda^2 * C
        == lambda / N * (2 * (1 - mu) * I - lambda * (N * C + (1 - mu) / (1 + mu) * K))`,
    },
    energy: {
      says: 'the part of the divergence from the posterior that is an energy needs no assumption on the noise',
      then: 'N * Tr(K * Sigma) == N * lambda / (1 - mu) * Tr(u(lambda) * C)',
    },
    volume: {
      says: 'the part that is a volume',
      when: 'K * C == C * K',
      then: 'det(N * K * Sigma) == det(N * lambda / (1 - mu) * C * u(lambda))',
    },
    smallRate: {
      says: 'the first correction to the continuous-time optimum lambda0: one step of Newton towards slope = 0',
      limit: 'N -> infinity',
      then: 'lambda0^2 / (1 + mu) * (Tr(K) / (2 * D) - Tr(C * K) / Tr(C)) == -2 * lambda0 / D * slope(lambda0)',
    },
  },

  evidence: {
    posterior: [moments(), simulated({ precision: 0.05 })],
    only: [identity()],
    energy: [moments()],
    volume: [moments()],
    smallRate: [moments()],
  },
})
