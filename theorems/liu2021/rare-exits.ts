/**
 * The mean time N to leave the harmonic basin |w| < r, once exits are rare, is that of independent tries at each step,
 *
 *     2 Q(r / sqrt(Sigma)) N -> 1,      Q the tail of the normal law,    Sigma = lambda c / (k (2 - lambda k)),
 *
 * at every learning rate, with an error of the order of Q(z sqrt((1 - phi) / (1 + phi))), phi = |1 - lambda k|.
 */
import {
  agrees, between, defineTheorem, gaussian, measured, moments, positive, recurrence, scalar,
} from 'assay'
import { liu2021 } from '../sources.js'

export default defineTheorem({
  id: 'liu2021/rare-exits',
  title: 'Rare exits from a harmonic basin',
  source: liu2021.at('Section 4.4'),
  says: 'Rare exits happen at the rate of the stationary tail, whatever the curvature and the learning rate.',

  symbols: {
    l: between(0.6, 1.4, 'learning rate relative to 1 / k'),
    k: positive('curvature of the basin'),
    r: positive('half-width of the basin'),
    z: between(4.4, 5, 'half-width in standard deviations of the stationary weight'),
    Sigma: measured.scalar('stationary variance of the weight'),
    N: measured.scalar('mean number of steps to the exit'),
  },
  where: {
    lambda: 'l / k',
    c: 'k * (2 - lambda * k) * r^2 / (lambda * z^2)',
    'Q(x)': '(1 - erf(x / sqrt(2))) / 2',
  },
  process: recurrence({
    state: { w: scalar },
    noise: { eta: gaussian({ variance: 'c' }) },
    step: ['w = w - lambda * (k * w + eta)'],
  }),
  measure: { Sigma: 'E(w^2)', N: 'exit(w, 0, -r, r)' },

  claims: {
    scale: 'Sigma == r^2 / z^2',
    sharp: {
      says: 'to one part in a hundred at four and a half standard deviations',
      then: 'N == 1 / (2 * Q(z))',
    },
    oneSided: {
      says: 'one end counted of two',
      then: 'N == 1 / Q(z)',
      expected: 'refuted',
      corrected: 'sharp',
    },
    kramers: {
      says: 'Kramers’ law, with the temperature of continuous time lambda c / 2',
      then: 'N == 1 / (2 * Q(sqrt(2 * k * r^2 / (lambda * c))))',
      expected: 'refuted',
      corrected: 'sharp',
    },
    exponential: {
      says: 'the exponent alone, without the prefactor, is off by that prefactor',
      then: 'N == exp(z^2 / 2)',
      expected: 'refuted',
      corrected: 'sharp',
    },
  },

  evidence: {
    scale: [moments({ dimensions: [1] })],
    sharp: [agrees({ precision: 0.01 })],
    oneSided: [agrees({ precision: 0.01 })],
    kramers: [agrees({ precision: 0.01 })],
    exponential: [agrees({ precision: 0.01 })],
  },
})
