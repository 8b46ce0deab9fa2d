/**
 * Adam as it is run, with both moving averages, their bias corrections and epsilon, under a given gradient noise of
 * variance c. It divides by the root r of the mean squared gradient, which has the noise in it, and so
 *
 *     Sigma = lambda c / (r k (2 - lambda (1 - beta1) k / (r (1 + beta1)))),      r^2 = c + k^2 Sigma,
 *
 * of first order in the learning rate. No text says this algorithm: it is TypeScript, and simulated.
 */
import { algorithm, between, count, defineTheorem, measured, scalar, simulated } from 'assay'
import { liu2021 } from '../sources.js'

export default defineTheorem({
  id: 'liu2021/real-adam',
  title: 'Fluctuation of Adam as it is run',
  source: liu2021.at('Section 6.3'),
  says: 'Adam under a given gradient noise fluctuates in proportion to its learning rate, '
    + 'as its own second moment says.',

  symbols: {
    lambda: between(0.5, 2.5, 'learning rate'),
    beta: between(0.2, 0.7, 'memory of the average gradient'),
    delta: between(0.96, 0.99, 'memory of the average squared gradient'),
    S: count('batch size'),
    k: between(0.7, 2, 'curvature of the loss'),
    r: between(1.2, 2.5, 'root of the mean squared gradient'),
    Sigma: measured.scalar('stationary variance of the weight'),
    V: measured.scalar('stationary mean of the squared gradient'),
  },
  given: { stability: 'lambda * (1 - beta) * k < 1.4 * (1 + beta) * r' },
  where: {
    x: 'lambda * (1 - beta) * k / (r * (1 + beta))',
    // the variance of the gradient noise for which r is the root of the mean squared gradient
    c: 'r^2 / (1 + lambda * k / (r * (2 - x)))',
  },
  process: algorithm({
    state: { m: scalar, v: scalar, forgottenM: scalar, forgottenV: scalar, w: scalar, g: scalar },
    parameters: { lambda: scalar, beta: scalar, delta: scalar, k: scalar, c: scalar },
    start: (state) => {
      state.forgottenM = 1
      state.forgottenV = 1
    },
    step(state, { lambda, beta, delta, k, c }, random) {
      const g = state.g = k * state.w + Math.sqrt(c) * random.normal()
      state.m = beta * state.m + (1 - beta) * g
      state.v = delta * state.v + (1 - delta) * g * g
      state.forgottenM *= beta
      state.forgottenV *= delta
      const [mean, square] = [state.m / (1 - state.forgottenM), state.v / (1 - state.forgottenV)]
      state.w -= lambda * mean / (Math.sqrt(square) + 1e-8)
    },
  }),
  measure: { Sigma: 'Cov(w)', V: 'E(g^2)' },

  claims: {
    squaredGradient: 'V == c + k^2 * Sigma',
    consistent: 'V == r^2',
    covariance: 'Sigma == lambda * c / (r * k * (2 - lambda * k / r * (1 - beta) / (1 + beta)))',
    idealised: {
      says: 'the formula of idealised Adam, in which the noise is a share of the Fisher information',
      then: 'Sigma == lambda^2 / 4 * ((1 - beta) / (1 + beta) + 1 / S)^2',
      expected: 'refuted',
      corrected: 'covariance',
    },
  },

  evidence: {
    squaredGradient: [simulated({ dimension: 1, precision: 0.05 })],
    consistent: [simulated({ dimension: 1, precision: 0.05 })],
    covariance: [simulated({ dimension: 1, precision: 0.05 })],
    idealised: [simulated({ dimension: 1, precision: 0.05 })],
  },
})
