/**
 * SGD in a harmonic basin L = k w^2 / 2 fluctuates as at the temperature
 *
 *     T = k Sigma = lambda c / ((1 - mu) (2 - lambda k / (1 + mu))),
 *
 * so that a barrier r is left with the exponent r^2 / (2 Sigma) = L(r) / T, less than Kramers' law for continuous
 * time says.
 */
import {
  between, defineTheorem, gaussian, learningRate, measured, moments, positive, recurrence, scalar, simulated,
} from 'assay'
import { liu2021 } from '../sources.js'

export default defineTheorem({
  id: 'liu2021/escape-temperature',
  title: 'Effective temperature of a harmonic basin',
  source: liu2021.at('Section 4.4'),
  says: 'The temperature that governs the escape from a basin rises with the learning rate faster than linearly.',

  symbols: {
    lambda: learningRate('learning rate'),
    mu: between(0, 1, 'momentum'),
    k: positive('curvature of the basin'),
    c: positive('variance of the gradient noise'),
    r: positive('half-width of the basin'),
    T: measured.scalar('temperature: twice the mean loss'),
    Sigma: measured.scalar('stationary variance of the weight'),
    kinetic: measured.scalar('learning rate times the mean square of the momentum'),
  },
  given: { stability: 'lambda * k < 2 * (1 + mu)' },
  where: {
    barrier: 'k * r^2 / 2',
    kramers: '2 * (1 - mu) * barrier / (lambda * c)',
  },
  process: recurrence({
    state: { m: scalar, w: scalar },
    noise: { eta: gaussian({ variance: 'c' }) },
    step: ['m = mu * m + k * w + eta', 'w = w - lambda * m'],
  }),
  measure: { T: 'E(k * w^2)', Sigma: 'E(w^2)', kinetic: 'E(lambda * m^2)' },

  claims: {
    temperature: 'T == lambda * c / ((1 - mu) * (2 - lambda * k / (1 + mu)))',
    exponent: 'r^2 / (2 * Sigma) == barrier * (1 - mu) * (2 - lambda * k / (1 + mu)) / (lambda * c)',
    overstated: {
      says: 'Kramers’ exponent is too large by a factor that diverges at the edge of stability',
      then: 'kramers == 2 / (2 - lambda * k / (1 + mu)) * barrier / T',
    },
    kramers: {
      says: 'Kramers’ law at a finite learning rate',
      then: 'barrier / T == kramers',
      expected: 'refuted',
      corrected: 'overstated',
    },
    continuousTime: {
      limit: 'lambda -> 0',
      then: 'barrier / T == kramers',
    },
    equipartition: {
      says: 'the momentum has a temperature of its own',
      then: 'kinetic == 2 / (1 + mu) * T',
    },
  },

  evidence: {
    temperature: [moments({ dimensions: [1] }), simulated({ precision: 0.05 })],
    exponent: [moments({ dimensions: [1] })],
    overstated: [moments({ dimensions: [1] })],
    kramers: [moments({ dimensions: [1] })],
    continuousTime: [moments({ dimensions: [1] })],
    equipartition: [moments({ dimensions: [1] })],
  },
})
