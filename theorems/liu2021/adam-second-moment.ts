/**
 * Adam divides by the root r of the mean squared gradient, E g^2 = c + k^2 Sigma in one direction, and not by that of
 * the Fisher information k^2 Sigma. With a moving average of memory beta and a frozen r that is consistent with
 * itself,
 *
 *     Sigma -> lambda sqrt(c) / (2 k)      for a given noise c as lambda -> 0, whatever beta;
 *
 * for noise in proportion to the Fisher information, c = k^2 Sigma / S, idealised Adam is right up to S / (S + 1).
 */
import {
  between, count, defineTheorem, gaussian, learningRate, measured, moments, positive, recurrence, scalar, simulated,
} from 'assay'
import { liu2021 } from '../sources.js'

export default defineTheorem({
  id: 'liu2021/adam-second-moment',
  title: 'What Adam divides by',
  source: liu2021.at('Section 6.3'),
  says: 'Adam measures the squared gradient with its noise, which changes how the fluctuation scales.',

  symbols: {
    lambda: learningRate('learning rate'),
    beta: between(0, 1, 'memory of the average gradient'),
    S: count('batch size'),
    k: positive('curvature of the loss'),
    c: positive('variance of the gradient noise'),
    r: positive('root of the mean squared gradient that the preconditioner supposes'),
    Sigma: measured.scalar('stationary variance of the weight'),
    V: measured.scalar('stationary mean of the squared gradient'),
  },
  given: { stability: 'lambda * (1 - beta) * k < 2 * (1 + beta) * r' },
  where: {
    x: 'lambda * (1 - beta) * k / (r * (1 + beta))',
    seen: 'r^2 / (1 + lambda * k / (r * (2 - x)))',

  },
  process: recurrence({
    state: { m: scalar, w: scalar },
    noise: { eta: gaussian({ variance: 'c' }) },
    step: ['g = k * w + eta', 'm = beta * m + (1 - beta) * g', 'w = w - lambda / r * m'],
  }),
  measure: { Sigma: 'E(w^2)', V: 'E(g^2)' },

  claims: {
    covariance: 'Sigma == lambda * c / (r * k * (2 - lambda * (1 - beta) * k / (r * (1 + beta))))',
    squaredGradient: 'V == c + k^2 * Sigma',
    consistent: {
      says: 'the noise for which r is the root of the mean squared gradient',
      when: 'c == seen',
      then: 'V == r^2',
    },
    smallRate: {
      says: 'a given noise, consistently, at a small learning rate',
      when: 'c == seen',
      limit: 'lambda -> 0',
      then: 'Sigma^2 == lambda^2 * c / (4 * k^2)',
    },
    idealised: {
      says: 'the formula of idealised Adam, second order in the learning rate',
      when: 'c == seen',
      limit: 'lambda -> 0',
      then: 'Sigma == lambda^2 / 4 * ((1 - beta) / (1 + beta) + 1 / S)^2',
      expected: 'refuted',
      corrected: 'smallRate',
    },
    fisherNoise: {
      says: 'noise in proportion to the Fisher information',
      when: 'r == k * lambda / 2 * ((1 - beta) / (1 + beta) + 1 / S) and c == r^2 / (S + 1)',
      then: 'Sigma == lambda^2 / 4 * ((1 - beta) / (1 + beta) + 1 / S)^2 * S / (S + 1)',
    },
    fisherConsistent: {
      says: 'there the supposed root, the noise and the Fisher information agree',
      when: 'r == k * lambda / 2 * ((1 - beta) / (1 + beta) + 1 / S) and c == r^2 / (S + 1)',
      then: 'V == (S + 1) * c',
    },
    fisherRoot: {
      says: 'idealised Adam with its noise',
      when: 'r == k * lambda / 2 * ((1 - beta) / (1 + beta) + 1 / S) and c == r^2 / (S + 1)',
      then: 'Sigma == lambda^2 / 4 * ((1 - beta) / (1 + beta) + 1 / S)^2',
      expected: 'refuted',
      corrected: 'fisherNoise',
    },
  },

  evidence: {
    covariance: [moments({ dimensions: [1] }), simulated({ precision: 0.05 })],
    squaredGradient: [moments({ dimensions: [1] })],
    consistent: [moments({ dimensions: [1] })],
    smallRate: [moments({ dimensions: [1] })],
    idealised: [moments({ dimensions: [1] })],
    fisherNoise: [moments({ dimensions: [1] })],
    fisherConsistent: [moments({ dimensions: [1] })],
    fisherRoot: [moments({ dimensions: [1] })],
  },
})
