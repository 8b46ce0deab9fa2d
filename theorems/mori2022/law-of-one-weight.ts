/**
 * The SDE with loss-proportional noise at a quadratic minimum in one dimension, L = Ls + h x^2 / 2, temperature T:
 * the weight has a Student law with 1 + 2 / T degrees of freedom, density L^-(1 + 1/T), whatever the temperature,
 *
 *     Var = (2 Ls / h) T / (2 - T)  for T < 2,      excess kurtosis 6 T / (2 - 3 T)  for T < 2 / 3.
 */
import {
  agrees, between, defineTheorem, diffusion, identity, learningRate, measured, moments, positive, scalar, simulated,
  threshold,
} from 'assay'
import { mori2022 } from '../sources.js'

export default defineTheorem({
  id: 'mori2022/law-of-one-weight',
  title: 'Stationary law of the SDE with loss-proportional noise in one dimension',
  source: mori2022.at('Eq. (11)'),
  says: 'The SDE has a stationary law at every temperature, but only finitely many of its moments.',

  symbols: {
    T: learningRate('temperature: learning rate times curvature over batch size'),
    q: between(1, 4, 'power of the loss'),
    h: positive('curvature of the loss'),
    Ls: positive('loss at the minimum'),
    Sigma: measured.scalar('stationary variance of the weight'),
    l: measured.scalar('stationary mean of the loss'),
    F: measured.scalar('stationary fourth moment of the weight'),
  },
  where: {
    'L(x)': 'Ls + h * x^2 / 2',
    phi: '1 + 1 / T',
  },
  process: diffusion({ state: { theta: scalar }, drift: '-h * theta', diffusion: 'sqrt(2 * T * L(theta))' }),
  measure: { Sigma: 'E(theta^2)', l: 'E(L(theta))', F: 'E(theta^4)' },

  claims: {
    density: 'current(L(theta)^(-phi)) == 0',
    normaliser: 'integral(y, -infinity, infinity, (L(y) / Ls)^(-q)) '
      + '== sqrt(2 * pi * Ls / h) * gamma(q - 1 / 2) / gamma(q)',
    variance: {
      when: 'T < 2',
      then: 'Sigma == 2 * Ls / h * T / (2 - T)',
    },
    loss: {
      when: 'T < 2',
      then: 'l == Ls / (1 - T / 2)',
    },
    kurtosis: {
      when: '3 * T < 2',
      then: 'F / Sigma^2 - 3 == 6 * T / (2 - 3 * T)',
    },
    varianceExists: 'exists(Sigma) iff T < 2',
    kurtosisExists: {
      says: 'the k-th moment is finite only for k < 1 + 2 / T',
      then: 'exists(F) iff 3 * T < 2',
    },
    frozenNoise: {
      says: 'the normal law of constant noise is its limit at low temperature',
      limit: 'T -> 0',
      then: 'Sigma == T * Ls / h',
    },
    stratonovich: {
      says: 'the variance of the density L^-(1/2 + 1/T), which the other reading of the noise would have',
      when: 'T < 1',
      then: 'Sigma == 2 * Ls / h * T / (2 - 2 * T)',
      expected: 'refuted',
      corrected: 'variance',
    },
  },

  evidence: {
    density: [identity()],
    normaliser: [agrees()],
    variance: [moments(), simulated({ dimension: 1, precision: 0.04, reach: 0.25 })],
    loss: [moments(), simulated({ dimension: 1, precision: 0.04, reach: 0.25 })],
    kurtosis: [moments()],
    varianceExists: [threshold()],
    kurtosisExists: [threshold()],
    frozenNoise: [moments()],
    stratonovich: [moments(), simulated({ dimension: 1, precision: 0.04, reach: 0.25 })],
  },
})
