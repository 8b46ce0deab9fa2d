/**
 * SGD leaves the harmonic basin |w| < r after a mean number N of steps that is, for rare exits,
 *
 *     N = 1 / (2 Q(r / sqrt(Sigma))),      Q the tail of the normal law,    Sigma = lambda c / (k (2 - lambda k)),
 *
 * exactly so at lambda = 1 / k, where successive weights are independent. The noise is stated by z = r / sqrt(Sigma).
 */
import {
  agrees, between, defineTheorem, gaussian, learningRate, measured, moments, positive, recurrence, scalar, simulated,
} from 'assay'
import { liu2021 } from '../sources.js'

export default defineTheorem({
  id: 'liu2021/exit-time',
  title: 'Time of exit from a harmonic basin',
  source: liu2021.at('Section 4.4'),
  says: 'How long SGD stays in a harmonic basin whose edge absorbs, against the law of Kramers.',

  symbols: {
    lambda: learningRate('learning rate'),
    k: positive('curvature of the basin'),
    r: positive('half-width of the basin'),
    z: between(1, 3.5, 'half-width in standard deviations of the stationary weight'),
    Sigma: measured.scalar('stationary variance of the weight'),
    Sigma2: measured.scalar('the same at the reflected learning rate'),
    N: measured.scalar('mean number of steps to the exit'),
    N2: measured.scalar('the same at the reflected learning rate'),
  },
  given: { stability: 'lambda * k < 2' },
  where: {
    c: 'k * (2 - lambda * k) * r^2 / (lambda * z^2)',
    lambda2: '2 / k - lambda',
    c2: 'lambda^2 * c / lambda2^2',
    'Q(x)': '(1 - erf(x / sqrt(2))) / 2',
  },
  process: recurrence({
    state: { w: scalar, v: scalar },
    noise: { eta: gaussian({ variance: 'c' }), zeta: gaussian({ variance: 'c2' }) },
    step: ['w = w - lambda * (k * w + eta)', 'v = v - lambda2 * (k * v + zeta)'],
  }),
  measure: { Sigma: 'E(w^2)', Sigma2: 'E(v^2)', N: 'exit(w, 0, -r, r)', N2: 'exit(v, 0, -r, r)' },

  claims: {
    scale: 'Sigma == r^2 / z^2',
    sameScale: 'Sigma2 == r^2 / z^2',
    independent: {
      says: 'one try at each step, where successive weights are independent',
      when: 'lambda == 1 / k',
      then: 'N == 1 / (2 * Q(z))',
    },
    reflected: {
      says: 'overshooting SGD leaves at the same time as slow SGD with steps of the same size',
      then: 'N2 == N',
    },
    oneSided: {
      says: 'one end counted of two',
      when: 'lambda == 1 / k',
      then: 'N == 1 / Q(z)',
      expected: 'refuted',
      corrected: 'independent',
    },
    kramers: {
      says: 'Kramers’ law, with the temperature of continuous time lambda c / 2',
      when: 'lambda == 1 / k',
      then: 'N == 1 / (2 * Q(sqrt(2 * k * r^2 / (lambda * c))))',
      expected: 'refuted',
      corrected: 'independent',
    },
  },

  evidence: {
    scale: [moments({ dimensions: [1] })],
    sameScale: [moments({ dimensions: [1] })],
    independent: [agrees(), simulated({ precision: 0.1, dimension: 1 })],
    reflected: [agrees()],
    oneSided: [agrees()],
    kramers: [agrees()],
  },
})
