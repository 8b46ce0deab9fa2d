/**
 * Only the covariance of the gradient noise enters that of the weights, but their law is not Gaussian where the noise
 * is not: in one direction, phi = 1 - lambda k, the excess kurtosis of the weights is that of the noise, averaged out
 * to
 *
 *     (1 - phi^2) / (1 + phi^2)      of it.
 */
import {
  between, centred, defineTheorem, finiteSupport, learningRate, measured, moments, positive, real, recurrence,
  scalar, simulated,
} from 'assay'
import { liu2021 } from '../sources.js'

export default defineTheorem({
  id: 'liu2021/kurtosis-of-the-weights',
  title: 'Fourth moment of the weights under noise that is not Gaussian',
  source: liu2021.at('Section 3'),
  says: 'A finite learning rate keeps a part of the shape of the gradient noise, which continuous time loses.',

  symbols: {
    lambda: learningRate('learning rate'),
    k: positive('curvature of the loss'),
    c: positive('variance of the gradient noise'),
    kappa: between(1, 8, 'kurtosis of the gradient noise'),
    t: real('third moment of the gradient noise'),
    Sigma: measured.scalar('stationary variance of the weight'),
    F: measured.scalar('stationary fourth moment of the weight'),
  },
  given: { stability: 'lambda * k < 2' },
  where: {
    phi: '1 - lambda * k',
  },
  process: recurrence({
    state: { w: scalar },
    noise: {
      // simulated with a symmetric law: the third moment enters none of the claims, as their proofs show
      eta: centred({ variance: 'c', third: 't', fourth: 'kappa * c^2' }, finiteSupport({
        values: ['-sqrt(kappa * c)', '0', 'sqrt(kappa * c)'],
        probabilities: ['1 / (2 * kappa)', '1 - 1 / kappa', '1 / (2 * kappa)'],
      })),
    },
    step: ['w = w - lambda * (k * w + eta)'],
  }),
  measure: { Sigma: 'E(w^2)', F: 'E(w^4)' },

  claims: {
    variance: {
      says: 'whatever the law of the noise',
      then: 'Sigma == lambda * c / (k * (2 - lambda * k))',
    },
    kurtosis: 'F / Sigma^2 - 3 == (kappa - 3) * (1 - phi^2) / (1 + phi^2)',
    fourthMoment: `
      F == 3 * (lambda * c / (k * (2 - lambda * k)))^2 + lambda^4 * (kappa - 3) * c^2 / (1 - phi^4)`,
    gaussian: {
      says: 'the fourth moment of a normal law, whatever the noise',
      then: 'F == 3 * Sigma^2',
      expected: 'refuted',
      corrected: 'kurtosis',
    },
    continuousTime: {
      says: 'as the learning rate vanishes the kurtosis becomes that of a normal law',
      limit: 'lambda -> 0',
      then: 'F == 3 * Sigma^2',
    },
    shape: {
      says: 'and what remains of the shape is first order in the learning rate',
      limit: 'lambda -> 0',
      then: 'F / Sigma^2 - 3 == (kappa - 3) * lambda * k',
    },
  },

  evidence: {
    variance: [moments()],
    kurtosis: [moments()],
    fourthMoment: [moments(), simulated({ precision: 0.05, reach: 0.8 })],
    gaussian: [moments()],
    continuousTime: [moments()],
    shape: [moments()],
  },
})
