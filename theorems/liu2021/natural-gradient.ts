/**
 * Natural gradient descent, Lambda = lambda inv(J), with minibatch noise C = J / S and the Fisher information J = K Q
 * K of the fluctuation Q itself, is consistent with one fluctuation only:
 *
 *     Sigma = lambda / 2 (1 / (1 + mu) + 1 / ((1 - mu) S)) inv(K).
 *
 * Here J is frozen at the Q that is supposed, and the process answers with its Sigma.
 */
import {
  between, count, defineTheorem, identity, learningRate, measured, moments, positive, positiveDefinite, sgd, simulated,
  threshold,
} from 'assay'
import { liu2021 } from '../sources.js'

export default defineTheorem({
  id: 'liu2021/natural-gradient',
  title: 'Fluctuation of natural gradient descent',
  source: liu2021.at('Section 6.2'),
  says: 'The self-consistent fluctuation of natural gradient descent, its uniqueness, and its speed of mixing.',

  symbols: {
    lambda: learningRate('learning rate'),
    mu: between(0, 1, 'momentum'),
    S: count('batch size'),
    q: positive('scale of the supposed fluctuation'),
    K: positiveDefinite('Hessian of the loss at the minimum'),
    Q: positiveDefinite('fluctuation that the preconditioner supposes'),
    Sigma: measured.covariance('stationary covariance of the weights'),
    R: measured.matrix('covariance of the weights one step apart'),
    X: measured.matrix('stationary covariance of the weights with the momentum that brought them there'),
  },
  where: {
    J: 'K * Q * K',
    P: 'lambda * inv(J) * K',
    fixed: 'lambda / 2 * (1 / (1 + mu) + 1 / ((1 - mu) * S)) * inv(K)',
  },
  process: sgd({ hessian: 'K', noise: 'J / S', learningRate: 'lambda * inv(J)', momentum: 'mu' }),
  measure: { Sigma: 'Cov(w)', R: 'Cov(w, prev(w))', X: 'Cov(w, m)' },

  claims: {
    covariance: {
      says: 'what is supposed comes out',
      when: 'Q == fixed',
      then: 'Sigma == lambda / 2 * (1 / (1 + mu) + 1 / ((1 - mu) * S)) * inv(K)',
    },
    alone: {
      says: 'at Sigma = Q the balance of drift and noise fails by a term that vanishes for one Q alone',
      then: `
        (1 - mu) * (P * Q + Q * P') - (1 + mu^2) / (1 - mu^2) * P * Q * P'
          + mu / (1 - mu^2) * (P * P * Q + Q * P' * P') - lambda^2 / S * inv(J)
        == lambda * inv(J) * (2 * (1 - mu) * J - lambda * ((1 - mu) / (1 + mu) + 1 / S) * K) * inv(K)`,
    },
    answer: {
      says: 'the fluctuation under a preconditioner that supposes q inv(K)',
      when: 'Q == q * inv(K)',
      then: 'Sigma == lambda / (S * (1 - mu) * (2 - lambda / (q * (1 + mu)))) * inv(K)',
    },
    stability: {
      when: 'Q == q * inv(K)',
      then: 'exists(Sigma) iff lambda < 2 * (1 + mu) * q',
    },
    memory: {
      says: 'consistent natural gradient descent forgets at a rate that does not depend on the learning rate',
      when: 'Q == fixed',
      then: 'R == ((1 + mu) - (1 - mu) * S) / ((1 + mu) + (1 - mu) * S) * Sigma',
    },
    motion: {
      says: 'the weights are found where the momentum has carried them, downhill',
      when: 'Q == fixed',
      then: 'X == -1 / (1 + mu) * Sigma * K',
    },
    swapped: {
      says: '1 + mu and 1 - mu exchanged agree at S = 1 alone',
      when: 'Q == fixed',
      then: 'Sigma == lambda / 2 * (1 / (1 - mu) + 1 / ((1 + mu) * S)) * inv(K)',
      expected: 'refuted',
      corrected: 'covariance',
    },
  },

  evidence: {
    covariance: [moments(), simulated({ precision: 0.05 })],
    alone: [identity()],
    answer: [moments()],
    stability: [threshold({ points: 144 })],
    memory: [moments()],
    motion: [moments()],
    swapped: [moments()],
  },
})
