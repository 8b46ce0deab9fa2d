/**
 * An idealised Adam divides by the root of the Fisher information, Lambda = lambda inv(H), H^2 = J = K Sigma K,
 * C = J / S:
 *
 *     Sigma = (lambda / 2)^2 (1 / (1 + mu) + 1 / ((1 - mu) S))^2 I,
 *
 * the same in every direction. Here H is frozen at a supposed value, and the process answers.
 */
import {
  between, count, defineTheorem, identity, measured, moments, positive, positiveDefinite, sgd, simulated,
} from 'assay'
import { liu2021 } from '../sources.js'

export default defineTheorem({
  id: 'liu2021/adam-idealised',
  title: 'Fluctuation of an idealised Adam',
  source: liu2021.at('Section 6.3'),
  says: 'The root of the Fisher information leaves an isotropic fluctuation, of second order in the learning rate.',

  symbols: {
    lambda: positive('learning rate'),
    mu: between(0, 1, 'momentum'),
    S: count('batch size'),
    a: positive('scale of an isotropic fluctuation'),
    K: positiveDefinite('Hessian of the loss at the minimum'),
    H: positiveDefinite('supposed root of the Fisher information'),
    T: positiveDefinite('supposed root of its diagonal'),
    Sigma: measured.covariance('stationary covariance of the weights'),
  },
  where: {
    fixed: 'lambda / 2 * (1 / (1 + mu) + 1 / ((1 - mu) * S)) * K',
    P: 'lambda * inv(H) * K',
    Q: 'inv(K) * H * H * inv(K)',
    Pt: 'lambda * inv(T) * K',
  },
  process: sgd({ hessian: 'K', noise: 'H * H / S', learningRate: 'lambda * inv(H)', momentum: 'mu' }),
  measure: { Sigma: 'Cov(w)' },

  claims: {
    covariance: {
      says: 'what is supposed comes out',
      when: 'H == fixed',
      then: 'Sigma == lambda^2 / 4 * (1 / (1 + mu) + 1 / ((1 - mu) * S))^2 * I',
    },
    consistent: {
      says: 'and H is the root of the Fisher information at that fluctuation',
      when: 'H == fixed',
      then: 'K * Sigma * K == H * H',
    },
    alone: {
      says: 'without momentum the balance at K Sigma K = H^2 is a Lyapunov equation for H, which has one solution',
      then: `P * Q + Q * P' - P * Q * P' - lambda^2 / S * I
        == lambda * (H * inv(K) + inv(K) * H - lambda * (1 + 1 / S) * I)`,
    },
    diagonal: {
      says: 'with a diagonal T for H an isotropic fluctuation balances only if K is diagonal',
      then: `a * (Pt + Pt') - a * Pt * Pt' - a * lambda^2 / S * inv(T) * K * K * inv(T)
        == a * lambda * inv(T) * (K * T + T * K - lambda * (1 + 1 / S) * K * K) * inv(T)`,
    },
    firstOrder: {
      says: 'linear in the learning rate, as the fluctuation of SGD is',
      when: 'H == fixed',
      then: 'Sigma == lambda / 2 * (1 / (1 + mu) + 1 / ((1 - mu) * S)) * I',
      expected: 'refuted',
      corrected: 'covariance',
    },
  },

  evidence: {
    covariance: [moments(), simulated({ precision: 0.05 })],
    consistent: [moments()],
    alone: [identity()],
    diagonal: [identity()],
    firstOrder: [moments()],
  },
})
