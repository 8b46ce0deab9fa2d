/**
 * A learning rate beyond 1 / k overshoots the minimum at each step. For lambda -> 2 / k - lambda, at the same size of
 * the random step lambda eta, the weights are the same up to a change of sign at every other step,
 *
 *     v_t = (-1)^t w_t      in law,
 *
 * so that fluctuation, squared correlations and times of exit from |w| < r agree.
 */
import {
  defineTheorem, gaussian, learningRate, measured, moments, positive, recurrence, scalar, simulated,
} from 'assay'
import { liu2021 } from '../sources.js'

export default defineTheorem({
  id: 'liu2021/overshooting-is-reflection',
  title: 'Overshooting SGD is slow SGD reflected at every step',
  source: liu2021.at('Section 4.4'),

  symbols: {
    lambda: learningRate('learning rate'),
    k: positive('curvature of the basin'),
    c: positive('variance of the gradient noise'),
    Sigma: measured.scalar('stationary variance of the weight'),
    Sigma2: measured.scalar('stationary variance of the reflected weight'),
    R: measured.scalar('covariance of the weight one step apart'),
    R2: measured.scalar('covariance of the reflected weight one step apart'),
    Q: measured.scalar('covariance of the weight two steps apart'),
    Q2: measured.scalar('covariance of the reflected weight two steps apart'),
  },
  given: { stability: 'lambda * k < 2' },
  where: {
    lambda2: '2 / k - lambda',
    c2: 'lambda^2 * c / lambda2^2',
  },
  process: recurrence({
    state: { w: scalar, v: scalar },
    noise: { eta: gaussian({ variance: 'c' }), zeta: gaussian({ variance: 'c2' }) },
    step: ['w = w - lambda * (k * w + eta)', 'v = v - lambda2 * (k * v + zeta)'],
  }),
  measure: {
    Sigma: 'E(w^2)', R: 'E(w * prev(w))', Q: 'E(w * prev(w, 2))',
    Sigma2: 'E(v^2)', R2: 'E(v * prev(v))', Q2: 'E(v * prev(v, 2))',
  },

  claims: {
    variance: 'Sigma2 == lambda * c / (k * (2 - lambda * k))',
    same: 'Sigma2 == Sigma',
    oneStep: 'R2 == -R',
    twoSteps: 'Q2 == Q',
    memory: {
      says: 'at lambda = 1 / k successive weights are independent',
      when: 'lambda == 1 / k',
      then: 'R2 == 0',
    },
  },

  evidence: {
    variance: [moments({ dimensions: [1] }), simulated({ precision: 0.05 })],
    same: [moments({ dimensions: [1] })],
    oneStep: [moments({ dimensions: [1] })],
    twoSteps: [moments({ dimensions: [1] })],
    memory: [moments({ dimensions: [1] })],
  },
})
