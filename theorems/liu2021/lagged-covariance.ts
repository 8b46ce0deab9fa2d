/**
 * The weights of heavy-ball SGD at stationarity remember their past: the covariances R_h = Cov(w_t, w_(t-h)) obey
 *
 *     R_h = G R_(h-1) - mu R_(h-2),    G = (1 + mu) I - P,    P = Lambda K,
 *
 * the noiseless recursion, from R_0 = Sigma and R_1 = Sigma - (P Sigma - mu Sigma P') / (1 - mu^2).
 */
import { between, defineTheorem, measured, moments, positiveDefinite, sgd, simulated } from 'assay'
import { liu2021 } from '../sources.js'

export default defineTheorem({
  id: 'liu2021/lagged-covariance',
  title: 'Covariance of the weights at different times',
  source: liu2021.at('Theorem 3'),
  says: 'The stationary correlation in time of SGD with momentum and a matrix learning rate.',

  symbols: {
    mu: between(0, 1, 'momentum'),
    K: positiveDefinite('Hessian of the loss at the minimum'),
    C: positiveDefinite('covariance of the gradient noise'),
    Lambda: positiveDefinite('matrix learning rate', { scaled: true }),
    Sigma: measured.covariance('stationary covariance of the weights'),
    R1: measured.matrix('covariance of the weights one step apart'),
    R2: measured.matrix('covariance of the weights two steps apart'),
    R3: measured.matrix('covariance of the weights three steps apart'),
    B: measured.matrix('covariance of the weights with the momentum of the step after'),
    Gamma: measured.matrix('covariance of weights and momentum'),
    M: measured.covariance('covariance of the momentum'),
  },
  given: { stability: 'posdef(2 * (1 + mu) * inv(Lambda) - K)' },
  where: {
    P: 'Lambda * K',
    G: '(1 + mu) * I - P',
  },
  process: sgd({ hessian: 'K', noise: 'C', learningRate: 'Lambda', momentum: 'mu' }),
  measure: {
    Sigma: 'Cov(w)', R1: 'Cov(w, prev(w))', R2: 'Cov(w, prev(w, 2))', R3: 'Cov(w, prev(w, 3))',
    B: 'Cov(prev(w), m)', Gamma: 'Cov(w, m)', M: 'Cov(m)',
  },

  claims: {
    oneStep: "R1 == Sigma - (P * Sigma - mu * Sigma * P') / (1 - mu^2)",
    symmetry: {
      says: 'the recursion at h = 1, where the lag h - 2 lies in the other direction',
      then: "R1 == G * Sigma - mu * R1'",
    },
    twoSteps: 'R2 == G * R1 - mu * Sigma',
    threeSteps: 'R3 == G * R2 - mu * R1',
    commuting: {
      when: 'K * Lambda == Lambda * K and K * C == C * K',
      then: 'R1 == (I - P / (1 + mu)) * Sigma',
    },
    momentumAfter: {
      says: 'the momentum of the next step is correlated with the weights otherwise than that of the same step',
      then: 'B == Gamma + Lambda * M',
    },
    exponential: {
      says: 'the correlation would decay by the same matrix at each step, if the weights alone were a Markov chain',
      then: 'R2 == R1 * inv(Sigma) * R1',
      expected: 'refuted',
      corrected: 'twoSteps',
    },
  },

  evidence: {
    oneStep: [moments(), simulated({ precision: 0.05 })],
    symmetry: [moments()],
    twoSteps: [moments()],
    threeSteps: [moments()],
    commuting: [moments()],
    momentumAfter: [moments()],
    exponential: [moments()],
  },
})
