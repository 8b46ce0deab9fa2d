/**
 * From any known start the covariance of the weights grows to the stationary one as the powers of phi = I - lambda K
 * decay, exactly and whatever commutes with what,
 *
 *     Cov(w[t]) = Sigma - phi^t Sigma phi^t,      E w[t] = phi^t w[0].
 *
 * One step of the process here is three steps of SGD, each with a noise of its own.
 */
import {
  defineTheorem, gaussian, learningRate, measured, moments, positiveDefinite, realVector, recurrence, simulated, vector,
} from 'assay'
import { liu2021 } from '../sources.js'

export default defineTheorem({
  id: 'liu2021/transient-covariance',
  title: 'Covariance on the way to stationarity',
  source: liu2021.at('Theorem 1'),
  says: 'How the fluctuation of SGD builds up from a known start, step by step.',

  symbols: {
    lambda: learningRate('learning rate'),
    K: positiveDefinite('Hessian of the loss at the minimum'),
    C: positiveDefinite('covariance of the gradient noise'),
    u: realVector('weights at the start'),
    Sigma: measured.covariance('stationary covariance of the weights'),
    Later: measured.covariance('covariance after three steps from the start'),
    Mean: measured.vector('mean after three steps from the start'),
  },
  given: { stability: 'posdef(2 * I - lambda * K)' },
  where: { phi: 'I - lambda * K' },
  process: recurrence({
    state: { w: vector },
    noise: {
      eta1: gaussian({ covariance: 'C' }), eta2: gaussian({ covariance: 'C' }), eta3: gaussian({ covariance: 'C' }),
    },
    step: [
      'w = w - lambda * (K * w + eta1)',
      'w = w - lambda * (K * w + eta2)',
      'w = w - lambda * (K * w + eta3)',
    ],
  }),
  measure: { Sigma: 'Cov(w)', Later: 'given(Cov(w), w, u)', Mean: 'given(E(w), w, u)' },

  claims: {
    balance: 'K * Sigma + Sigma * K - lambda * K * Sigma * K == lambda * C',
    covariance: 'Later == Sigma - phi^3 * Sigma * phi^3',
    mean: 'Mean == phi^3 * u',
    sum: {
      says: 'the noise of each step, as much as the later steps have left of it',
      then: 'Later == lambda^2 * (C + phi * C * phi + phi^2 * C * phi^2)',
    },
    single: {
      says: 'the covariance as if the distance to the stationary one decayed like the weights, '
        + 'and not like their squares',
      then: 'Later == Sigma - (phi^3 * Sigma + Sigma * phi^3) / 2',
      expected: 'refuted',
      corrected: 'covariance',
    },
  },

  evidence: {
    balance: [moments()],
    covariance: [moments()],
    mean: [moments()],
    sum: [moments(), simulated({ precision: 0.05 })],
    single: [moments()],
  },
})
