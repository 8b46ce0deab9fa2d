/** One simulated claim, whose draws take so long that pieces of them are given away. */
import { defineTheorem, learningRate, measured, plainSgd, positiveDefinite, simulated } from 'assay'

export default defineTheorem({
  id: 'one-claim',
  title: 'Stationary covariance of SGD',
  says: 'The stationary fluctuation of SGD near a quadratic minimum.',
  source: { key: 'k2020', at: 'Theorem 1', url: 'https://example.org', title: '', authors: [], venue: '', year: 2020 },
  symbols: {
    lambda: learningRate('learning rate'),
    K: positiveDefinite('Hessian of the loss at the minimum'),
    C: positiveDefinite('covariance of the gradient noise'),
    Sigma: measured.covariance('stationary covariance of the weights'),
  },
  given: { stability: 'posdef(2 * I - lambda * K)' },
  process: plainSgd({ hessian: 'K', noise: 'C', learningRate: 'lambda' }),
  measure: { Sigma: 'Cov(w)' },
  claims: { balance: 'K * Sigma + Sigma * K - lambda * K * Sigma * K == lambda * C' },
  evidence: { balance: [simulated()] },
})
