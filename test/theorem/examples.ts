/** Two theorems in their author's form, for the tests of this room. */
import {
  between, commutingWith, count, defineTheorem, follows, learningRate, measured, minibatchRegression, moments, positive,
  positiveDefinite, sgd, simulated,
} from '../../src/index.js'
import { liu2021, ziyin2022 } from '../../theorems/sources.js'

export const momentum = defineTheorem({
  id: 'liu2021/momentum-covariance',
  title: 'Stationary covariance of SGD with momentum',
  source: liu2021.at('Theorem 2'),
  symbols: {
    lambda: learningRate('learning rate'),
    mu: between(0, 1, 'momentum'),
    K: positiveDefinite('Hessian'),
    C: positiveDefinite('noise covariance'),
    Sigma: measured.covariance('stationary covariance of the weights'),
  },
  given: { stability: 'lambda * norm(K) < 2 * (1 + mu)' },
  process: sgd({ hessian: 'K', noise: 'C', learningRate: 'lambda', momentum: 'mu' }),
  measure: { Sigma: 'Cov(w)' },
  claims: {
    balance: `
      (1 - mu) * (K * Sigma + Sigma * K)
        - (1 + mu^2) / (1 - mu^2) * lambda * K * Sigma * K
        + mu / (1 - mu^2) * lambda * (K^2 * Sigma + Sigma * K^2)  ==  lambda * C`,
    closedForm: {
      when: 'K * C == C * K',
      then: 'Sigma == lambda / (1 - mu) * C * inv(K * (2 * I - lambda / (1 + mu) * K))',
    },
    continuousTime: { limit: 'lambda -> 0', then: 'K * Sigma + Sigma * K == lambda / (1 - mu) * C' },
    vanilla: { then: 'Sigma == lambda * C * inv(K)', expected: 'refuted', corrected: 'closedForm' },
  },
  evidence: {
    balance: [moments(), simulated()],
    closedForm: [follows('balance'), moments()],
    continuousTime: [moments()],
    vanilla: [moments()],
  },
})

export const labelNoise = defineTheorem({
  id: 'ziyin2022/label-noise',
  title: 'Stationary covariance under label noise',
  source: ziyin2022.at('Theorem 2'),
  symbols: {
    A: positiveDefinite('feature covariance'),
    Lambda: commutingWith('A', 'learning rate matrix', { scaled: true }),
    mu: between(0, 1, 'momentum'),
    S: count('batch size'),
    sigma: positive('standard deviation of the label noise'),
    Sigma: measured.covariance('stationary covariance of the weights'),
  },
  where: {
    G: '2 * (1 - mu) * I - ((1 - mu) / (1 + mu) + 1 / S) * Lambda * A',
    t: 'Tr(Lambda * A * inv(G))',
    kappa: 't / (1 - t / S)',
  },
  given: { definite: 'posdef(G)', finite: 't < S' },
  process: minibatchRegression({
    features: 'A', labelNoise: 'sigma^2', batch: 'S', learningRate: 'Lambda', momentum: 'mu',
  }),
  measure: { Sigma: 'Cov(w)' },
  claims: { covariance: 'Sigma == sigma^2 / S * (1 + kappa / S) * Lambda * inv(G)' },
  evidence: { covariance: [moments(), simulated({ dimension: 2 })] },
})
